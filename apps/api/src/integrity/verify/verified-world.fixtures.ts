import type { INestApplicationContext } from '@nestjs/common';
import { testDatabase, type TestDatabase } from '@slusen/embedded-postgres/testing';
import { migrateAndFill, openContext, PATIENCE_MS, tamper } from '../kept-world.fixtures.js';
import type { CheckResult } from './check.js';
import { Verify } from './verify.js';

/** These see every change of a row or of a guard, whatever else sees it too; the specs of plants are about them. */
const SEE_EVERYTHING = ['every row is the one that was sealed', 'the tables are as the migrations made them'];

/** What is done to history, on which tables, and what the checks must say of it, word by word. */
export interface Tampering {
  readonly what: string;
  readonly tables: readonly string[];
  readonly sql: string;
  readonly finds: Readonly<Record<string, RegExp>>;
}

/** A kept world that `verify` looks through as its operator would. */
class VerifiedWorld {
  database!: TestDatabase;
  private context: INestApplicationContext | undefined;

  /** The application; there only once `verify` was asked. */
  get app(): INestApplicationContext {
    if (!this.context) throw new Error('Nothing was verified yet');
    return this.context;
  }

  async open(): Promise<void> {
    this.database = await testDatabase({ migrate: migrateAndFill });
  }

  async close(): Promise<void> {
    await this.context?.close();
    this.context = undefined;
    await this.database.drop();
  }

  /** What every check says, of a program that was started after all that was done to the database until now. */
  async results(): Promise<readonly CheckResult[]> {
    this.context ??= await openContext(this.database.appUrl);
    return this.context.get(Verify).run(this.database);
  }
}

/** A new one for each spec of the surrounding `describe`. */
export function verifiedWorld(): VerifiedWorld {
  const world = new VerifiedWorld();
  beforeEach(() => world.open(), PATIENCE_MS);
  afterEach(() => world.close(), PATIENCE_MS);
  return world;
}

/** A spec for each: the checks that are named find it, in these words, and no other check finds anything. */
export function findOnly(world: VerifiedWorld, cases: readonly Tampering[]): void {
  for (const { what, tables, sql, finds } of cases) {
    it(
      `finds ${what}, and nothing else`,
      async () => {
        await tamper(world.database.ownerUrl, tables, sql);
        const found = (await world.results()).filter(({ name, faultCount }) => faultCount > 0 && !SEE_EVERYTHING.includes(name));
        expect(found.map(({ name }) => name).sort()).toEqual(Object.keys(finds).sort());
        for (const { name, faults } of found)
          expect(faults.map(({ where, what: said }) => `${where}: ${said}`).join('\n')).toMatch(finds[name] ?? /^$/);
      },
      PATIENCE_MS,
    );
  }
}
