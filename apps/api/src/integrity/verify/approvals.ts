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
    from entry e ${figureJoins('e')} left join observation o on o.entry_id = e.id
   where e.state = 'approved'
   group by e.id, i.slug, t.code, h.breakdown
  having count(o.id) <> 1`;

const OTHER = `
  select ${figureName('o')} || ' revision ' || o.revision as where,
         case when e.id is null then 'it names an entry that does not exist (' || o.entry_id || ')'
              when e.state <> 'approved' then 'it came of an entry that is ' || e.state
              else 'it does not say what its entry says (' || e.id || ')' end as what
    from observation o ${figureJoins('o')} left join entry e on e.id = o.entry_id
   where o.entry_id is not null
     and (e.id is null or e.state <> 'approved'
          or (o.series_id, o.period, o.period_end, o.value, o.missing, o.quality, o.margin, o.respondents, o.reason, o.numerator, o.denominator)
             is distinct from (e.series_id, e.period, e.period_end, e.value, e.missing, e.quality, e.margin, e.respondents, e.reason, e.numerator, e.denominator))`;

const ORIGIN = `
  select ${figureName('o')} || ' revision ' || o.revision as where,
         case when o.entry_id is null then 'it came neither of an entry nor of an import' else 'it came both of an entry and of an import' end as what
    from observation o ${figureJoins('o')}
   where (o.entry_id is null) = (o.import_run_id is null)`;

const COUNT = `select (select count(*) from entry where state = 'approved') + (select count(*) from observation) as looked`;

/** Each approved entry became exactly one revision that says the same, and each revision has one origin. */
export const approvalsCheck: Check = {
  name: 'approved entries and revisions match',
  async run(client, faults) {
    for (const statement of [WITHOUT, OTHER, ORIGIN]) {
      for (const { where, what } of (await client.query<Line>(statement)).rows) faults.add(where, what);
    }
    return Number((await client.query<{ looked: number }>(COUNT)).rows[0]?.looked);
  },
};
