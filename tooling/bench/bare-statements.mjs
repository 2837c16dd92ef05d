/** What one would write by hand for the two hot reads: one statement each, and for the series its rows as JSON. */

/** The current public figure of every period of a series: indicator, territory, breakdown. */
export const SERIES = {
  name: 'bare.series',
  text: `
    select distinct on (o.period_end)
           o.period, o.value, o.missing, o.quality, o.provenance, o.provenance_note, o.margin, o.respondents, o.revision,
           o.source, a.name_sv as approved_by, o.recorded_at
      from indicator i
      join territory t on t.code = $2
      join series_head h on h.indicator_id = i.id and h.territory_id = t.id and h.breakdown = $3
      join public_observation(null) o on o.series_id = h.id
      left join lateral (select name_sv from actor_revision where actor_id = o.department_id order by revision desc limit 1) a on true
     where i.slug = $1
     order by o.period_end, o.revision desc`,
};

/** The rows of SERIES in the shape, and the order of fields, that the application answers in. */
export function seriesAnswer(indicator, territory, rows) {
  return { indicator, territory, breakdown: '', points: rows.map(pointOf) };
}

function pointOf(row) {
  return {
    period: row.period,
    value: row.value ?? undefined,
    missing: row.missing ?? undefined,
    quality: row.quality,
    provenance: row.provenance,
    provenanceNote: row.provenance_note ?? undefined,
    margin: row.margin ?? undefined,
    respondents: row.respondents ?? undefined,
    revision: row.revision,
    source: row.source,
    approvedBy: row.approved_by ?? undefined,
    recordedAt: row.recorded_at.toISOString(),
  };
}

/**
 * Every goal with its indicators, their definitions and targets in force, and the public figures of the months after $2
 * (year × 12 + month) that statuses rest on, for the territory $1.
 */
export const GOALS = {
  name: 'bare.goals',
  text: `
    select a.slug as area, aw.name_sv as area_name, g.slug as goal, gw.name_sv as goal_name, i.slug as indicator,
           d.name_sv, d.name_en, d.unit_sv, d.unit_en, d.decimals, d.direction, d.cadence, d.aggregation, d.lag_days,
           d.grace_days, d.is_example, t.kind, t.measure, t.path, t.baseline_period, t.baseline_value, t.milestones,
           t.final_period, t.final_value, t.low, t.high, t.tolerance, f.figures
      from area a
      join lateral (select * from area_revision where area_id = a.id order by revision desc limit 1) aw on true
      join goal g on g.area_id = a.id
      join lateral (select * from goal_revision where goal_id = g.id order by revision desc limit 1) gw on true
      join lateral (select distinct on (indicator_id) * from target where goal_id = g.id order by indicator_id, revision desc) t on true
      join indicator i on i.id = t.indicator_id
      join lateral (select * from indicator_definition where indicator_id = i.id order by revision desc limit 1) d on true
      join territory y on y.code = $1
      left join series_head h on h.indicator_id = i.id and h.territory_id = y.id and h.breakdown = ''
      left join lateral (
        select json_agg(json_build_array(o.period, o.value, o.missing, o.quality, o.provenance, o.revision, o.source, o.recorded_at)
                        order by o.period_end) as figures
          from (select distinct on (period_end) * from public_observation(null)
                 where series_id = h.id and period_end > $2 order by period_end, revision desc) o
      ) f on true
     order by aw.position, gw.position, i.id`,
};

/** How many months back a status looks: the same season a year before, and for twelve months' sums the twelve before that. */
export const MONTHS_BEHIND_STATUS = 36;
