/** How the series of a file of figures are sorted by what they measure; what fits none (quotients, yearly shares of age groups) is left out. */
const KINDS = [
  ['population', ({ indicator }) => /^Folkmängd/.test(indicator)],
  ['rates', ({ unit }) => unit === '%'],
  ['prices', ({ unit }) => ['kr', 'tkr', 'kr/inv'].includes(unit)],
  ['counts', ({ unit }) => unit === 'antal'],
];

/** The kinds in the order they are told. */
export const KIND_NAMES = KINDS.map(([name]) => name);

/** The kind of a series; none when it fits none. */
export function kindOf(row) {
  return KINDS.find(([, fits]) => fits(row))?.[0];
}

/**
 * The rows of files of figures as series to try, by kind. No value of a share lies outside 0–100, and none of another series that
 * was never negative below 0.
 */
export function seriesByKind(rows, readPeriod) {
  const series = Map.groupBy(rows, ({ municipality_code: code, indicator, unit }) => [code, indicator, unit].join('|'));
  const sorted = [...series.values()].map((points) => ({ kind: kindOf(points[0]), past: pastSeries(points, readPeriod) }));
  return Map.groupBy(sorted.filter(({ kind }) => kind), ({ kind }) => kind); // prettier-ignore
}

function pastSeries(rows, readPeriod) {
  const points = rows
    .filter(({ value }) => value !== '')
    .map(({ period, value }) => ({ period: readPeriod(period), value: Number(value) }));
  const isNeverNegative = points.every(({ value }) => value >= 0);
  return { points, ...(isNeverNegative && { min: 0 }), ...(rows[0].unit === '%' && { max: 100 }) };
}
