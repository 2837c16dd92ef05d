/** Numbers that look random but come again with the same seed, so that a round that failed can be tried again. */
export function chanceFrom(seed) {
  let state = seed >>> 0;
  const next = () => {
    // mulberry32: small, public domain, good enough to choose moments.
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    between: (low, high) => low + next() * (high - low),
    happens: (probability) => next() < probability,
  };
}
