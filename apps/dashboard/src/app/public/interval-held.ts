/** How often the 80 % interval held on past series, so many years ahead; made by tooling/interval/measure.mjs. */
export const INTERVAL_HELD = [
  {
    kind: 'population',
    series: 6,
    ahead: [
      { years: 1, cases: 290, held: 210 },
      { years: 3, cases: 248, held: 153 },
      { years: 5, cases: 206, held: 144 },
    ],
  },
  {
    kind: 'rates',
    series: 100,
    ahead: [
      { years: 1, cases: 3109, held: 2476 },
      { years: 3, cases: 2447, held: 2081 },
      { years: 5, cases: 1885, held: 1686 },
    ],
  },
  {
    kind: 'prices',
    series: 14,
    ahead: [
      { years: 1, cases: 298, held: 215 },
      { years: 3, cases: 214, held: 170 },
      { years: 5, cases: 130, held: 120 },
    ],
  },
  {
    kind: 'counts',
    series: 275,
    ahead: [
      { years: 1, cases: 7515, held: 5918 },
      { years: 3, cases: 5753, held: 5123 },
      { years: 5, cases: 4402, held: 4146 },
    ],
  },
] as const;
