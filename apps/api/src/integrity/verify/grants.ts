import type pg from 'pg';
import * as z from 'zod';
import type { Check } from './check.js';
import { streamed } from './cursor.js';

const ACCOUNTS = `
  select a.id, a.disabled_at is not null as "isDisabled", encode(sha256(convert_to(a.password_hash, 'UTF8')), 'hex') as password,
         array(select concat_ws(' ', r.role, d.slug, 'from ' || r.valid_from, 'to ' || r.valid_to) from account_role r left join actor d on d.id = r.department_id where r.account_id = a.id) as roles
    from account a order by a.id`;

const EVENTS = `
  select a.payload from audit_event a join record r on r.id = a.record_id where starts_with(a.payload, '{"action":"account.') or starts_with(a.payload, '{"action":"actor.reorganise"') order by r.seq`;

const roles = z.array(
  z.object({ role: z.string(), department: z.string().optional(), from: z.string().optional(), to: z.string().optional() }),
);
/** An event that says which roles an account holds from then on says all of them. */
const event = z.object({
  action: z.string(),
  subject: z.string(),
  facts: z.object({
    /** Of several at once: what each holds from then on, since a department became another. */
    accounts: z.array(z.object({ account: z.string(), roles })).optional(),
    roles: roles.optional(),
    password: z.string().optional(),
    opens: z.string().optional(),
  }),
});

/** What an account may do, and the digest of what lets somebody in; undefined in events that are older than it. */
interface Rights {
  readonly roles: readonly string[];
  readonly isDisabled: boolean;
  readonly password: string | null | undefined;
}

/** Every account is there, holds its roles, has its password and is open or shut because an audit event says so. */
export const grantsCheck: Check = {
  name: 'rights are those that were granted',
  async run(client, faults) {
    const granted = await grantedRights(client);
    let looked = 0;
    for await (const { id, ...held } of streamed<Rights & { id: string }>(client, ACCOUNTS)) {
      looked++;
      const told = granted.get(id);
      granted.delete(id);
      if (told) compare(told, held, (what) => faults.add(`account ${id}`, what));
      else faults.add(`account ${id}`, `no audit event tells of it (${textOf(held)})`);
    }
    for (const id of granted.keys()) faults.add(`account ${id}`, 'the audit trail tells of it, but it is not there');
    return looked;
  },
};

function compare(told: Rights, held: Rights, report: (what: string) => void): void {
  if (textOf(told) !== textOf(held)) report(`the audit trail says ${textOf(told)}, the table ${textOf(held)}`);
  // Without a password nobody signs in.
  if (told.password !== undefined && held.password && told.password !== held.password)
    report('its password was exchanged past the program');
}

/** What the trail says in the end, from the first event on. */
async function grantedRights(client: pg.ClientBase): Promise<Map<string, Rights>> {
  const accounts = new Map<string, Rights>();
  for await (const { payload } of streamed<{ payload: string }>(client, EVENTS)) {
    const found = eventOf(payload);
    for (const { account, roles: held } of found?.facts.accounts ?? []) {
      const holder = accounts.get(account);
      if (holder) accounts.set(account, { ...holder, roles: held.map(roleText) });
    }
    const id = found?.subject.replace(/^account:/, '') ?? '';
    const before = accounts.get(id);
    if (found && (before || MAKING_ACTIONS.includes(found.action))) accounts.set(id, rightsAfter(found, before));
  }
  return accounts;
}

function rightsAfter({ action, facts }: z.output<typeof event>, before: Rights | undefined): Rights {
  // Who was invited, or comes in by another way, has none until they choose one.
  const isWithout = action === 'account.invite' || (action === 'account.create' && facts.opens !== undefined);
  return {
    roles: facts.roles?.map(roleText) ?? before?.roles ?? [],
    isDisabled: action === 'account.disable' || (action !== 'account.enable' && (before?.isDisabled ?? false)),
    password:
      action === PSEUDONYM
        ? null
        : (facts.password ?? (isWithout ? null : PASSWORD_ACTIONS.includes(action) ? undefined : before?.password)),
  };
}

const roleText = ({ role, department, from, to }: z.output<typeof roles>[number]): string =>
  [role, department ?? [], from ? `from ${from}` : [], to ? `to ${to}` : []].flat().join(' ');

/** Whoever is a pseudonym has no password any more. */
const PSEUDONYM = 'account.pseudonymise';
const MAKING_ACTIONS = ['account.create', 'account.invite'];
const PASSWORD_ACTIONS = ['account.create', 'account.change-password', 'account.reset-password', 'account.choose-password'];

/** Undefined for what is no JSON: the check of the chain finds that. */
function eventOf(payload: string): z.output<typeof event> | undefined {
  try {
    return event.safeParse(JSON.parse(payload)).data;
  } catch {
    return undefined;
  }
}

const textOf = ({ roles, isDisabled }: Rights): string =>
  [[...roles].sort().join(', ') || 'no role', isDisabled ? 'disabled' : []].flat().join(', ');
