import { Injectable } from '@nestjs/common';
import type { ActionSummary, StrategyDocument } from '@slusen/contracts';
import {
  DomainError,
  lastDayOf,
  targetChangeText,
  targetBreakText,
  targetDecisionText,
  targetPathText,
  targetText,
  versionPlaces,
  type VersionContent,
  type VersionPlace,
} from '@slusen/domain';
import { ActionsQuery } from '../cooperation/actions.query.js';
import { GoalDefinitionsQuery, type GoalDefinitions } from '../follow-up/goal-definitions.query.js';
import type { AsOf } from '../platform/as-of.js';
import { declareRead } from '../platform/read-tags.js';
import { ResponsibilityQuery, type GoalRole } from '../strategy/responsibility.query.js';
import { goalsOf, type Goal, type StrategyInForce } from '../strategy/strategy.js';
import { StrategyQuery } from '../strategy/strategy.query.js';
import { TargetChangesQuery, type GoalTargetChange } from '../targets/target-changes.query.js';
import type { GoalTarget } from '../targets/target.query.js';

type DocumentGoal = StrategyDocument['areas'][number]['goals'][number];

/** What hangs on the goals of a version. */
interface Hung {
  readonly definitions: GoalDefinitions;
  readonly roles: ReadonlyMap<number, readonly GoalRole[]>;
  readonly actions: readonly ActionSummary[];
  readonly changes: readonly GoalTargetChange[];
}

/** A whole adopted version of the strategy, as the governing document that it is. */
@Injectable()
export class StrategyDocumentQuery {
  constructor(
    private readonly strategies: StrategyQuery,
    private readonly definitions: GoalDefinitionsQuery,
    private readonly responsibilities: ResponsibilityQuery,
    private readonly actions: ActionsQuery,
    private readonly changes: TargetChangesQuery,
  ) {}

  /** The version of that number, else the one in force; throws `version.not-found`, and `strategy.not-found` where none is in force. */
  async run(number: number | undefined, asOf: AsOf): Promise<StrategyDocument> {
    declareRead('strategy');
    const places = versionPlaces(await this.strategies.versionsAdopted(asOf), asOf.today);
    const place = places.find(({ version, state }) => (number === undefined ? state === 'in-force' : version.number === number));
    if (!place) throw number === undefined ? noneInForce(asOf) : new DomainError('version.not-found', { version: number });
    const strategy = await this.strategies.version(place.version.number, asOf);
    return documentOf(strategy, { place, places, hung: await this.hungOn(strategy, place, asOf) });
  }

  private async hungOn(strategy: StrategyInForce, { state }: VersionPlace<VersionContent>, asOf: AsOf): Promise<Hung> {
    const goals = goalsOf(strategy);
    const ids = goals.map(({ id }) => id);
    const [definitions, roles, actions, changes] = await Promise.all([
      this.definitions.ofGoals(goals, asOf),
      this.responsibilities.ofGoals(ids, asOf),
      state === 'in-force' ? this.actions.all(asOf) : [],
      this.changes.ofGoals(ids, asOf),
    ]);
    return { definitions, roles, actions, changes };
  }
}

const noneInForce = ({ today }: AsOf): DomainError => new DomainError('strategy.not-found', { today });

interface Around {
  readonly place: VersionPlace<VersionContent>;
  readonly places: readonly VersionPlace<VersionContent>[];
  readonly hung: Hung;
}

function documentOf({ decision, isExample, areas }: StrategyInForce, { place, places, hung }: Around): StrategyDocument {
  const { version, state, replaces, replacedBy } = place;
  const { validFrom, documentOwner } = version;
  const shown = areas.map(({ slug, name, shortName, description, goals }) => {
    return { slug, name, shortName, description, goals: goals.map((goal) => goalOf(goal, hung)) };
  });
  return {
    ...{
      ...decision,
      validFrom,
      validTo: lastDayOf(place),
      state,
      replacesVersion: replaces?.number,
      replacedBy: replacedBy?.number,
      areas: shown,
    },
    ...{ documentOwner, replaces: version.replaces },
    versions: places.map(inList).reverse(),
    hasExamples: isExample || shown.some(({ goals }) => goals.some(hasExample)),
  };
}

function inList(place: VersionPlace<VersionContent>): StrategyDocument['versions'][number] {
  const { number, body, decidedOn, decidedOnText, paragraph, dnr, validFrom } = place.version;
  return { version: number, body, decidedOn, decidedOnText, paragraph, dnr, validFrom, validTo: lastDayOf(place), state: place.state };
}

function goalOf(
  { id, slug, name, description, deliberatelyNotMeasured, isExample }: Goal,
  { definitions, roles, actions, changes }: Hung,
): DocumentGoal {
  const measured = definitions.targets.filter(({ goalId }) => goalId === id);
  return {
    ...{ slug, name, description, deliberatelyNotMeasured, isExample },
    indicators: measured.flatMap((target) => indicatorOf(target, definitions, changes)),
    roles: [...(roles.get(id) ?? [])],
    actions: actions.filter(({ goal }) => goal.slug === slug).map(actionOf),
  };
}

function indicatorOf(
  { goalId, indicatorId, target }: GoalTarget,
  { indicators }: GoalDefinitions,
  changes: readonly GoalTargetChange[],
): DocumentGoal['indicators'] {
  const indicator = indicators.get(indicatorId);
  if (!indicator) return [];
  const { slug, name, isExample, unit, rules } = indicator;
  if (!target) return [{ slug, name, isExample }];
  const counted = { unit, decimals: rules.decimals, reporting: rules.reporting, direction: rules.direction };
  const both = (write: typeof targetText) => ({ sv: write(target, counted, 'sv'), en: write(target, counted, 'en') });
  const own = changes.filter((change) => change.goalId === goalId && change.indicatorId === indicatorId);
  // What was adopted with the version and what was decided later are told apart.
  const path: typeof targetText = (_, _counted, language) =>
    [
      targetPathText(target, counted, language),
      targetBreakText(target, rules.breaks, language),
      // A change names its decision itself.
      ...(own.length > 0 ? own.map((change) => targetChangeText(change, counted, language)) : [targetDecisionText(target, language)]),
    ]
      .filter(Boolean)
      .join(' ');
  const { decision } = target;
  return [{ slug, name, isExample, target: { text: both(targetText), path: both(path), decision, isExample: target.isExample } }];
}

function actionOf({ lead, ...action }: ActionSummary): DocumentGoal['actions'][number] {
  const { slug, title, startsOn, endsOn, status, endedOn, isPastItsEnd, isExample } = action;
  return { slug, title, lead: { slug: lead.slug, name: lead.name }, startsOn, endsOn, status, endedOn, isPastItsEnd, isExample };
}

function hasExample({ isExample, indicators, roles, actions }: DocumentGoal): boolean {
  const ofIndicators = indicators.some((indicator) => indicator.isExample || indicator.target?.isExample);
  return isExample || ofIndicators || [...roles, ...actions].some((one) => one.isExample);
}
