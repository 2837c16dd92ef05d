import type { PeopleList, Person } from '@slusen/contracts';
import { addDays, stockholmDate } from '@slusen/domain';
import { OPERATOR } from '../identity/account.js';
import { CreateAccount } from '../identity/create-account.js';
import { Transactions } from '../platform/transactions.js';
import type { Answer, Visitor } from '../testing/visitor.js';
import { wholeApplication, type WholeApplication } from '../testing/whole-application.js';

export const PEOPLE = '/api/admin/people';
export const PASSWORD = 'ett hemligt lösenord';
export const dayIn = (days: number): string => addDays(stockholmDate(new Date().toISOString()), days);

type Read = Pick<Person, 'id' | 'version'>;

/** Where an administrator looks after people: the whole application, and what is asked of it. */
export class PeopleDesk {
  private made = 0;

  private constructor(
    readonly whole: WholeApplication,
    readonly administrator: Visitor,
  ) {}

  static async open(): Promise<PeopleDesk> {
    const whole = await wholeApplication();
    return new PeopleDesk(whole, await whole.as('administrator'));
  }

  close(): Promise<void> {
    return this.whole.close();
  }

  /** Somebody with an account who can sign in at once. */
  async hired(
    roles: { role: 'administrator' | 'politician' | 'reporter'; department?: string }[] = [],
  ): Promise<Person & { visitor: Visitor }> {
    const username = `anstalld-${++this.made}`;
    // An administrator of a demonstration needs no second factor.
    const isDemonstration = roles.some(({ role }) => role === 'administrator');
    const account = { username, name: `Anställd ${this.made}`, password: PASSWORD, roles, isDemonstration };
    const { app } = this.whole;
    const id = await app.get(Transactions).run(() => app.get(CreateAccount).create(OPERATOR, account));
    const visitor = this.whole.visitor();
    await visitor.signIn(username, PASSWORD);
    return { ...(await this.read(id)), visitor };
  }

  async read(id: string): Promise<Person> {
    return (await this.administrator.get(`${PEOPLE}/${id}`)).json<Person>();
  }

  async list(query = ''): Promise<PeopleList> {
    return (await this.administrator.get(`${PEOPLE}?limit=1000${query}`)).json<PeopleList>();
  }

  invite(body: object, key?: string): Promise<Answer> {
    return this.administrator.post(PEOPLE, body, key ? { 'idempotency-key': key } : {});
  }

  setRoles({ id, version }: Read, roles: readonly object[], by = this.administrator): Promise<Answer> {
    return by.put(`${PEOPLE}/${id}/roles`, { roles }, { 'if-match': `"${version}"` });
  }

  setAccess({ id, version }: Read, isDisabled: boolean): Promise<Answer> {
    return this.administrator.put(`${PEOPLE}/${id}/access`, { isDisabled }, { 'if-match': `"${version}"` });
  }

  async lastEvent(): Promise<Record<string, unknown>> {
    const [event] = await this.whole.rows<{ payload: string }>('select payload from audit_event order by record_id desc limit 1');
    return JSON.parse(event?.payload ?? '{}') as Record<string, unknown>;
  }

  /** How many rows there are of what a change of people can leave. */
  async counts(): Promise<unknown> {
    const counted = ['account', 'account_role', 'mail', 'audit_event'].map((table) => `(select count(*)::int from ${table}) as ${table}`);
    return (await this.whole.rows(`select ${counted.join(', ')}`))[0];
  }
}
