import type pg from 'pg';
import * as z from 'zod';
import type { Check } from './check.js';
import { streamed } from './cursor.js';

/** The rights of an account, in the same words from the trail and from the tables. */
type Rights = string;

const ACCOUNTS = `
  select a.id, a.disabled_at is not null as is_disabled,
         array(select concat_ws(' ', r.role, d.slug) from account_role r left join actor d on d.id = r.department_id where r.account_id = a.id) as roles
    from account a order by a.id`;

const EVENTS = `
  select a.payload from audit_event a join record r on r.id = a.record_id where starts_with(a.payload, '{"action":"account.') order by r.seq`;

const roles = z.array(z.object({ role: z.string(), department: z.string().optional() }));
/** An event that says which roles an account holds from then on says all of them. */
const event = z.object({ action: z.string(), subject: z.string(), facts: z.object({ roles: roles.optional() }) });

/** Every account is there, holds its roles and is open or shut because an audit event says so. */
export const grantsCheck: Check = {
  name: 'rights are those that were granted',
  async run(client, faults) {
    const granted = await grantedRights(client);
    let looked = 0;
    for await (const { id, is_disabled, roles } of streamed<{ id: string; is_disabled: boolean; roles: string[] }>(client, ACCOUNTS)) {
      looked++;
      const told = granted.get(id);
      const held = rightsText({ roles, isDisabled: is_disabled });
      granted.delete(id);
      if (told === undefined) faults.add(`account ${id}`, `no audit event tells of it (${held})`);
      else if (told !== held) faults.add(`account ${id}`, `the audit trail says ${told}, the table ${held}`);
    }
    for (const id of granted.keys()) faults.add(`account ${id}`, 'the audit trail tells of it, but it is not there');
    return looked;
  },
};

/** What the trail says in the end, from the first event on. */
async function grantedRights(client: pg.ClientBase): Promise<Map<string, Rights>> {
  const accounts = new Map<string, { roles: readonly string[]; isDisabled: boolean }>();
  for await (const { payload } of streamed<{ payload: string }>(client, EVENTS)) {
    const found = eventOf(payload);
    if (!found) continue;
    const { action, subject, facts } = found;
    const id = subject.replace(/^account:/, '');
    const before = accounts.get(id);
    if (!before && action !== 'account.create') continue;
    const isDisabled = action === 'account.disable' || (action !== 'account.enable' && (before?.isDisabled ?? false));
    accounts.set(id, {
      roles: facts.roles?.map(({ role, department }) => [role, department ?? []].flat().join(' ')) ?? before?.roles ?? [],
      isDisabled,
    });
  }
  return new Map([...accounts].map(([id, rights]) => [id, rightsText(rights)]));
}

/** Undefined for what is no JSON: the check of the chain finds that. */
function eventOf(payload: string): z.output<typeof event> | undefined {
  try {
    return event.safeParse(JSON.parse(payload)).data;
  } catch {
    return undefined;
  }
}

const rightsText = ({ roles, isDisabled }: { roles: readonly string[]; isDisabled: boolean }): Rights =>
  [[...roles].sort().join(', ') || 'no role', isDisabled ? 'disabled' : []].flat().join(', ');
