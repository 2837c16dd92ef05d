/** The series that measures of the write path enter figures into, and the periods. */

const YEARS = 6;

/** The quarters of whole past years, which nobody can call too early. */
export function quartersBefore(year) {
  return Array.from({ length: YEARS * 4 }, (_, at) => `${year - YEARS + Math.floor(at / 4)}-Q${(at % 4) + 1}`);
}

/**
 * So many empty series of an indicator for each of two sides, by their breakdowns (`prefix-app=1`, …), recorded in one sealed transaction; a
 * first figure would otherwise make them.
 */
export async function makeSeries(client, { indicator, territory, prefix, count }) {
  const make = async (side) => {
    const { rows } = await client.query(
      `insert into series_head (indicator_id, territory_id, breakdown)
       select i.id, t.id, $3 || n from indicator i, territory t, generate_series(1, $4::int) n
        where i.slug = $1 and t.code = $2 returning breakdown`,
      [indicator, territory, `${prefix}-${side}=`, count],
    );
    return rows.map(({ breakdown }) => breakdown);
  };
  await client.query('begin');
  const series = { app: await make('app'), hand: await make('hand') };
  await client.query(`select seal('{"action":"bench.series","by":null,"facts":{},"subject":"bench"}')`);
  await client.query('commit');
  return series;
}

/** The series dealt out to so many lanes, each beginning with its first. */
export function lanesOf(breakdowns, lanes) {
  return Array.from({ length: lanes }, (_, lane) => ({ series: breakdowns.filter((_, at) => at % lanes === lane), at: 0 }));
}
