import jStat from 'jstat';

/** The t for which Student's distribution with so many degrees of freedom lies below it with probability p (0 < p < 1). */
export function studentQuantile(p: number, degreesOfFreedom: number): number {
  return jStat.studentt.inv(p, degreesOfFreedom);
}

/** The probability that Student's t with so many degrees of freedom is above x; falls from 1 to 0 as x grows. */
export function studentUpperTail(x: number, degreesOfFreedom: number): number {
  if (x === 0) return 0.5;
  // The library's own halves differ in the eighth digit; one of them, mirrored, keeps the sum of both tails at 1.
  const tail = Math.min(0.5, jStat.studentt.cdf(-Math.abs(x), degreesOfFreedom));
  return x > 0 ? tail : 1 - tail;
}
