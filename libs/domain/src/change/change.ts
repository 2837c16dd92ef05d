import { type Difference } from './difference.js';

/**
 * What a change of something decided must be answered with: nothing, since it is new; a reason; a reason and the decision; or a version
 * of its own, since it would be another strategy.
 */
export const CHANGE_NEEDS = ['nothing', 'reason', 'decision', 'version'] as const;
export type ChangeNeed = (typeof CHANGE_NEEDS)[number];

/** Why something decided changes, and by which decision ("KF 2027-03-22 § 12"). */
export interface ChangeRecord {
  readonly reason?: string | undefined;
  readonly decision?: string | undefined;
}

/** What can be decided and changed. */
export const CHANGE_KINDS = [
  'strategy',
  'version',
  'territory',
  'actor',
  'indicator',
  'series-break',
  'point-note',
  'area',
  'goal',
  'target',
  'role',
  'action',
  'round',
  'round-rule',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** What is said otherwise of one subject, under the name people use for it ("Folkmängd"), or said for the first time. */
export interface Change {
  readonly kind: ChangeKind;
  readonly subject: string;
  readonly isNew?: boolean | undefined;
  readonly need: ChangeNeed;
  readonly differences: readonly Difference[];
}

/** Whether the record answers what the change needs; only a version of its own answers the need of one. */
export function isAnswered(need: ChangeNeed, { reason, decision }: ChangeRecord): boolean {
  if (need === 'nothing') return true;
  if (need === 'version' || !reason) return false;
  return need === 'reason' || decision !== undefined;
}

/** The most that any of the changes needs. */
export function greatestNeed(changes: readonly Change[]): ChangeNeed {
  return CHANGE_NEEDS[Math.max(0, ...changes.map(({ need }) => CHANGE_NEEDS.indexOf(need)))] ?? 'nothing';
}

const LONGEST = 60;
const BEFORE_IT_DIFFERS = 20;

/** "Folkmängd: dagar till publicering 20 → 50", one line for each difference. A long text is shown from where it differs. */
export function changeLines({ subject, differences }: Change): string[] {
  return differences.map(({ field, before, after }) => {
    const [there, wanted] = [before ?? '–', after ?? '–'];
    const from = Math.max(0, firstDifference(there, wanted) - BEFORE_IT_DIFFERS);
    return `${subject}: ${field} ${excerpt(there, from)} → ${excerpt(wanted, from)}`;
  });
}

function firstDifference(one: string, other: string): number {
  const at = [...one].findIndex((letter, i) => letter !== other[i]);
  return at < 0 ? one.length : at;
}

function excerpt(text: string, from: number): string {
  if (text.length <= LONGEST) return text;
  const [start, end] = [Math.min(from, text.length - LONGEST), Math.min(from, text.length - LONGEST) + LONGEST];
  return `${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}`;
}
