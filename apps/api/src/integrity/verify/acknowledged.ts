import type { Check } from './check.js';

/** An answer that names its indicator is of an entry; a file on its way has versions and states of its own. */
const LOST = `
  select k.key, k.answer ->> 'id' as entry, k.answer ->> 'version' as version
    from idempotency_key k
   where k.answer ?& array['id', 'version', 'state', 'indicator']
     and not exists (select 1 from entry_event v
                      where v.entry_id::text = k.answer ->> 'id' and v.version::text = k.answer ->> 'version' and v.to_state = k.answer ->> 'state')
   order by k.created_at, k.key`;

/** Whatever was answered to a request that carried a key is still there (answers are kept 31 days). */
export const acknowledgedCheck: Check = {
  name: 'every kept answer stands in the history',
  async run(client, faults) {
    for (const { key, entry, version } of (await client.query<{ key: string; entry: string; version: string }>(LOST)).rows) {
      faults.add(`entry ${entry} version ${version}`, `it was acknowledged (key ${key}), but is not in the history`);
    }
    return Number((await client.query<{ looked: number }>('select count(*) as looked from idempotency_key')).rows[0]?.looked);
  },
};
