import * as z from 'zod';
import type { Check } from './check.js';
import { streamed } from './cursor.js';

const EVENTS = `
  select a.payload from audit_event a join record r on r.id = a.record_id where starts_with(a.payload, '{"action":"account.') order by r.seq`;
const DEPUTIES = `select id, concat_ws(' ', account_id, deputy_id, valid_from, valid_to) as says from deputy order by id`;

const event = z.object({
  action: z.enum(['account.name-deputy', 'account.end-deputy', 'account.pseudonymise']),
  subject: z.string(),
  facts: z.object({ deputy: z.int().optional(), stands: z.string().optional(), from: z.string().optional(), to: z.string().optional() }),
});

/** Whoever stands in for another was named by somebody whom the trail tells of. */
export const deputiesCheck: Check = {
  name: 'deputies are those who were named',
  async run(client, faults) {
    const told = new Map<number, string>();
    for await (const { payload } of streamed<{ payload: string }>(client, EVENTS)) follow(told, payload);
    const { rows } = await client.query<{ id: number; says: string }>(DEPUTIES);
    for (const { id, says } of rows) {
      if (told.get(id) !== says) faults.add(`deputy ${id}`, 'no audit event tells of it, or another one');
      told.delete(id);
    }
    for (const id of told.keys()) faults.add(`deputy ${id}`, 'the audit trail tells of it, but it is not there');
    return (await client.query('select 1 from account')).rowCount ?? 0;
  },
};

function follow(told: Map<number, string>, payload: string): void {
  const found = parsed(payload);
  if (!found) return;
  const { action, subject, facts } = found;
  const account = subject.replace(/^account:/, '');
  if (action === 'account.name-deputy' && facts.deputy !== undefined)
    told.set(facts.deputy, [account, facts.stands?.replace(/^account:/, ''), facts.from, facts.to].join(' '));
  if (action === 'account.end-deputy') told.delete(facts.deputy ?? 0);
  // Whoever is a pseudonym stands in for nobody, and nobody for them.
  if (action === 'account.pseudonymise') for (const [id, says] of told) if (says.split(' ').includes(account)) told.delete(id);
}

/** Undefined for what is no JSON: the check of the chain finds that. */
function parsed(payload: string): z.output<typeof event> | undefined {
  try {
    return event.safeParse(JSON.parse(payload)).data;
  } catch {
    return undefined;
  }
}
