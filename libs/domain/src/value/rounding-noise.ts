/**
 * How much differences and quotients of these numbers can be off merely because computers store decimals inexactly
 * (0.3 − 0.2 is not 0.1). Smaller differences than this mean nothing.
 */
export function roundingNoise(values: readonly number[]): number {
  return 16 * Number.EPSILON * values.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
}
