import type { INestApplicationContext } from '@nestjs/common';
import type { StrategyFile } from '@slusen/contracts';
import { ACCOUNT_ROLES, changeLines, type AccountRole, type Change, type ChangeRecord } from '@slusen/domain';
import { testDatabase } from '@slusen/embedded-postgres/testing';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { Amending } from '../observations/amending.js';
import { ImportStrategy, type StrategyOrder } from '../connectors/strategy-file/import-strategy.js';
import { migrate } from '../data-source.js';
import { OPERATOR, type Account, type Principal } from '../identity/account.js';
import type { Amendment } from '../identity/amendment.js';
import { strategy } from '../integrity/kept-strategy.fixtures.js';
import { openContext } from '../integrity/kept-world.fixtures.js';
import type { AsOf } from '../platform/as-of.js';

/** The day on which the strategy of the decided world is in force. */
export const TODAY = '2026-11-27';

/** Why, by which decision and in whose name something is changed; by default in the name of whoever runs the server, for no reason. */
export type Why = ChangeRecord & { readonly by?: Principal };

/** Someone who holds this role for everything, and no other. */
export const holding = (role: AccountRole): Account => ({ id: randomUUID(), username: role, name: role, roles: [{ role }] });

type Work<Answer> = (amendment: Amendment) => Promise<Answer>;

/** How something was refused: the code, or every place with its fault. */
export interface Refusal {
  readonly code?: string;
  readonly errors?: readonly { readonly path: string; readonly message: string }[];
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** The small strategy, adopted in a database of its own, and the use cases that change it. */
export class DecidedWorld {
  readonly file: StrategyFile = strategy();

  private constructor(
    readonly app: INestApplicationContext,
    private readonly owner: pg.Pool,
    private readonly drop: () => Promise<void>,
  ) {}

  static async open(): Promise<DecidedWorld> {
    const database = await testDatabase({ migrate: migrateAndAdopt });
    const owner = new pg.Pool({ connectionString: database.ownerUrl, max: 1 });
    owner.on('error', () => undefined);
    return new DecidedWorld(await openContext(database.appUrl), owner, () => database.drop());
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.owner.end();
    await this.drop();
  }

  /** Reads a strategy file; gives the lines that people are told. */
  async read(order: StrategyOrder): Promise<string[]> {
    return (await readFile(this.app, order)).flatMap(changeLines);
  }

  /** Changes something in a transaction of its own; gives what the use case answered. */
  amend<Answer>({ by = OPERATOR, reason, decision }: Why, work: Work<Answer>): Promise<Answer> {
    return this.app.get(Amending).amend({ by, record: { reason, decision }, action: 'spec.amend', subject: 'spec' }, work);
  }

  /** The same; gives the lines that people are told. */
  linesOf(why: Why, work: Work<unknown>): Promise<string[]> {
    return this.amend(why, async (amendment) => {
      await work(amendment);
      return amendment.changes.flatMap(changeLines);
    });
  }

  /** What it does, undone at the end: what is read within sees it, and nobody else does. Gives its answer and the lines that people are told. */
  async undone<Answer>(why: Why, work: Work<Answer>): Promise<{ readonly answer: Answer; readonly lines: readonly string[] }> {
    let done: { answer: Answer; lines: string[] } | undefined;
    const undo = new Error('Undone on purpose');
    await this.amend(why, async (amendment) => {
      const answer = await work(amendment);
      done = { answer, lines: amendment.changes.flatMap(changeLines) };
      throw undo;
    }).catch((error: unknown) => {
      if (error !== undo) throw error;
    });
    if (!done) throw new Error('The work ended without an answer');
    return done;
  }

  /** How it is refused; fails when it is not, and when anything at all is left of it. */
  async refusalOf(why: Why, work: Work<unknown>): Promise<Refusal> {
    const before = await this.recorded();
    const refusal: unknown = await this.amend(why, work).then(
      () => ({ code: 'nothing was refused' }),
      (error: unknown) => error,
    );
    expect(await this.recorded())
      .withContext('rows left by a refused change')
      .toEqual(before);
    return refusal as Refusal;
  }

  /** Who may do it, of all that hold a single role; each does its own. Fails when something is left of what somebody may not. */
  async rolesAllowed(why: Why, workFor: (role: AccountRole) => Work<unknown> | Promise<Work<unknown>>): Promise<AccountRole[]> {
    const allowed: AccountRole[] = [];
    for (const role of ACCOUNT_ROLES) {
      const work = await workFor(role);
      const before = await this.recorded();
      const done = this.amend({ ...why, by: holding(role) }, work);
      const code = await done.then(() => undefined, (error: Refusal) => error.code); // prettier-ignore
      if (code === undefined) allowed.push(role);
      else expect([role, code, await this.recorded()]).toEqual([role, 'permission.forbidden', before]);
    }
    return allowed;
  }

  /** The rows of one statement, as the owner of the tables sees them. */
  async rows<Row extends object>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    return (await this.owner.query<Row & pg.QueryResultRow>(sql, [...values])).rows;
  }

  /** How many rows each table of history has. */
  async recorded(): Promise<Record<string, number>> {
    const tables = await this.rows<{ name: string }>(
      `select table_name as name from information_schema.columns where column_name = 'record_id' and table_schema = 'public' order by 1`,
    );
    const counts = tables.map(({ name }) => `(select count(*)::int from ${name}) as ${name}`);
    return (await this.rows<Record<string, number>>(`select ${counts.join(', ')}`))[0] ?? {};
  }

  /** The moment of the latest record: what is asked for it holds what was recorded last. */
  async moment(): Promise<AsOf> {
    const [latest] = await this.rows<{ at: Date }>('select at from record order by seq desc limit 1');
    return { today: TODAY, known: latest?.at.toISOString() };
  }

  /** What the latest audit event tells. */
  async lastEvent(): Promise<{ readonly by: string | null; readonly facts: Readonly<Record<string, unknown>> }> {
    const [event] = await this.rows<{ payload: string }>('select payload from audit_event order by record_id desc limit 1');
    return JSON.parse(event?.payload ?? '{}') as Awaited<ReturnType<DecidedWorld['lastEvent']>>;
  }

  /** The revisions of something with why each was made, oldest first. */
  revisionsOf(table: string, head: string, id: number): Promise<{ revision: number; reason: string | null; decision: string | null }[]> {
    return this.rows(
      `select revision, change_reason as reason, change_decision as decision from ${table} where ${head} = $1 order by revision`,
      [id],
    );
  }
}

function readFile(app: INestApplicationContext, order: StrategyOrder): Promise<readonly Change[]> {
  return app.get(ImportStrategy).import(order, OPERATOR);
}

async function migrateAndAdopt(ownerUrl: string): Promise<void> {
  await migrate(ownerUrl);
  const app = await openContext(ownerUrl);
  try {
    await readFile(app, { file: strategy() });
  } finally {
    await app.close();
  }
}
