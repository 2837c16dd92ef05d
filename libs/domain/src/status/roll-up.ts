import { type Explanation } from './explanation.js';
import { STATUSES, type Status } from './status.js';

/** Whether a goal is fulfilled, as computed from its indicators. */
export const FULFILMENTS = ['met', 'partly-met', 'not-met', 'not-assessable'] as const;
export type Fulfilment = (typeof FULFILMENTS)[number];

/** Why the fulfilment of a goal cannot be assessed. */
export const FULFILMENT_REASONS = ['no-indicators', 'deliberately-not-measured', 'too-few-assessable'] as const;
export type FulfilmentReason = (typeof FULFILMENT_REASONS)[number];

/** What a goal's indicators say together; colours are counted, never averaged. */
export interface RollUp {
  readonly counts: Readonly<Record<Status, number>>;
  /** The worst status there is; `not-assessable` only when no indicator can be assessed. */
  readonly worst: Status;
  readonly coverage: { readonly assessable: number; readonly total: number };
  readonly fulfilment: Fulfilment;
  readonly reason?: FulfilmentReason | undefined;
  /** Every final period has been reached: the words become Uppfyllt and so on. */
  readonly isFinal: boolean;
}

/** What the roll-up needs of each indicator's explanation. */
export type RolledUp = Pick<Explanation, 'status' | 'isFinal' | 'target'>;

/** Rolls the indicators of a goal up; an uncertain status counts as the status it is. */
export function rollUp(explanations: readonly RolledUp[], goal: { readonly deliberatelyNotMeasured: boolean }): RollUp {
  const counts = countStatuses(explanations);
  const coverage = { assessable: explanations.length - counts['not-assessable'], total: explanations.length };
  const targeted = explanations.filter(({ target }) => target !== undefined);
  const reason = reasonOf(coverage, goal.deliberatelyNotMeasured);
  return {
    counts,
    worst: WORST_FIRST.find((status) => counts[status] > 0) ?? 'not-assessable',
    coverage,
    fulfilment: reason ? 'not-assessable' : fulfilmentOf(counts, coverage.assessable),
    reason,
    isFinal: targeted.length > 0 && targeted.every(({ isFinal }) => isFinal),
  };
}

const WORST_FIRST: readonly Status[] = ['off-track', 'at-risk', 'on-track', 'not-assessable'];

function countStatuses(explanations: readonly RolledUp[]): Record<Status, number> {
  const count = (wanted: Status) => explanations.filter(({ status }) => status === wanted).length;
  return Object.fromEntries(STATUSES.map((status) => [status, count(status)])) as Record<Status, number>;
}

function reasonOf({ assessable, total }: RollUp['coverage'], isDeliberate: boolean): FulfilmentReason | undefined {
  if (isDeliberate) return 'deliberately-not-measured';
  if (total === 0) return 'no-indicators';
  return assessable * 2 < total ? 'too-few-assessable' : undefined;
}

function fulfilmentOf(counts: RollUp['counts'], assessable: number): Fulfilment {
  if (counts['on-track'] === assessable) return 'met';
  return counts['off-track'] * 2 > assessable ? 'not-met' : 'partly-met';
}
