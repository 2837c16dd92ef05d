import { Module } from '@nestjs/common';
import { CooperationModule } from '../cooperation/cooperation.module.js';
import { FollowUpModule } from '../follow-up/follow-up.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { IndicatorsModule } from '../indicators/indicators.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { SettingsModule } from '../settings/settings.module.js';
import { StrategyModule } from '../strategy/strategy.module.js';
import { TargetsModule } from '../targets/targets.module.js';
import { ActorsController } from './actors.controller.js';
import { ActorsQuery } from './actors.query.js';
import { AreaPageQuery } from './area-page.query.js';
import { ComparedVersionQuery } from './compared-version.query.js';
import { GoalPageQuery } from './goal-page.query.js';
import { HistoryController } from './history.controller.js';
import { HistoryHeadQuery } from './history-head.query.js';
import { IndicatorFiguresQuery } from './indicator-figures.query.js';
import { IndicatorListQuery } from './indicator-list.query.js';
import { IndicatorPageQuery } from './indicator-page.query.js';
import { IndicatorsController } from './indicators.controller.js';
import { MeasuredGoalsQuery } from './measured-goals.query.js';
import { NoLongerFollowedUpQuery } from './no-longer-followed-up.query.js';
import { RecentChangeViews } from './recent-change-views.js';
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
  SeriesRevisionsQuery,
  StartPageQuery,
  StrategyDocumentQuery,
  VersionComparisonQuery,
];

@Module({
  imports: [
    ...[CooperationModule, FollowUpModule, IdentityModule, IndicatorsModule],
    ...[OrganisationModule, SettingsModule, StrategyModule, TargetsModule],
  ],
  controllers: [ActorsController, HistoryController, IndicatorsController, StrategyController, StrategyLineageController],
  providers: [
    ...QUERIES,
    ComparedVersionQuery,
    HistoryHeadQuery,
    IndicatorFiguresQuery,
    MeasuredGoalsQuery,
    NoLongerFollowedUpQuery,
    RecentChangeViews,
  ],
  exports: QUERIES,
})
export class PublicPagesModule {}
