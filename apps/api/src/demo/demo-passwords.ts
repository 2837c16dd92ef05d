import type { INestApplicationContext } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { OPERATOR } from '../identity/account.js';
import { AccountQuery } from '../identity/account.query.js';
import { AccountRepository } from '../identity/account.repository.js';
import { CreateAccount } from '../identity/create-account.js';
import { ResetPassword } from '../identity/reset-password.js';
import { Transactions } from '../platform/transactions.js';
import { DEMO_ACCOUNTS } from './accounts.js';

/** A demonstration account as it is kept in the data folder and printed at each start. */
export interface DemoCredentials {
  readonly username: string;
  readonly name: string;
  readonly password: string;
}

const FILE = 'demonstration-accounts.json';

/**
 * Makes the demonstration's accounts with random passwords, kept in a file only its owner can read. The file is written
 * first: a password nobody knows would lock everyone out.
 */
export async function createDemoAccounts(app: INestApplicationContext, dataDir: string): Promise<readonly DemoCredentials[]> {
  const path = join(dataDir, FILE);
  const kept = await readKept(path);
  const credentials =
    kept ?? DEMO_ACCOUNTS.map(({ username, name }) => ({ username, name, password: randomBytes(9).toString('base64url') }));
  if (!kept) await writeKept(path, credentials);
  for (const { username, name, password } of credentials) {
    const roles = DEMO_ACCOUNTS.find((account) => account.username === username)?.roles ?? [];
    const there = await app.get(AccountQuery).byUsername(username);
    if (there && kept) continue;
    if (there) await resetIfDemonstration(app, username, password);
    else
      await app
        .get(Transactions)
        .run(() => app.get(CreateAccount).create(OPERATOR, { username, name, password, roles, isDemonstration: true }));
  }
  return credentials;
}

/** The passwords were lost with their file; an account of someone's own that has the same name keeps its own. */
async function resetIfDemonstration(app: INestApplicationContext, username: string, password: string): Promise<void> {
  const account = await app.get(AccountRepository).byUsername(username);
  if (account?.isDemonstration) await app.get(ResetPassword).reset(OPERATOR, username, password);
}

/** The accounts as they are printed at each start. */
export function accountsText(credentials: readonly DemoCredentials[]): string {
  const width = Math.max(...credentials.map(({ username }) => username.length));
  const lines = credentials.map(
    ({ username, name, password }) => `  ${username.padEnd(width)}  ${password}   ${name}, ${rolesText(username)}`,
  );
  return ['Demonstration accounts (username, password):', ...lines].join('\n');
}

function rolesText(username: string): string {
  const roles = DEMO_ACCOUNTS.find((account) => account.username === username)?.roles ?? [];
  return [...new Set(roles.map(({ role }) => role))].join(' and ');
}

async function readKept(path: string): Promise<DemoCredentials[] | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as DemoCredentials[];
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return undefined;
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
