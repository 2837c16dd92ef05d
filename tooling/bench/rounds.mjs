/** Measured rounds of two sides in turn, and what they say together. */

/**
 * Runs two sides in turn (A B, B A, A B …: whoever goes second profits from no warmer machine), one warm-up each before
 * (none when `isCold`: for what starts anew each time). Each gives one round's measure `{ perSecond, … }`. Gives both lists under the sides' names, in the order of the rounds.
 */
export async function alternate({ rounds, sides, isCold = false }) {
  const names = Object.keys(sides);
  const measured = Object.fromEntries(names.map((name) => [name, []]));
  if (!isCold) for (const name of names) await sides[name]({ isWarmUp: true });
  for (let round = 0; round < rounds; round++) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) measured[name].push(await sides[name]({ isWarmUp: false }));
  }
  return measured;
}

/** The middle value; of an even number the mean of the two in the middle. Throws when there is none. */
export function median(values) {
  if (values.length === 0) throw new Error('There is no median of nothing');
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * What the rounds of two sides say: the medians of each under its name, the median of the ratios of neighbouring rounds (the first side's
 * `perSecond` over the second's; a machine that slows down for a while slows both of a pair), and the lowest and highest of those ratios.
 */
export function compared(measured) {
  const [[first, ours], [second, theirs]] = Object.entries(measured);
  if (ours.length !== theirs.length) throw new Error('Both sides need the same number of rounds');
  const ratios = ours.map((round, at) => round.perSecond / theirs[at].perSecond);
  return {
    [first]: middleOf(ours),
    [second]: middleOf(theirs),
    ratio: median(ratios),
    lowest: Math.min(...ratios),
    highest: Math.max(...ratios),
  };
}

/** The median of every number the rounds have in common. */
function middleOf(rounds) {
  const names = Object.keys(rounds[0] ?? {}).filter((name) => rounds.every((round) => Number.isFinite(round[name])));
  return Object.fromEntries(names.map((name) => [name, median(rounds.map((round) => round[name]))]));
}

/** The smallest value that at least the share (0.99) of them do not exceed. Throws when there is none. */
export function percentile(values, share) {
  if (values.length === 0) throw new Error('There is no percentile of nothing');
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * share) - 1];
}
