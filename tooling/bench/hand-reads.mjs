/** What one would write by hand for the two hot reads: one named statement each, whose text is the answer. */

/** What was said last of each of a table's rows: names and places are revisions. */
const saidLast = (table, columns) =>
  `(select distinct on (${table}_id) ${table}_id, ${columns} from ${table}_revision order by ${table}_id, revision desc)`;
/** A name in the languages it exists in. */
const NAME = `json_strip_nulls(json_build_object('sv', name_sv, 'en', name_en)) as name`;
const ISO = (moment) => `to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/**
 * The current public figure of every period of the series $1 (indicator), $2 (territory), written as JSON in the application's order. Put
 * together as text, which takes PostgreSQL half the time of its JSON functions; `||` with nothing is nothing, so what is absent is left out.
 */
export const SERIES = {
  name: 'hand.series',
  text: `
    select string_agg(concat(
             '{"period":"', o.period, '"', ',"value":' || trim_scale(o.value), ',"missing":"' || o.missing || '"', ',"quality":"', o.quality,
             '","provenance":"', o.provenance, '"', ',"provenanceNote":' || to_json(o.provenance_note), ',"margin":' || trim_scale(o.margin),
             ',"respondents":' || o.respondents, ',"revision":', o.revision, ',"source":', to_json(o.source), ',"approvedBy":' || a.name,
             ',"recordedAt":"', ${ISO('r.at')}, '"}'), ',' order by o.period_end) as points
      from (select distinct on (c.period_end) c.*
              from series_head h join observation c on c.series_id = h.id
             where h.indicator_id = (select id from indicator where slug = $1)
               and h.territory_id = (select id from territory where code = $2) and h.breakdown = '' and c.publish_at <= now()
             order by c.period_end, c.revision desc) o
      join record r on r.id = o.record_id
      left join ${saidLast('actor', NAME)} a on a.actor_id = o.department_id`,
};

/** The answer to SERIES as the application words it, under the licence that a municipality begins with. */
export function seriesAnswer(indicator, territory, points) {
  const place = JSON.stringify({ indicator, territory, breakdown: '', licence: 'CC0-1.0' });
  return `${place.slice(0, -1)},"points":[${points ?? ''}]}`;
}

/** Who is signed in with the token whose hash is $1. */
export const CALLER = `
  caller as (
    select a.id from session s join account a on a.id = s.account_id
     where s.token_hash = $1 and s.expires_at > now() and s.last_seen_at > now() - interval '30 minutes' and a.disabled_at is null)`;

/**
 * Every goal of the strategy in force with its indicators' statuses, computed here: the current figure (or its twelve
 * months) of the latest quarter that was over when it was recorded, of the territory $2 against the value the target's path expects then, rounded to the indicator's decimals. For quarterly
 * indicators and targets without milestones, which is what it is measured on. Nothing for who may not read it.
 */
export const GOALS = {
  name: 'hand.goals',
  text: `
    with ${CALLER},
    decided as materialized (
      select t.goal_id, i.id, i.slug, t.kind, t.measure, t.tolerance, t.low, t.high, t.baseline_value, t.final_value, d.direction, d.decimals,
             left(t.baseline_period, 4)::int * 12 + right(t.baseline_period, 1)::int * 3 as begins,
             left(t.final_period, 4)::int * 12 + right(t.final_period, 1)::int * 3 as ends
        from (select distinct on (goal_id, indicator_id) goal_id, indicator_id, kind, measure, tolerance, low, high, baseline_period, baseline_value,
                     final_period, final_value from target order by goal_id, indicator_id, revision desc) t
        join indicator i on i.id = t.indicator_id
        join (select distinct on (indicator_id) indicator_id, direction, decimals from indicator_definition
               order by indicator_id, revision desc) d on d.indicator_id = i.id
       where t.kind in ('point', 'band')),
    measured as (
      select d.*, round(case when d.measure = 'value' then o.value else y.value end, d.decimals) as outcome,
             round(d.baseline_value + (d.final_value - d.baseline_value) * (o.period_end - d.begins) / (d.ends - d.begins), d.decimals) as expected
        from decided d
        cross join lateral (
          select id from series_head where indicator_id = d.id and territory_id = (select id from territory where code = $2) and breakdown = '' limit 1) h
        cross join lateral (
          select c.period_end, c.value from observation c join record r on r.id = c.record_id
           where c.series_id = h.id and c.publish_at <= now() and c.period_end < extract(year from r.at) * 12 + extract(month from r.at)
           order by c.period_end desc, c.revision desc limit 1) o
        cross join lateral (
          select case when count(q.value) = 4 then sum(q.value) end as value
            from (select distinct on (c.period_end) c.value from observation c
                   where d.measure = 'rolling-12-months' and c.series_id = h.id and c.publish_at <= now()
                     and c.period_end > o.period_end - 12 and c.period_end <= o.period_end
                   order by c.period_end, c.revision desc) q) y
       where o.period_end > d.begins),
    judged as (
      select *, case when outcome is null then 'not-assessable' when gap <= 0 then 'on-track' when gap <= tolerance then 'at-risk' else 'off-track' end as status
        from (select *, case when kind = 'band' then greatest(low - outcome, outcome - high, 0)
                             when direction = 'increase' then expected - outcome else outcome - expected end as gap from measured) m),
    summed as (
      select goal_id,
             case when count(*) filter (where status <> 'not-assessable') * 2 < count(*) then 'not-assessable'
                  when bool_and(status in ('on-track', 'not-assessable')) then 'met'
                  when count(*) filter (where status = 'off-track') * 2 > count(*) filter (where status <> 'not-assessable') then 'not-met'
                  else 'partly-met' end as fulfilment,
             json_agg(json_build_object('slug', slug, 'status', status, 'value', outcome, 'expected', expected) order by id) as indicators
        from judged group by goal_id)
    select json_agg(json_build_object('slug', g.slug, 'fulfilment', s.fulfilment, 'indicators', s.indicators) order by a.position, place.position)::text as goals
      from summed s
      join goal g on g.id = s.goal_id
      join area on area.id = g.area_id
      join ${saidLast('goal', 'position')} place on place.goal_id = g.id
      join ${saidLast('area', 'position')} a on a.area_id = g.area_id
     where area.strategy_version_id = (
             select v.id from strategy_version v join ${saidLast('strategy_version', 'valid_from, valid_to')} said on said.strategy_version_id = v.id
              where said.valid_from <= current_date and (said.valid_to is null or said.valid_to >= current_date)
              order by said.valid_from desc, v.number desc limit 1)
       and exists (select from caller c join account_role r on r.account_id = c.id where r.role in ('politician', 'strategist', 'administrator'))`,
};
