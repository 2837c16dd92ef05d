import type { Check } from './check.js';
import { figureJoins, figureName } from './figures.js';

interface Line {
  readonly where: string;
  readonly what: string;
}

const WITHOUT = `
  select 'entry ' || e.id || ' (' || ${figureName('e')} || ')' as where,
         case when count(o.id) = 0 then 'it is approved, but no revision came of it'
              else 'it is approved, but ' || count(o.id) || ' revisions came of it' end as what
    from entry e ${figureJoins('e')} left join observation o on o.entry_id = e.id and o.series_id = e.series_id
   where e.state = 'approved'
   group by e.id, i.slug, t.code, h.breakdown
  having count(o.id) <> 1`;

/** The figure of a part, which came of the entry of its whole. */
const IS_PART = `o.series_id <> e.series_id`;
/** A whole of few people, of which nothing but that is told. */
const IS_KEPT_BACK = `
  (e.parts is not null and e.value is not null and o.value is null and o.missing = 'confidential'
   and (o.series_id, o.period, o.period_end, o.quality, o.reason) is not distinct from (e.series_id, e.period, e.period_end, e.quality, e.reason)
   and num_nonnulls(o.margin, o.respondents, o.numerator, o.denominator) = 0)`;

const OTHER = `
  select ${figureName('o')} || ' revision ' || o.revision as where,
         case when e.id is null then 'it names an entry that does not exist (' || o.entry_id || ')'
              when e.state <> 'approved' then 'it came of an entry that is ' || e.state
              else 'it does not say what its entry says (' || e.id || ')' end as what
    from observation o ${figureJoins('o')} left join entry e on e.id = o.entry_id
   where o.entry_id is not null
     and (e.id is null or e.state <> 'approved' or not ${IS_PART} and not ${IS_KEPT_BACK}
          and (o.series_id, o.period, o.period_end, o.value, o.missing, o.quality, o.margin, o.respondents, o.reason, o.numerator, o.denominator)
             is distinct from (e.series_id, e.period, e.period_end, e.value, e.missing, e.quality, e.margin, e.respondents, e.reason, e.numerator, e.denominator))`;

const PART = `
  select ${figureName('o')} || ' revision ' || o.revision as where, 'it does not say what its entry says of it (' || e.id || ')' as what
    from observation o ${figureJoins('o')} join entry e on e.id = o.entry_id join series_head w on w.id = e.series_id
    left join lateral (select p -> 'value' as value, p ->> 'missing' as missing from jsonb_array_elements(e.parts) p where p ->> 'part' = h.breakdown) p on true
   where ${IS_PART}
     and ((h.indicator_id, h.territory_id, o.period, o.quality) is distinct from (w.indicator_id, w.territory_id, e.period, e.quality)
          or num_nonnulls(o.margin, o.respondents, o.numerator, o.denominator) > 0
          or o.value is not null and to_jsonb(o.value) is distinct from p.value
          or o.missing <> 'confidential' and o.missing is distinct from coalesce(p.missing, e.missing)
          or o.missing = 'confidential' and p.value is null and e.missing is distinct from 'confidential')`;

/** By the threshold that its definition had: what was said before it was broken down was said of nobody's parts. */
const FEW = `
  select ${figureName('o')} || ' revision ' || o.revision as where, 'it tells of fewer people than ' || (d.breakdown ->> 'threshold') as what
    from observation o ${figureJoins('o')}
    join lateral (select d.breakdown from indicator_definition d where d.indicator_id = h.indicator_id and d.record_id < o.record_id
                   order by d.revision desc limit 1) d on d.breakdown ->> 'of' = 'people'
   where o.value > 0 and o.value < (d.breakdown ->> 'threshold')::int`;

const ORIGIN = `
  select ${figureName('o')} || ' revision ' || o.revision as where,
         case when o.entry_id is null then 'it came neither of an entry nor of an import' else 'it came both of an entry and of an import' end as what
    from observation o ${figureJoins('o')}
   where (o.entry_id is null) = (o.import_run_id is null)`;

const COUNT = `select (select count(*) from entry where state = 'approved') + (select count(*) from observation) as looked`;

/** Each approved entry became exactly one revision that says the same, beside those of its parts; none tells of few people, and each has one origin. */
export const approvalsCheck: Check = {
  name: 'approved entries and revisions match',
  async run(client, faults) {
    for (const statement of [WITHOUT, OTHER, PART, FEW, ORIGIN]) {
      for (const { where, what } of (await client.query<Line>(statement)).rows) faults.add(where, what);
    }
    return Number((await client.query<{ looked: number }>(COUNT)).rows[0]?.looked);
  },
};
