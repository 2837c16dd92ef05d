/** The part of jStat that is used; the package brings no types of its own. */
declare module 'jstat' {
  const jStat: {
    readonly studentt: {
      /** P(T ≤ x). */
      cdf(x: number, degreesOfFreedom: number): number;
      /** The x for which P(T ≤ x) = p. */
      inv(p: number, degreesOfFreedom: number): number;
    };
  };
  export default jStat;
}
