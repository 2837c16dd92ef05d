import { studentQuantile, studentUpperTail } from './student-t.js';

/** Printed tables of Student's t (for example NIST/SEMATECH e-Handbook, 1.3.6.7.2). */
const PRINTED: readonly [p: number, degreesOfFreedom: number, t: number][] = [
  [0.9, 3, 1.638],
  [0.9, 5, 1.476],
  [0.95, 5, 2.015],
  [0.95, 8, 1.86],
  [0.975, 3, 3.182],
  [0.975, 8, 2.306],
];

describe("Student's t", () => {
  for (const [p, degreesOfFreedom, t] of PRINTED) {
    it(`has the printed ${p} quantile with ${degreesOfFreedom} degrees of freedom`, () => {
      expect(studentQuantile(p, degreesOfFreedom)).toBeCloseTo(t, 3);
      expect(studentUpperTail(studentQuantile(p, degreesOfFreedom), degreesOfFreedom)).toBeCloseTo(1 - p, 7);
    });
  }

  it('has tails that mirror each other and go from 1 to 0', () => {
    expect(studentUpperTail(0, 4)).toBe(0.5);
    expect(studentUpperTail(1.3, 4) + studentUpperTail(-1.3, 4)).toBe(1);
    expect(studentUpperTail(1e9, 4)).toBeCloseTo(0, 12);
    expect(studentUpperTail(-1e9, 4)).toBeCloseTo(1, 12);
  });
});
