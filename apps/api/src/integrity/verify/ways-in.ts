import type pg from 'pg';
import * as z from 'zod';
import type { Check, Faults } from './check.js';
import { streamed } from './cursor.js';

/** What lets somebody in besides a password, or keeps them out without it, each with the digest that the trail tells of it. */
const WAYS = `
  select account_id as account, 'its sign-in by a provider' as what, encode(sha256(convert_to(issuer || ' ' || subject, 'UTF8')), 'hex') as digest
    from external_identity
  union all
  select account_id, 'the key ' || id,
         encode(sha256(key_hash || convert_to(' ' || (extract(epoch from expires_at) * 1000)::bigint, 'UTF8')), 'hex')
    from machine_key where revoked_at is null
  union all
  select account_id, 'its second factor', encode(sha256(sealed_secret), 'hex') from second_factor where confirmed_at is not null
  order by 1, 2`;

/** What may be used up: that it is gone says nothing. */
const USED_UP = `
  select account_id as account, 'a recovery code' as what, encode(sha256(code_hash), 'hex') as digest from recovery_code
  union all
  select account_id, 'a link to choose a password',
         encode(sha256(token_hash || convert_to(' ' || (extract(epoch from expires_at) * 1000)::bigint, 'UTF8')), 'hex')
    from password_link
  order by 1, 3`;

const EVENTS = `
  select a.payload from audit_event a join record r on r.id = a.record_id where starts_with(a.payload, '{"action":"account.') order by r.seq`;

const event = z.object({
  action: z.string(),
  subject: z.string(),
  facts: z.object({
    opens: z.string().optional(),
    shuts: z.string().optional(),
    secondFactor: z.string().optional(),
    recoveryCodes: z.array(z.string()).optional(),
    mayOpen: z.string().optional(),
  }),
});
type Told = z.output<typeof event>;

interface Way {
  readonly account: string;
  readonly what: string;
  readonly digest: string;
}

/** What the trail says in the end: the digests that are there, each with its account, and the recovery codes and links that may be. */
interface Ways {
  readonly there: Map<string, string>;
  readonly secondFactors: Map<string, string>;
  readonly mayBe: Map<string, string>;
}

/** Every way past the password, and every second factor, is there because an audit event says so, and none is gone without one. */
export const waysInCheck: Check = {
  name: 'nobody comes in by a way that nobody opened',
  async run(client, faults) {
    const { there, mayBe } = await toldWays(client);
    let looked = (await client.query('select 1 from account')).rowCount ?? 0;
    for await (const way of streamed<Way>(client, WAYS)) {
      looked++;
      if (there.get(way.digest) !== way.account) report(faults, way, 'no audit event tells of it');
      there.delete(way.digest);
    }
    for (const account of there.values())
      faults.add(`account ${account}`, 'a key, a sign-in by a provider or a second factor that the audit trail tells of is not there');
    for await (const way of streamed<Way>(client, USED_UP)) {
      looked++;
      if (mayBe.get(way.digest) !== way.account) report(faults, way, 'no audit event tells of it');
    }
    return looked;
  },
};

/** The ways in that the trail says are there: the digest of each, with its account. */
export const openWays = async (client: pg.ClientBase): Promise<ReadonlyMap<string, string>> => (await toldWays(client)).there;

const report = (faults: Faults, { account, what }: Way, fault: string): void => faults.add(`account ${account}`, `${what}: ${fault}`);

async function toldWays(client: pg.ClientBase): Promise<Ways> {
  const ways: Ways = { there: new Map(), secondFactors: new Map(), mayBe: new Map() };
  for await (const { payload } of streamed<{ payload: string }>(client, EVENTS)) {
    const told = eventOf(payload);
    if (told) follow(ways, told, told.subject.replace(/^account:/, ''));
  }
  return ways;
}

function follow({ there, secondFactors, mayBe }: Ways, { action, facts }: Told, account: string): void {
  if (facts.opens) there.set(facts.opens, account);
  if (facts.shuts) there.delete(facts.shuts);
  if (facts.mayOpen) mayBe.set(facts.mayOpen, account);
  // Every way in of whoever is a pseudonym is gone.
  if (action === 'account.pseudonymise') for (const [digest, of] of there) if (of === account) there.delete(digest);
  if (!SECOND_FACTOR.has(action)) return;
  there.delete(secondFactors.get(account) ?? '');
  if (!facts.secondFactor) return;
  there.set(facts.secondFactor, account);
  secondFactors.set(account, facts.secondFactor);
  for (const code of facts.recoveryCodes ?? []) mayBe.set(code, account);
}

const SECOND_FACTOR = new Set(['account.set-up-second-factor', 'account.turn-off-second-factor', 'account.reset-second-factor']);

/** Undefined for what is no JSON: the check of the chain finds that. */
function eventOf(payload: string): Told | undefined {
  try {
    return event.safeParse(JSON.parse(payload)).data;
  } catch {
    return undefined;
  }
}
