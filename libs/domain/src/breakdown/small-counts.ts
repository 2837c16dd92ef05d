/** Counts of people below this, but for zero, are not told. */
export const SMALL_COUNT_THRESHOLD = 5;

/** The key of the whole among the parts of a set. */
export const WHOLE = '';

/**
 * The counts of one indicator and period that are told together, by the key of the part (`kon=kvinnor`), the whole under `WHOLE`. Whole
 * numbers that are not negative; a part that has no value is left out.
 */
export type CountSet = ReadonlyMap<string, number>;

/** What has been told of the same period before: the parts that were told, and those that were kept back. */
export interface ToldBefore {
  readonly told: ReadonlySet<string>;
  readonly keptBack: ReadonlySet<string>;
}

/**
 * Where nothing has been told of a period.
 *
 * @internal
 */
export const NOTHING_TOLD: ToldBefore = { told: new Set(), keptBack: new Set() };

/** How a set is kept from telling of few. */
export interface SmallCounts {
  /** Counts from 1 to one less than this are small. */
  readonly threshold: number;
  readonly before: ToldBefore;
  /** Whether every part has a count, so that the parts make up the whole. */
  readonly isWhole: boolean;
}

/**
 * Which counts of a set are not to be told: the small ones, what was kept back of the same period before (two revisions beside each other
 * would give it away), and as many of the smallest others as it takes for nobody to work them out, those with the same count together.
 * Where no other part is left the whole is kept back too, and wherever a part is kept back that was told before: it may be what it was. Zero
 * is told.
 *
 * The rule is known to everybody, so it asks for nothing but counts: parts that are kept back could change places, and what is seen would be
 * the same. It is enough, then, that they are not all the same, and that each has room for more than a small count. Source: complementary
 * suppression of a table with one margin, as in A. Hundepool et al., Statistical Disclosure Control (2012), chapter 4.
 * @throws RangeError when the threshold is less than three: a count that is kept back would be one.
 */
export function keptBack(set: CountSet, { threshold, before, isWhole }: SmallCounts): ReadonlySet<string> {
  if (threshold < 3) throw new RangeError('A small count has to be one of several');
  const hidden = new Set([...set.keys()].filter((key) => before.keptBack.has(key) || isSmall(set.get(key), threshold)));
  for (const keys of inTurn(set)) {
    if (isSafe(set, { hidden, threshold, isWhole })) break;
    for (const key of keys) hidden.add(key);
  }
  const wasTold = [...hidden].some((key) => key !== WHOLE && before.told.has(key));
  return wasTold && set.has(WHOLE) ? hidden.add(WHOLE) : hidden;
}

const isSmall = (count: number | undefined, threshold: number): boolean => count !== undefined && count > 0 && count < threshold;

/** What is kept back in turn: parts by their counts, then the whole. */
function inTurn(set: CountSet): readonly (readonly string[])[] {
  const parts = [...set].filter(([key, count]) => key !== WHOLE && count > 0).sort(([, one], [, other]) => one - other);
  const groups = [...new Set(parts.map(([, count]) => count))].map((count) => parts.filter(([, own]) => own === count).map(([key]) => key));
  return [...groups, set.has(WHOLE) ? [WHOLE] : []];
}

/** What somebody can work out with. */
interface Told extends Pick<SmallCounts, 'threshold' | 'isWhole'> {
  readonly hidden: ReadonlySet<string>;
}

/** Whether what is kept back cannot be worked out from the whole and the parts that are told. */
function isSafe(set: CountSet, { hidden, threshold, isWhole }: Told): boolean {
  const parts = [...set.keys()].filter((key) => key !== WHOLE);
  const unknown = parts.filter((key) => hidden.has(key));
  const whole = set.get(WHOLE);
  if (whole === undefined || hidden.size === 0) return true;
  if (hidden.has(WHOLE)) return unknown.length > 0 || !isWhole;
  const left = parts.filter((key) => !hidden.has(key)).reduce((rest, key) => rest - (set.get(key) ?? 0), whole);
  // Zero is told, so each of the others is one at least.
  if (left - (unknown.length - 1) < threshold) return false;
  // A part without a count may be anything.
  if (!isWhole) return true;
  return unknown.length > 1 && !unknown.every((key) => set.get(key) === threshold - 1);
}
