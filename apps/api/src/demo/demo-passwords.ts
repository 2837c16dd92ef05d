import type { INestApplicationContext } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { OPERATOR } from '../identity/account.js';
import { AccountRepository } from '../identity/account.repository.js';
import { CreateAccount } from '../identity/create-account.js';
import { ResetPassword } from '../identity/reset-password.js';
import { Transactions } from '../platform/transactions.js';
import { DEMO_ACCOUNTS } from './accounts.js';

/** Demonstration accounts as they are kept in the data folder. */
const keptAccounts = z.array(z.object({ username: z.string().min(1), name: z.string().min(1), password: z.string().min(1) }));

/** A demonstration account as it is printed at each start. */
export interface DemoCredentials extends z.output<typeof keptAccounts.element> {
  /** Why the password may not do; undefined when it does. */
  readonly note?: string;
}

/** In the data folder: the passwords of the demonstration. */
export const DEMO_ACCOUNTS_FILE = 'demonstration-accounts.json';

/**
 * Makes the demonstration's accounts with random passwords, kept in a file only its owner can read. The file is written
 * first: a password nobody knows would lock everyone out.
 */
export async function createDemoAccounts(app: INestApplicationContext, dataDir: string): Promise<readonly DemoCredentials[]> {
  const path = join(dataDir, DEMO_ACCOUNTS_FILE);
  const kept = await readKept(path);
  const credentials =
    kept ?? DEMO_ACCOUNTS.map(({ username, name }) => ({ username, name, password: randomBytes(9).toString('base64url') }));
  if (!kept) await writeKept(path, credentials);
  const made: DemoCredentials[] = [];
  for (const account of credentials) made.push(await ensureAccount(app, account, kept !== undefined));
  return made;
}

async function ensureAccount(app: INestApplicationContext, account: DemoCredentials, isKept: boolean): Promise<DemoCredentials> {
  const { username, name, password } = account;
  const there = await app.get(AccountRepository).byUsername(username);
  if (there?.disabledAt) return { ...account, note: 'disabled' };
  if (there && !there.isDemonstration) return { ...account, note: 'an account of your own, with its own password' };
  if (there && isKept) return account;
  if (there) await app.get(ResetPassword).reset(OPERATOR, username, password);
  else {
    const roles = DEMO_ACCOUNTS.find((own) => own.username === username)?.roles ?? [];
    await app
      .get(Transactions)
      .run(() =>
        app
          .get(CreateAccount)
          .create(OPERATOR, { username, name, email: `${username}@exempel.se`, password, roles, isDemonstration: true }),
      );
  }
  return account;
}

/** The accounts as they are printed at each start. */
export function accountsText(credentials: readonly DemoCredentials[]): string {
  const width = Math.max(...credentials.map(({ username }) => username.length));
  const lines = credentials.map(
    ({ username, name, password, note }) =>
      `  ${username.padEnd(width)}  ${password}   ${name}, ${rolesText(username)}${note ? ` (${note})` : ''}`,
  );
  return ['Demonstration accounts (username, password):', ...lines].join('\n');
}

function rolesText(username: string): string {
  const roles = DEMO_ACCOUNTS.find((account) => account.username === username)?.roles ?? [];
  return [...new Set(roles.map(({ role }) => role))].join(' and ');
}

/** Undefined when the file is lost, or damaged by a power cut or an editor: the accounts then get new passwords. */
async function readKept(path: string): Promise<DemoCredentials[] | undefined> {
  try {
    const { data = [] } = keptAccounts.safeParse(JSON.parse(await readFile(path, 'utf8')));
    const kept = DEMO_ACCOUNTS.flatMap(({ username }) => data.find((account) => account.username === username) ?? []);
    return kept.length === DEMO_ACCOUNTS.length ? kept : undefined;
  } catch (error) {
    if (error instanceof SyntaxError || (error as { code?: string }).code === 'ENOENT') return undefined;
    throw error;
  }
}

async function writeKept(path: string, credentials: readonly DemoCredentials[]): Promise<void> {
  const file = await open(`${path}.new`, 'w', 0o600);
  try {
    await file.writeFile(`${JSON.stringify(credentials, null, 2)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.new`, path);
}
