/** SQL that names a figure so that a person finds it: `folkmangd 0884 2026-Q3`. Needs figureJoins of the same row. */
export const figureName = (row: string): string => `concat_ws(' ', i.slug, t.code, nullif(h.breakdown, ''), ${row}.period)`;

/** Joins a row with `series_id` (alias given) to what figureName needs. */
export const figureJoins = (row: string): string => `
  left join series_head h on h.id = ${row}.series_id
  left join indicator i on i.id = h.indicator_id
  left join territory t on t.id = h.territory_id`;
