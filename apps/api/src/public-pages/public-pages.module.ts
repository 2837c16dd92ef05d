import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CooperationModule } from '../cooperation/cooperation.module.js';
import { FollowUpModule } from '../follow-up/follow-up.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { IndicatorsModule } from '../indicators/indicators.module.js';
import { IndicatorDefinitionRow } from '../indicators/indicator-definition.row.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { RecordRow } from '../platform/record.row.js';
import { RoundMemoryModule } from '../rounds/round-memory.module.js';
import { RoundRevisionRow } from '../rounds/round-revision.row.js';
import { SettingsModule } from '../settings/settings.module.js';
import { StrategyModule } from '../strategy/strategy.module.js';
import { TargetsModule } from '../targets/targets.module.js';
import { ActorsController } from './actors.controller.js';
import { ActorsQuery } from './actors.query.js';
import { AreaPageQuery } from './area-page.query.js';
import { ComparedVersionQuery } from './compared-version.query.js';
import { ExpectedFiguresQuery } from './expected-figures.query.js';
import { GoalPageQuery } from './goal-page.query.js';
import { HistoryController } from './history.controller.js';
import { HistoryHeadQuery } from './history-head.query.js';
import { IndicatorFiguresQuery } from './indicator-figures.query.js';
import { IndicatorListQuery } from './indicator-list.query.js';
import { IndicatorPageQuery } from './indicator-page.query.js';
import { IndicatorsController } from './indicators.controller.js';
import { MeasuredGoalsQuery } from './measured-goals.query.js';
import { NoLongerFollowedUpQuery } from './no-longer-followed-up.query.js';
import { PlanChangesQuery } from './plan-changes.query.js';
import { RecentChangeViews } from './recent-change-views.js';
import { ReleaseCalendarController } from './release-calendar.controller.js';
import { ReleaseCalendarQuery } from './release-calendar.query.js';
import { SeriesRevisionsQuery } from './series-revisions.query.js';
import { StartPageQuery } from './start-page.query.js';
import { StrategyDocumentQuery } from './strategy-document.query.js';
import { StrategyController } from './strategy.controller.js';
import { StrategyLineageController } from './strategy-lineage.controller.js';
import { VersionComparisonQuery } from './version-comparison.query.js';

/** What pages are read through; rendering asks them in-process. */
const QUERIES = [
  ActorsQuery,
  AreaPageQuery,
  GoalPageQuery,
  IndicatorListQuery,
  IndicatorPageQuery,
  ReleaseCalendarQuery,
  SeriesRevisionsQuery,
  StartPageQuery,
  StrategyDocumentQuery,
  VersionComparisonQuery,
];

@Module({
  imports: [
    TypeOrmModule.forFeature([IndicatorDefinitionRow, RecordRow, RoundRevisionRow]),
    ...[CooperationModule, FollowUpModule, IdentityModule, IndicatorsModule],
    ...[OrganisationModule, RoundMemoryModule, SettingsModule, StrategyModule, TargetsModule],
  ],
  controllers: [
    ActorsController,
    HistoryController,
    IndicatorsController,
    ReleaseCalendarController,
    StrategyController,
    StrategyLineageController,
  ],
  providers: [
    ...QUERIES,
    ComparedVersionQuery,
    ExpectedFiguresQuery,
    HistoryHeadQuery,
    IndicatorFiguresQuery,
    MeasuredGoalsQuery,
    PlanChangesQuery,
    NoLongerFollowedUpQuery,
    RecentChangeViews,
  ],
  exports: QUERIES,
})
export class PublicPagesModule {}
