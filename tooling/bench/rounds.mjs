/** Measured rounds of two sides in turn, and what they say together. */

/**
 * Runs `sides.app()` and `sides.bare()` in turn (A B, B A, A B …: whoever goes second profits from no warmer machine), one
 * warm-up each before. Each gives one round's measure `{ perSecond, … }`. Gives both lists in the order of the rounds.
 */
export async function alternate({ rounds, sides }) {
  const measured = { app: [], bare: [] };
  await sides.app({ isWarmUp: true });
  await sides.bare({ isWarmUp: true });
  for (let round = 0; round < rounds; round++) {
    const order = round % 2 === 0 ? ['app', 'bare'] : ['bare', 'app'];
    for (const side of order) measured[side].push(await sides[side]({ isWarmUp: false }));
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
 * What the rounds say: the medians of both sides, the median of the ratios of neighbouring rounds (a machine that slows
 * down for a while slows both of a pair), and the lowest and highest of those ratios.
 */
export function compared({ app, bare }) {
  if (app.length !== bare.length) throw new Error('Both sides need the same number of rounds');
  const ratios = app.map((round, at) => round.perSecond / bare[at].perSecond);
  return {
    app: middleOf(app),
    bare: middleOf(bare),
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
