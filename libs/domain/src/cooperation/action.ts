import { type Localized } from '../language.js';
import { fault, repeated, unknownReference, type Faults } from '../strategy/fault.js';
import { type IsoDate } from '../time/period.js';

/** How far an action has come. */
export const ACTION_STATUSES = ['not-started', 'ongoing', 'done', 'delayed', 'dropped'] as const;
export type ActionStatus = (typeof ACTION_STATUSES)[number];

/** Something that an actor does for a goal: what, who leads and takes part, from when to when, and how far it has come. */
export interface ActionContent {
  /** By its name in addresses, which it keeps from one version of the strategy to the next. */
  readonly goal: string;
  readonly title: Localized;
  readonly description?: Localized | undefined;
  readonly lead: string;
  readonly partners: readonly string[];
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate;
  readonly status: ActionStatus;
  /** What is said of how far it has come: of one that is delayed or dropped why. */
  readonly note?: string | undefined;
  readonly territory?: string | undefined;
  readonly indicator?: string | undefined;
  readonly isExample: boolean;
}

/** What an action may name. */
export interface ActionSurroundings {
  readonly goals: { has(slug: string): boolean };
  readonly actors: { has(slug: string): boolean };
  /** The municipality and its localities. */
  readonly territories: { has(code: string): boolean };
  readonly indicators: { has(slug: string): boolean };
}

/** Statuses that say that something did not go as planned. */
const AGAINST_THE_PLAN: readonly ActionStatus[] = ['delayed', 'dropped'];
const ENDED: readonly ActionStatus[] = ['done', 'dropped'];

/** Whether nothing more is to be done. */
export const isEnded = (status: ActionStatus): boolean => ENDED.includes(status);

/** Whether a status must be explained: it is against the plan, or takes up again what had ended. `before`: the status until now. */
export function needsNote(status: ActionStatus, before?: ActionStatus): boolean {
  return AGAINST_THE_PLAN.includes(status) || (before !== undefined && isEnded(before) && !isEnded(status));
}

/** Everything about an action that does not fit together, or names what is not there; `before`: what it said until now. */
export function* actionFaults(content: ActionContent, around: ActionSurroundings, before?: ActionContent): Faults {
  const { goal, lead, partners, startsOn, endsOn, status, note, territory, indicator } = content;
  yield* unknownReference(goal, around.goals, ['goal']);
  yield* unknownReference(lead, around.actors, ['lead']);
  for (const [p, partner] of partners.entries()) yield* unknownReference(partner, around.actors, ['partners', p]);
  yield* repeated(partners, ['partners']);
  if (partners.includes(lead)) yield fault(['partners', partners.indexOf(lead)], 'action.lead-takes-part', lead);
  if (endsOn < startsOn) yield fault(['endsOn'], 'action.ends-before-it-begins', endsOn);
  if (needsNote(status, before?.status) && !note) yield fault(['note'], 'action.note-missing', '');
  if (territory !== undefined) yield* unknownReference(territory, around.territories, ['territory']);
  if (indicator !== undefined) yield* unknownReference(indicator, around.indicators, ['indicator']);
}
