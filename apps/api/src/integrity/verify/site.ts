import type { Check } from './check.js';
import { gapIn } from './revisions.js';

const REVISIONS = `select coalesce(array_agg(revision order by revision), '{}') as revisions from site_settings`;

/** Revisions of which no event tells, or another one. */
const UNTOLD = `
  select s.revision from site_settings s left join audit_event a on a.record_id = s.record_id
   where (a.payload::jsonb ->> 'action', a.payload::jsonb #>> '{facts,revision}') is distinct from ('settings.change', s.revision::text)
   order by 1`;

const EXCHANGED = `select id from site_logo where sha256 <> sha256(content) order by 1`;

/** What the municipality says of itself is numbered without a gap, told in the trail, and its pictures are those that were checked. */
export const siteCheck: Check = {
  name: 'what the site says is what was set',
  async run(client, faults) {
    const [numbered] = (await client.query<{ revisions: number[] }>(REVISIONS)).rows;
    const revisions = numbered?.revisions ?? [];
    const gap = gapIn(revisions);
    if (gap) faults.add('site_settings', gap);
    for (const { revision } of (await client.query<{ revision: number }>(UNTOLD)).rows)
      faults.add('site_settings', `the audit trail does not tell of revision ${revision}, or otherwise`);
    for (const { id } of (await client.query<{ id: number }>(EXCHANGED)).rows)
      faults.add(`site_logo ${id}`, 'it is not the picture that its hash says');
    return revisions.length;
  },
};
