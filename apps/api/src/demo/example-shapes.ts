/** How an invented series behaves. All numbers are per year or shares of it, so that one shape serves any first start. */
export interface ExampleShape {
  /** What it amounts to in 2021: a year's sum for counts, the level itself for shares and stocks. */
  readonly level: number;
  readonly changePerYear: number;
  /** Each part's share of the year's sum; absent for shares and stocks, which have no sum. */
  readonly shares?: readonly number[];
  /** How far a value may lie from its shape, as a share of it. */
  readonly noise: number;
  /** From this year on the shape is multiplied: a new way of counting. */
  readonly countedAnew?: { readonly year: number; readonly factor: number };
  /** Finished stages instead of a level: the value holds from its period's end, in months (year × 12 + month). */
  readonly stages?: readonly { readonly from: number; readonly value: number }[];
  /** About how many answered, for a survey. */
  readonly respondents?: number;
  /** Why the latest period has no value, to show a missing one. */
  readonly latestMissing?: string;
}

/** The shapes of the municipality's own counts, by indicator. None of them is public, so all of them are invented. */
export const EXAMPLE_SHAPES: Readonly<Record<string, ExampleShape>> = {
  'aktiva-utvecklingsgrupper': { level: 5.4, changePerYear: 0.46, noise: 0 },
  dialogdeltagare: { level: 560, changePerYear: 50, shares: [0.27, 0.22, 0.13, 0.38], noise: 0.08 },
  foretagsbesok: { level: 50, changePerYear: 2, shares: [0.27, 0.26, 0.16, 0.31], noise: 0.15 },
  'andel-kvinnor-nyforetagarradgivning': { level: 43, changePerYear: 0.4, noise: 0.08 },
  'besok-pa-turistbyran': {
    level: 58_000,
    changePerYear: 1_900,
    shares: [0.01, 0.011, 0.014, 0.025, 0.05, 0.145, 0.39, 0.235, 0.055, 0.03, 0.015, 0.02],
    noise: 0.06,
  },
  'nya-bidragsforeningar': { level: 5, changePerYear: 0.8, shares: [0.3, 0.35, 0.1, 0.25], noise: 0.5 },
  biblioteksbesok: {
    level: 66_500,
    changePerYear: 400,
    shares: [0.27, 0.24, 0.2, 0.29],
    noise: 0.04,
    countedAnew: { year: 2025, factor: 0.86 },
  },
  'sfi-godkanda-kurser': { level: 84, changePerYear: 4.6, shares: [0.38, 0.22, 0.4], noise: 0.06 },
  'belyst-cykelvag': {
    level: 0,
    changePerYear: 0,
    noise: 0,
    stages: [
      { from: 2025 * 12 + 6, value: 820 },
      { from: 2025 * 12 + 12, value: 1_550 },
      { from: 2026 * 12 + 12, value: 2_400 },
    ],
  },
  'felanmalningar-i-tid': {
    level: 66,
    changePerYear: 1.6,
    noise: 0.04,
    latestMissing: 'Systemet för felanmälan byttes under kvartalet (påhittat exempel)',
  },
  'inflytande-i-invanarpanelen': { level: 36, changePerYear: 1, noise: 0.02, respondents: 600 },
};
