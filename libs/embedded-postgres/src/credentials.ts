import { randomBytes } from 'node:crypto';
import { createServer } from 'node:net';
import { open, readFile, rename } from 'node:fs/promises';

/** Roles of the embedded database: its superuser, the owner that migrates, and the running app. */
export const ROLES = ['postgres', 'slusen_owner', 'slusen_app'] as const;
/** One of the three roles. */
export type Role = (typeof ROLES)[number];

/** What is needed to connect; kept in a file only its owner may read. */
export interface Credentials {
  /** TCP port on the loopback address. */
  readonly port: number;
  readonly passwords: Readonly<Record<Role, string>>;
}

/** Address of a database for one role. */
export function urlOf({ port, passwords }: Credentials, role: Role, database: string): string {
  return `postgres://${role}:${passwords[role]}@127.0.0.1:${port}/${encodeURIComponent(database)}`;
}

/** New random passwords (256 bits each) and a port that is free now. */
export async function newCredentials(): Promise<Credentials> {
  const password = () => randomBytes(32).toString('base64url');
  return {
    port: await freePort(),
    passwords: { postgres: password(), slusen_owner: password(), slusen_app: password() },
  };
}

/** Reads the file; undefined when it is missing or does not hold what it should. */
export async function readCredentials(file: string): Promise<Credentials | undefined> {
  try {
    const found = JSON.parse(await readFile(file, 'utf8')) as Credentials;
    const complete = Number.isInteger(found.port) && ROLES.every((role) => /^[\w-]{16,}$/.test(found.passwords[role]));
    return complete ? found : undefined;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (error instanceof SyntaxError || error instanceof TypeError || code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Writes the file whole or not at all, readable by its owner only. */
export async function writeCredentials(file: string, credentials: Credentials): Promise<void> {
  const unfinished = await open(`${file}.unfinished`, 'w', 0o600);
  try {
    await unfinished.chmod(0o600);
    await unfinished.writeFile(JSON.stringify(credentials, undefined, 2));
    await unfinished.sync();
  } finally {
    await unfinished.close();
  }
  await rename(`${file}.unfinished`, file);
}

/** The port if nothing listens on it now, else another that is free. */
export async function freePort(wanted = 0): Promise<number> {
  const server = createServer();
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  server.once('error', reject);
  server.listen({ port: wanted, host: '127.0.0.1', exclusive: true }, () => {
    const address = server.address();
    server.close(() => resolve(typeof address === 'object' && address ? address.port : wanted));
  });
  return promise.catch((error: NodeJS.ErrnoException) => {
    if (wanted === 0) throw error;
    return freePort();
  });
}
