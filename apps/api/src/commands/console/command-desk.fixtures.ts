import type { INestApplicationContext } from '@nestjs/common';
import { testDatabase, type TestDatabase } from '@slusen/embedded-postgres/testing';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { SignIn } from '../../identity/sign-in.js';
import { openContext, PATIENCE_MS } from '../../integrity/kept-world.fixtures.js';
import { INSTALLATION } from '../../testing/installation.js';
import { execute, type Command } from './command.js';
import type { Terminal } from './terminal.js';

interface Outcome {
  readonly code: number;
  readonly said: string;
  readonly complained: string;
}

/** A database on which nothing was done. */
export const nothing = async (): Promise<void> => {};

/** Where commands are given: a folder, a terminal, and for each spec a database of its own. */
class CommandDesk {
  folder = '';
  database!: TestDatabase;
  dataDir = '';
  private trial: TestDatabase | undefined;
  private app: INestApplicationContext | undefined;
  private readonly made: TestDatabase[] = [];

  async open(): Promise<void> {
    this.folder = await mkdtemp(join(tmpdir(), 'slusen-commands-'));
  }

  async tidy(): Promise<void> {
    await this.app?.close();
    this.app = undefined;
    this.trial = undefined;
    for (const one of this.made.splice(0)) await one.drop();
  }

  close(): Promise<void> {
    return rm(this.folder, { recursive: true, force: true });
  }

  async onDatabase(fill: (ownerUrl: string) => Promise<void>): Promise<void> {
    this.database = await testDatabase({ migrate: fill });
    this.made.push(this.database);
    this.dataDir = await mkdtemp(join(this.folder, 'data-'));
  }

  /** An empty database beside it, where backups are tried. */
  async withTrial(): Promise<void> {
    this.trial = await testDatabase({ migrate: nothing });
    this.made.push(this.trial);
  }

  /** The application beside the commands, from when it is first asked for. */
  async context(): Promise<INestApplicationContext> {
    return (this.app ??= await openContext(this.database.appUrl));
  }

  /** Runs a command as from a terminal at which these answers are typed. */
  async run(command: Command, args: readonly string[], answers: readonly string[] = []): Promise<Outcome> {
    const typed = [...answers];
    const said: string[] = [];
    const complained: string[] = [];
    const terminal: Terminal = {
      isPerson: true,
      say: (line) => void said.push(line),
      complain: (line) => void complained.push(line),
      progress: () => {},
      ask: async () => typed.shift(),
    };
    const env = {
      ...INSTALLATION,
      DATABASE_URL: this.database.appUrl,
      DATABASE_OWNER_URL: this.database.ownerUrl,
      DATABASE_TRIAL_URL: this.trial?.ownerUrl,
      DATA_DIR: this.dataDir,
    };
    const code = await execute(command, args, { env, terminal });
    return { code, said: said.join('\n'), complained: complained.join('\n') };
  }

  async query(statement: string): Promise<pg.QueryResult> {
    const client = new pg.Client({ connectionString: this.database.ownerUrl });
    await client.connect();
    try {
      return await client.query(statement);
    } finally {
      await client.end();
    }
  }

  async count(table: string): Promise<number> {
    return (await this.query(`select 1 from ${table}`)).rowCount ?? 0;
  }

  async file(name: string, content: string | Buffer): Promise<string> {
    await writeFile(join(this.folder, name), content);
    return join(this.folder, name);
  }

  async canSignIn(username: string, password: string): Promise<boolean> {
    return (await this.context())
      .get(SignIn)
      .signIn({ username, password }, { attempt: { username, address: '127.0.0.1' }, brought: undefined })
      .then(
        () => true,
        () => false,
      );
  }
}

/** A desk for the specs of the surrounding `describe`. */
export function commandDesk(): CommandDesk {
  const desk = new CommandDesk();
  beforeAll(() => desk.open());
  afterEach(() => desk.tidy(), PATIENCE_MS);
  afterAll(() => desk.close());
  return desk;
}
