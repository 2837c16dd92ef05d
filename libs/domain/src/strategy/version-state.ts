import { addDays } from '../time/calendar.js';
import { type IsoDate } from '../time/period.js';
import { type VersionContent } from './strategy-content.js';

/** Whether an adopted version is yet to begin, holds, gave way to a later one, or ran out with nothing after it. */
export const VERSION_STATES = ['coming', 'in-force', 'superseded', 'ended'] as const;
export type VersionState = (typeof VERSION_STATES)[number];

type Dated = Pick<VersionContent, 'number' | 'validFrom' | 'validTo'>;

/** An adopted version among the others: how it stands, which one it replaced, and which one replaces it. */
export interface VersionPlace<Version> {
  readonly version: Version;
  readonly state: VersionState;
  readonly replaces: Version | undefined;
  readonly replacedBy: Version | undefined;
}

/**
 * Adopted versions in the order in which they began, each with its place among the others. Of those that are valid on the day the one that
 * began last is in force, and only that one.
 */
export function versionPlaces<Version extends Dated>(versions: readonly Version[], today: IsoDate): VersionPlace<Version>[] {
  const inOrder = [...versions].sort((a, b) => a.validFrom.localeCompare(b.validFrom) || a.number - b.number);
  const inForce = inOrder.findLast((version) => isValid(version, today));
  return inOrder.map((version, index) => {
    const [replaces, replacedBy] = [inOrder[index - 1], inOrder[index + 1]];
    return { version, state: stateOf(version, { inForce, replacedBy, today }), replaces, replacedBy };
  });
}

/** The last day that a version holds, where it is known: its own, or the day before a later one took its place, whichever came first. */
export function lastDayOf({ version, state, replacedBy }: VersionPlace<Dated>): IsoDate | undefined {
  const before = state === 'superseded' && replacedBy ? [addDays(replacedBy.validFrom, -1)] : [];
  return [...(version.validTo === undefined ? [] : [version.validTo]), ...before].sort()[0];
}

function isValid({ validFrom, validTo }: Dated, today: IsoDate): boolean {
  return validFrom <= today && (validTo === undefined || validTo >= today);
}

interface Others {
  readonly inForce: Dated | undefined;
  readonly replacedBy: Dated | undefined;
  readonly today: IsoDate;
}

function stateOf(version: Dated, { inForce, replacedBy, today }: Others): VersionState {
  if (version === inForce) return 'in-force';
  if (version.validFrom > today) return 'coming';
  return replacedBy && replacedBy.validFrom <= today ? 'superseded' : 'ended';
}
