import type { RegisteredIndicator } from '@slusen/contracts';
import { comparePeriods, parsePeriod, textIn, type Language } from '@slusen/domain';

/** What is shown of the list. */
export interface RegisterFilter {
  readonly text: string;
  /** Slugs; empty: whoever, wherever. */
  readonly owner: string;
  readonly area: string;
  readonly onlyLate: boolean;
  readonly onlyWithoutTarget: boolean;
}

export const SORTS = ['name', 'owner', 'latest', 'late'] as const;
export type Sort = (typeof SORTS)[number];

/** Nobody is asked for the value of one that is computed or has ended to get a target. */
const lacksTarget = ({ hasTarget, endsAfter }: RegisteredIndicator): boolean => !hasTarget && endsAfter === undefined;

/** The indicators that the filter lets through, in their order. */
export function shownIndicators(all: readonly RegisteredIndicator[], filter: RegisterFilter, sort: Sort): RegisteredIndicator[] {
  const words = filter.text.trim().toLowerCase().split(/\s+/).filter(Boolean);
  return all.filter((one) => isShown(one, filter, words)).sort((a, b) => compare(a, b, sort) || byName(a, b));
}

function isShown(
  one: RegisteredIndicator,
  { owner, area, onlyLate, onlyWithoutTarget }: RegisterFilter,
  words: readonly string[],
): boolean {
  const text = `${one.name.sv} ${one.name.en ?? ''} ${one.slug}`.toLowerCase();
  return (
    words.every((word) => text.includes(word)) &&
    (owner === '' || (one.owner?.slug ?? NOBODY) === owner) &&
    (area === '' || one.areas.some(({ slug }) => slug === area)) &&
    (!onlyLate || one.late !== undefined) &&
    (!onlyWithoutTarget || lacksTarget(one))
  );
}

/** Chosen to find what nobody answers for. */
export const NOBODY = '-';

const byName = (a: RegisteredIndicator, b: RegisteredIndicator): number => a.name.sv.localeCompare(b.name.sv, 'sv');

function compare(a: RegisteredIndicator, b: RegisteredIndicator, sort: Sort): number {
  if (sort === 'owner') return (a.owner?.name.sv ?? '').localeCompare(b.owner?.name.sv ?? '', 'sv');
  if (sort === 'late') return (b.late?.days ?? -1) - (a.late?.days ?? -1);
  if (sort === 'latest') return latestFirst(a, b);
  return 0;
}

function latestFirst({ latest: a }: RegisteredIndicator, { latest: b }: RegisteredIndicator): number {
  if (!a || !b) return Number(!a) - Number(!b);
  return comparePeriods(parsePeriod(b.period), parsePeriod(a.period));
}

/** Every owner or area once, by name. */
export function choicesOf<
  Named extends { readonly slug: string; readonly name: { readonly sv: string; readonly en?: string | undefined } },
>(named: readonly (Named | undefined)[], language: Language): { readonly slug: string; readonly name: string }[] {
  const found = new Map(named.flatMap((one) => (one ? [[one.slug, textIn(one.name, language).text] as const] : [])));
  return [...found].map(([slug, name]) => ({ slug, name })).sort((a, b) => a.name.localeCompare(b.name, 'sv'));
}
