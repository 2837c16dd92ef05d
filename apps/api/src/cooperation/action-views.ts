import { Injectable } from '@nestjs/common';
import type { ActionSummary, ActionView } from '@slusen/contracts';
import {
  changedFields,
  endedOn,
  isPastItsEnd,
  movedOn,
  standstillDays,
  stockholmDate,
  type ActionStep,
  type IsoDate,
  type Localized,
} from '@slusen/domain';
import { IndicatorQuery } from '../indicators/indicator.query.js';
import { ActorQuery, type NamedActor } from '../organisation/actor.query.js';
import { TerritoryQuery } from '../organisation/territory.query.js';
import type { AsOf } from '../platform/as-of.js';
import { related } from '../platform/columns.js';
import { StrategyQuery } from '../strategy/strategy.query.js';
import type { ReadAction, ReadRevision } from './action-reading.query.js';

/** What actions name, by what people call it at the moment. */
interface Names {
  readonly goals: ReadonlyMap<number, Localized>;
  /** Goals of the version in force, by their slug. */
  readonly inForce: ReadonlyMap<string, Localized>;
  readonly actors: ReadonlyMap<number, NamedActor>;
  readonly territories: ReadonlyMap<string, Localized>;
  readonly indicators: ReadonlyMap<number, { readonly slug: string; readonly name: Localized }>;
}

/** Actions as they are shown, with the names of the moment. */
@Injectable()
export class ActionViews {
  constructor(
    private readonly strategies: StrategyQuery,
    private readonly actors: ActorQuery,
    private readonly territories: TerritoryQuery,
    private readonly indicators: IndicatorQuery,
  ) {}

  async summaries(actions: readonly ReadAction[], asOf: AsOf): Promise<ActionSummary[]> {
    const names = await this.names(actions, asOf);
    return actions.map((action) => summaryOf(action, names, asOf.today));
  }

  async view(action: ReadAction, asOf: AsOf): Promise<ActionView> {
    const names = await this.names([action], asOf);
    const { content, row } = latestOf(action);
    const history = action.revisions.map((one, index) => stepOf(one, action.revisions[index - 1], names)).reverse();
    return { ...summaryOf(action, names, asOf.today), description: content.description, revision: row.revision, history };
  }

  private async names(actions: readonly ReadAction[], asOf: AsOf): Promise<Names> {
    const revisions = actions.flatMap((action) => action.revisions);
    const rows = revisions.map(({ row }) => row);
    const strategy = await this.strategies.current(asOf);
    const codes = revisions.flatMap(({ content }) => content.territory ?? []);
    const actorIds = revisions.flatMap(({ row, partnerIds }) => [row.leadId, row.saidById ?? 0, ...partnerIds]);
    const [goals, actors, territories, indicators] = await Promise.all([
      this.strategies.goalNames([...new Set(rows.map(({ goalId }) => goalId))], asOf),
      this.actors.byIds(actorIds, asOf),
      this.territories.byCodes([...new Set(codes)], asOf),
      this.indicators.byIds([...new Set(rows.flatMap(({ indicatorId }) => indicatorId ?? []))], asOf),
    ]);
    const inForce = new Map((strategy?.areas ?? []).flatMap((area) => area.goals.map(({ slug, name }) => [slug, name] as const)));
    return { goals, inForce, actors, territories: new Map(territories.map(({ code, name }) => [code, name])), indicators };
  }
}

const latestOf = ({ revisions }: ReadAction): ReadRevision => revisions.at(-1) ?? revisions[0];

function summaryOf(action: ReadAction, names: Names, today: IsoDate): ActionSummary {
  const { row, content, partnerIds } = latestOf(action);
  const [first, ...later] = action.revisions;
  const steps: [ActionStep, ...ActionStep[]] = [toldOn(first), ...later.map(toldOn)];
  const { title, startsOn, endsOn, status, note, isExample } = content;
  return {
    ...{ slug: action.slug, goal: goalOf(row.goalId, content.goal, names), title, startsOn, endsOn, status, note, isExample },
    lead: actorOf(row.leadId, names),
    partners: partnerIds.map((id) => actorOf(id, names)),
    territory: placeOf(content.territory, names),
    indicator: indicatorOf(row.indicatorId, names),
    endedOn: endedOn(steps),
    movedOn: movedOn(steps),
    standstillDays: standstillDays(steps, today),
    isPastItsEnd: isPastItsEnd({ status, endsOn }, today),
  };
}

const toldOn = ({ at, content: { status, note, startsOn, endsOn } }: ReadRevision): ActionStep => ({
  ...{ on: stockholmDate(at), status, note, startsOn, endsOn },
});

function stepOf({ row, at, content }: ReadRevision, before: ReadRevision | undefined, names: Names): ActionView['history'][number] {
  const { status, note, startsOn, endsOn } = content;
  const by = row.saidById === null ? undefined : actorOf(row.saidById, names);
  return {
    ...{ revision: row.revision, at, on: stockholmDate(at), status, note, startsOn, endsOn },
    by: by && { slug: by.slug, name: by.name },
    changed: before ? changedFields(before.content, content) : [],
  };
}

/** A goal of the version in force by its name there, whichever version the action was entered in. */
function goalOf(id: number, slug: string, { goals, inForce }: Names): ActionSummary['goal'] {
  const current = inForce.get(slug);
  return { slug, name: current ?? goals.get(id) ?? { sv: slug }, isInForce: current !== undefined };
}

function actorOf(id: number, { actors }: Names): ActionSummary['lead'] {
  const { slug, name, kind, isExample } = related(actors.get(id));
  return { slug, name, kind, isExample };
}

function placeOf(code: string | undefined, { territories }: Names): ActionSummary['territory'] {
  return code === undefined ? undefined : { code, name: territories.get(code) ?? { sv: code } };
}

function indicatorOf(id: number | null, { indicators }: Names): ActionSummary['indicator'] {
  const found = id === null ? undefined : indicators.get(id);
  return found && { slug: found.slug, name: found.name };
}
