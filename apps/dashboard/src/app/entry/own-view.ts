import type { OwnIndicator } from '@slusen/contracts';
import { comparePeriods, parsePeriod } from '@slusen/domain';

/** What is shown of the list: by words, department, and where it stands. */
export interface OwnFilter {
  readonly text: string;
  /** A slug; empty: whichever. */
  readonly department: string;
  readonly standing: Standing | '';
}

/** Where an indicator stands, as the list is narrowed by it. */
export const STANDINGS = ['to-do', 'submitted', 'done', 'not-yet-due'] as const;
export type Standing = (typeof STANDINGS)[number];

export const OWN_SORTS = ['press', 'name', 'latest'] as const;
export type OwnSort = (typeof OWN_SORTS)[number];

/** What is to be done first comes first. */
const PRESS: readonly OwnIndicator['state'][] = ['returned', 'overdue', 'draft', 'due', 'preliminary', 'submitted', 'done', 'not-yet-due'];

/** Which of the standings a state belongs to. */
export function standingOf(state: OwnIndicator['state']): Standing {
  return state === 'submitted' || state === 'done' || state === 'not-yet-due' ? state : 'to-do';
}

/** The indicators that the filter lets through, in their order. */
export function shownOwn(all: readonly OwnIndicator[], { text, department, standing }: OwnFilter, sort: OwnSort): OwnIndicator[] {
  const words = text.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const isShown = (one: OwnIndicator): boolean => {
    const named = `${one.name.sv} ${one.name.en ?? ''} ${one.slug}`.toLowerCase();
    const isOf = department === '' || one.department.slug === department;
    return words.every((word) => named.includes(word)) && isOf && (standing === '' || standingOf(one.state) === standing);
  };
  return all.filter(isShown).sort((a, b) => COMPARE[sort](a, b) || byName(a, b));
}

const byName = (a: OwnIndicator, b: OwnIndicator): number => a.name.sv.localeCompare(b.name.sv, 'sv');
const COMPARE: Readonly<Record<OwnSort, (a: OwnIndicator, b: OwnIndicator) => number>> = {
  press: (a, b) => PRESS.indexOf(a.state) - PRESS.indexOf(b.state) || (a.task?.lastDay ?? '').localeCompare(b.task?.lastDay ?? ''),
  name: () => 0,
  latest: ({ latest: a }, { latest: b }) =>
    a && b ? comparePeriods(parsePeriod(b.period), parsePeriod(a.period)) : Number(!a) - Number(!b),
};
