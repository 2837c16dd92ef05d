import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { chooseAccount, type Account, type Runnable } from './account.js';
import { findBinaries } from './binaries.js';
import { clusterVersion, createCluster, keepPrivate, removeUnfinished, takeOver } from './cluster.js';
import { freePort, newCredentials, readCredentials, urlOf, writeCredentials, type Credentials } from './credentials.js';
import { createDatabase, ensureRoles, grantAccess, hasDatabase, isConnectionLost } from './databases.js';
import type { Purpose } from './instance-lock.js';
import { clearLeftover } from './leftover.js';
import { signalServer } from './postmaster.js';
import { recoverPassword } from './recover-password.js';
import { ServerLog } from './server-log.js';
import { DatabaseStartError, explainFailure } from './start-error.js';
import { Supervisor, type DatabaseLog } from './supervisor.js';

/** Name of the app's database in the embedded server. */
export const DATABASE = 'slusen';
/** Beside it, and always empty: where a backup is tried. */
const TRIAL_DATABASE = `${DATABASE}_trial`;
/** Folder of the server's own files, in the data folder. */
export const CLUSTER = 'postgres';
/** File with port and passwords, in the data folder. */
export const CREDENTIALS_FILE = 'database.json';
const MAJOR_VERSION = '18';
const ROTATION_MS = 60 * 60 * 1000;
const PORT_ATTEMPTS = 3;
const PROVISION_ATTEMPTS = 20;

/** Where the database lives and whom it tells what happens to it. */
export interface EmbeddedOptions {
  readonly dataDir: string;
  readonly log: DatabaseLog;
  /** False for data that are thrown away (specs): faster, but a power cut would lose them. Default true. */
  readonly durable?: boolean;
  /** Whether it is there for the application (default) or for one command only, which ends it for everyone. */
  readonly purpose?: Purpose;
  /** Ways of not running as root that may be tried (all of them, specs apart). */
  readonly ways?: readonly Account['way'][];
}

/** A server that runs and is watched. */
export interface StartedServer {
  readonly credentials: Credentials;
  readonly supervisor: Supervisor;
  stop(): Promise<void>;
}

interface Site extends Runnable {
  readonly cluster: string;
  readonly credentialsFile: string;
  readonly serverLog: ServerLog;
  readonly options: EmbeddedOptions;
}

/**
 * Starts the server of a data folder that no other process has, with its roles and its database. `dataDir` exists
 * and is an absolute path without links. Throws DatabaseStartError.
 */
export async function startServer(options: EmbeddedOptions): Promise<StartedServer> {
  const { dataDir } = options;
  const cluster = join(dataDir, CLUSTER);
  await mkdir(join(dataDir, 'log'), { recursive: true, mode: 0o700 });
  const runnable = await chooseAccount({ ...options, cluster, binaries: await findBinaries(dataDir) });
  const serverLog = new ServerLog(join(dataDir, 'log', 'postgres.log'));
  const site = { ...runnable, cluster, serverLog, options, credentialsFile: join(dataDir, CREDENTIALS_FILE) };
  const server = await startOnFreePort(site, await prepareCluster(site));
  try {
    await provisionPatiently(server.credentials);
  } catch (error) {
    await server.stop();
    throw error instanceof DatabaseStartError ? error : explainFailure(String(error), cluster);
  }
  return server;
}

/** Sees to it that there is a cluster this account can run, that nothing runs on it, and that its password is known. */
async function prepareCluster(site: Site): Promise<Credentials> {
  const { cluster, account, credentialsFile, options } = site;
  const known = await readCredentials(credentialsFile);
  const credentials = known ?? (await newCredentials());
  await removeUnfinished(cluster);
  const version = await clusterVersion(cluster);
  if (version === undefined) {
    options.log.info(`A database is made in ${cluster}.`);
    // The password is stored first: a crash in between must not leave a database nobody can open.
    if (!known) await writeCredentials(credentialsFile, credentials);
    const { durable = true } = options;
    await createCluster({
      ...site,
      folder: cluster,
      password: credentials.passwords.postgres,
      durable,
      log: site.serverLog,
    });
    return credentials;
  }
  if (version !== MAJOR_VERSION) {
    const origin = `The database in ${cluster} was made by PostgreSQL ${version}`;
    const message = `${origin}, but this program brings ${MAJOR_VERSION}.`;
    throw new DatabaseStartError('version', message);
  }
  const stopped = await clearLeftover(cluster, (pid, mode) => signalServer(site, pid, mode));
  if (stopped) options.log.info(`The database server of an app that died was stopped (process ${stopped}).`);
  if (account.owner && (await stat(cluster)).uid !== account.owner.uid) await takeOver(account, cluster);
  await keepPrivate(cluster);
  if (!known) await renewCredentials(site, credentials);
  return credentials;
}

async function renewCredentials(site: Site, credentials: Credentials): Promise<void> {
  site.options.log.warn(`${site.credentialsFile} was missing or damaged; the database gets new passwords.`);
  await recoverPassword(site.cluster, site, credentials.passwords.postgres);
  await writeCredentials(site.credentialsFile, credentials);
}

/** Keeps the port of the last start when it is free; another program may still take it before the server does. */
async function startOnFreePort(site: Site, last: Credentials): Promise<StartedServer> {
  const { options, serverLog, credentialsFile } = site;
  for (let attempt = 1; ; attempt += 1) {
    const credentials = { ...last, port: await freePort(attempt === 1 ? last.port : 0) };
    if (credentials.port !== last.port) await writeCredentials(credentialsFile, credentials);
    const plan = { ...site, log: serverLog, port: credentials.port, durable: options.durable ?? true };
    const supervisor = new Supervisor(plan, options.log);
    try {
      await supervisor.start();
    } catch (error) {
      if (error instanceof DatabaseStartError && error.failure === 'port' && attempt < PORT_ATTEMPTS) continue;
      throw error;
    }
    const rotation = setInterval(() => void serverLog.rotate().catch(() => undefined), ROTATION_MS).unref();
    return { credentials, supervisor, stop: () => supervisor.stop().finally(() => clearInterval(rotation)) };
  }
}

/** Tries again when the server dies meanwhile: it is started again like at any other time. */
async function provisionPatiently(credentials: Credentials, attempt = 1): Promise<void> {
  try {
    await provision(credentials);
  } catch (error) {
    if (!isConnectionLost(error) || attempt === PROVISION_ATTEMPTS) throw error;
    await delay(500);
    await provisionPatiently(credentials, attempt + 1);
  }
}

/** Every start makes sure of roles, databases and rights, so that a first start that was cut off is completed. */
async function provision(credentials: Credentials): Promise<void> {
  const adminUrl = urlOf(credentials, 'postgres', 'postgres');
  await ensureRoles(adminUrl, credentials.passwords);
  for (const name of [DATABASE, TRIAL_DATABASE]) {
    if (await hasDatabase(adminUrl, name)) await grantAccess(adminUrl, name);
    else await createDatabase(adminUrl, name);
  }
}
