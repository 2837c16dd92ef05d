import { Injectable } from '@nestjs/common';
import type { NoLongerFollowedUpView } from '@slusen/contracts';
import { DomainError, noLongerFollowedUp, versionPlaces, type FollowedVersion, type LeftIndicator } from '@slusen/domain';
import { FollowUpQuery } from '../follow-up/follow-up.query.js';
import type { Indicator } from '../indicators/indicator.js';
import { IndicatorQuery } from '../indicators/indicator.query.js';
import type { AsOf } from '../platform/as-of.js';
import { declareRead } from '../platform/read-tags.js';
import { goalsOf } from '../strategy/strategy.js';
import { StrategyQuery } from '../strategy/strategy.query.js';
import { TargetQuery } from '../targets/target.query.js';
import { leftGoalViews, leftIndicatorViews, type LeftFrom, type MeasuredVersion } from './left-views.js';

type Indicators = ReadonlyMap<number, Indicator>;

/** What was decided in an adopted version and is no longer followed up: nothing that was decided vanishes. */
@Injectable()
export class NoLongerFollowedUpQuery {
  constructor(
    private readonly strategies: StrategyQuery,
    private readonly targets: TargetQuery,
    private readonly indicators: IndicatorQuery,
    private readonly followUps: FollowUpQuery,
  ) {}

  /** Throws `strategy.not-found` where no version is in force. */
  async run(asOf: AsOf): Promise<NoLongerFollowedUpView> {
    declareRead('strategy', 'figures');
    const places = versionPlaces(await this.strategies.versionsAdopted(asOf), asOf.today).filter(({ state }) => state !== 'coming');
    const current = places.find(({ state }) => state === 'in-force')?.version.number;
    const versions = await Promise.all(places.map(({ version }) => this.version(version.number, asOf)));
    const inForce = versions.find(({ decision }) => decision.version === current);
    if (!inForce) throw new DomainError('strategy.not-found', { today: asOf.today });
    const known = await this.indicators.byIds(indicatorsOf(versions), asOf);
    const left = noLongerFollowedUp(
      versions.map((version) => followed(version, known)),
      followed(inForce, known),
    );
    const byNumber = new Map(versions.map((version) => [version.decision.version, version]));
    const figures = await this.figures(left.indicators, known, asOf);
    return viewOf(left, { versions: byNumber, inForce, figures });
  }

  private async version(number: number, asOf: AsOf): Promise<MeasuredVersion> {
    const strategy = await this.strategies.version(number, asOf);
    const goals = goalsOf(strategy).map(({ id }) => id);
    return { ...strategy, measured: await this.targets.everOfGoals(goals, asOf) };
  }

  private async figures(left: readonly LeftIndicator[], known: Indicators, asOf: AsOf): Promise<LeftFrom['figures']> {
    const wanted = [...known.values()].filter(({ slug }) => left.some((one) => one.slug === slug));
    const found = await this.followUps.ofIndicators(
      wanted.map((indicator) => ({ indicator })),
      asOf,
    );
    return new Map(found.map((one) => [one.indicator.slug, one]));
  }
}

const indicatorsOf = (versions: readonly MeasuredVersion[]): number[] => [
  ...new Set(versions.flatMap(({ measured }) => measured.map(({ indicatorId }) => indicatorId))),
];

function followed(version: MeasuredVersion, known: Indicators): FollowedVersion {
  const goals = goalsOf(version).map(({ id, slug }) => {
    const measured = version.measured.filter(({ goalId }) => goalId === id);
    const those = (isWithdrawn: boolean): string[] =>
      measured
        .filter(({ withdrawn }) => (withdrawn !== undefined) === isWithdrawn)
        .flatMap(({ indicatorId }) => known.get(indicatorId)?.slug ?? []);
    return { slug, indicators: those(false), withdrawn: those(true) };
  });
  return { number: version.decision.version, goals };
}

function viewOf({ goals, indicators }: ReturnType<typeof noLongerFollowedUp>, from: LeftFrom): NoLongerFollowedUpView {
  const told = {
    goals: goals.flatMap((goal) => leftGoalViews(goal, from)),
    indicators: indicators.flatMap((indicator) => leftIndicatorViews(indicator, from)),
  };
  const hasExamples = [...told.goals, ...told.indicators].some(({ isExample }) => isExample);
  return { strategy: from.inForce.decision, ...told, hasExamples };
}
