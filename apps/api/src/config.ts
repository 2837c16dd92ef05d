import { DATA_LICENCES, type SiteSetting, type SiteSettings } from '@slusen/domain';
import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import * as z from 'zod';
import { isLoopback } from './loopback.js';
import { PROVIDER_ENVIRONMENT, providerFault, providerOf, type ProviderSettings } from './provider-settings.js';
import { MAIL_SETTINGS, mailOf, type MailConfig } from './mail-config.js';
import { PRACTICE_SETTINGS, practiceOf, practicePlaceOf, type PracticePlace } from './practice-settings.js';
import { onOff, siteAddress } from './setting-kinds.js';

const A_PORT = 'must be a whole number from 0 to 65535';
const A_COUNT = 'must be a whole number from 1 to 9999';
const postgresUrl = z
  .url({
    protocol: /^postgres(ql)?$/,
    error:
      'must be an address such as postgres://ROLE@HOST:5432/DATABASE; a password with other characters than letters and digits goes in a setting of its own (DATABASE_PASSWORD, DATABASE_OWNER_PASSWORD)',
  })
  // A # or ? of a password would end the address unseen.
  .refine(
    (text) => !text.includes('#') && URL.canParse(text),
    'must have no #; a password with one goes in DATABASE_PASSWORD or DATABASE_OWNER_PASSWORD',
  );

/** Exact addresses: whoever else has one within a range that is trusted could say to come from wherever. */
const proxies = z
  .string()
  .refine((text) => text.split(',').every((part) => isIP(part.trim()) > 0), 'must be the IP addresses of proxies, parted by commas');
const timeOfDay = z.string().regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|off)$/, 'must be a time of the day, as 03:30, or off');

const environment = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, A_PORT)
    .transform(Number)
    .pipe(z.int().max(65_535, A_PORT))
    .default(3000),
  HOST: z
    .string()
    .refine((host) => host === 'localhost' || isIP(host) > 0, 'must be an IP address or localhost')
    .default('127.0.0.1'),
  PUBLIC_URL: siteAddress.optional(),
  TRUST_PROXY: proxies.optional(),
  DATABASE_URL: postgresUrl.optional(),
  DATABASE_OWNER_URL: postgresUrl.optional(),
  DATABASE_PASSWORD: z.string().optional(),
  DATABASE_OWNER_PASSWORD: z.string().optional(),
  DATABASE_TRIAL_URL: postgresUrl.optional(),
  DATA_DIR: z.string().min(1).default('./data'),
  BACKUP_TIME: timeOfDay.default('03:30'),
  BACKUP_DIR: z.string().min(1).optional(),
  BACKUP_KEEP: z
    .string()
    .regex(/^\d{1,4}$/, A_COUNT)
    .transform(Number)
    .pipe(z.int().min(1, A_COUNT))
    .default(30),
  ...MAIL_SETTINGS,
  DEMO: onOff.optional(),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], 'must be fatal, error, warn, info, debug, trace or silent')
    .optional(),
  MUNICIPALITY: z.string().max(80, 'must be at most 80 characters').optional(),
  MUNICIPALITY_CODE: z
    .string()
    .regex(/^\d{4}$/, 'must be four digits, as 0884')
    .optional(),
  ACCENT_COLOUR: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i, 'must be a colour written as #1f4e79')
    .optional(),
  DATA_LICENCE: z.enum(DATA_LICENCES, `must be ${DATA_LICENCES.join(' or ')}`).optional(),
  CONTACT_EMAIL: z.email('must be an e-mail address').optional(),
  CONTACT_TELEPHONE: z
    .string()
    .regex(/^.{3,40}$/, 'must be 3 to 40 characters')
    .optional(),
  DATA_PROTECTION_OFFICER: z.email('must be an e-mail address').optional(),
  ...PROVIDER_ENVIRONMENT,
  ...PRACTICE_SETTINGS,
});

/** The variable that sets each setting of the site, and so locks it. */
export const SITE_VARIABLES = {
  municipality: 'MUNICIPALITY',
  code: 'MUNICIPALITY_CODE',
  accent: 'ACCENT_COLOUR',
  licence: 'DATA_LICENCE',
  contactEmail: 'CONTACT_EMAIL',
  contactTelephone: 'CONTACT_TELEPHONE',
  dataProtectionOfficer: 'DATA_PROTECTION_OFFICER',
} as const satisfies Record<SiteSetting, keyof z.output<typeof environment>>;

/** Whose the demonstration is, and whom its pages name where nothing is set; none of it is ever shown without the demonstration. */
const DEMONSTRATION: SiteSettings = {
  municipality: 'Vimmerby kommun',
  code: '0884',
  contactEmail: 'tillganglighet@exempel.se',
  contactTelephone: '0492-00 00 00',
  dataProtectionOfficer: 'dataskyddsombud@exempel.se',
};

/** What the running program was told, parsed once; nothing else reads the environment. */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly publicUrl: string;
  /** Addresses of the proxy whose forwarded headers count; undefined: none. */
  readonly trustProxy: string | undefined;
  /** Undefined: the embedded database. */
  readonly database: { readonly url: string; readonly ownerUrl: string } | undefined;
  readonly dataDir: string;
  readonly backup: {
    /** When everything is copied and checked each night, in Stockholm: `03:30`; undefined: never by the clock. */
    readonly time: string | undefined;
    readonly folder: string;
    /** How many copies of each kind stay. */
    readonly keep: number;
    /** An empty database where copies are tried; undefined: beside the real one, with `_trial` after its name. */
    readonly trialUrl: string | undefined;
  };
  /** Undefined: mails are shown to administrators, who hand them over. */
  readonly mail: MailConfig | undefined;
  readonly demo: boolean;
  readonly logLevel: string;
  /** The municipality's own sign-in; undefined: passwords only. */
  readonly provider: ProviderSettings | undefined;
  /** What the environment says of whose the pages are, and what the demonstration fills in; the rest is set on a page. */
  readonly site: { readonly environment: SiteSettings; readonly example: SiteSettings };
  /** Whether this is the practice copy: marked on every page, and nothing leaves it. */
  readonly isPractice: boolean;
  /** Where the practice copy is. */
  readonly practice: PracticePlace;
}

/** A start that cannot go on; the message is one sentence that names the setting. */
export class ConfigError extends Error {}

/** Reads the settings; throws ConfigError with one sentence naming the first wrong one. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = environment.safeParse(set);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const name = String(issue?.path[0]);
    throw new ConfigError(
      `${name} is set to "${/_(?:URL|SECRET)$/.test(name) ? '…' : (set[name] ?? '')}", which cannot be used: ${issue?.message ?? 'wrong value'}.`,
    );
  }
  checkTogether(parsed.data);
  const config = configOf(parsed.data);
  return parsed.data.PRACTICE ? practiceOf(config) : config;
}

function configOf(given: Settings): Config {
  const demo = isDemonstration(given);
  const [dataDir, backup] = [resolve(given.DATA_DIR), backupOf(given)];
  return {
    port: given.PORT,
    host: given.HOST,
    publicUrl: (given.PUBLIC_URL ?? `http://${given.HOST === '::1' ? '[::1]' : given.HOST}:${given.PORT}`).replace(/\/$/, ''),
    trustProxy: given.TRUST_PROXY,
    database: databaseOf(given),
    dataDir,
    backup,
    mail: mailOf(given, refuse),
    demo,
    // On a terminal someone reads along: requests would drown what they are told.
    logLevel: given.LOG_LEVEL ?? (process.stdout.isTTY ? 'warn' : 'info'),
    provider: providerOf(given),
    site: { environment: siteOf(given), example: demo ? DEMONSTRATION : {} },
    isPractice: false,
    practice: practicePlaceOf(given, { kept: [dataDir, backup.folder], refuse }),
  };
}

type Settings = z.output<typeof environment>;

function refuse(sentence: string): never {
  throw new ConfigError(sentence);
}

function isDemonstration(given: Settings): boolean {
  return given.DEMO ?? (!given.DATABASE_URL && isLoopback(given.HOST));
}

function databaseOf(given: Settings): Config['database'] {
  const { DATABASE_URL: url, DATABASE_OWNER_URL: ownerUrl } = given;
  if (!url || !ownerUrl) return undefined;
  return { url: withPassword(url, given.DATABASE_PASSWORD), ownerUrl: withPassword(ownerUrl, given.DATABASE_OWNER_PASSWORD) };
}

function backupOf(given: Settings): Config['backup'] {
  const { DATABASE_TRIAL_URL: trialUrl, BACKUP_TIME: time } = given;
  return {
    time: time === 'off' ? undefined : time,
    folder: resolve(given.BACKUP_DIR ?? join(given.DATA_DIR, 'backup')),
    keep: given.BACKUP_KEEP,
    trialUrl: trialUrl && withPassword(trialUrl, given.DATABASE_OWNER_PASSWORD),
  };
}

/** Any password fits: what would mean something in an address is escaped. */
function withPassword(address: string, password: string | undefined): string {
  if (password === undefined) return address;
  const url = new URL(address);
  url.password = encodeURIComponent(password);
  return url.href;
}

function siteOf(given: Settings): SiteSettings {
  const set = Object.entries(SITE_VARIABLES).map(([setting, variable]) => [setting, given[variable]] as const);
  return Object.fromEntries(set.filter(([, value]) => value !== undefined));
}

/** Settings that are right alone but not together. */
function checkTogether(given: Settings): void {
  checkDatabase(given);
  const fault = providerFault(given);
  if (fault) throw new ConfigError(fault);
  if (given.PUBLIC_URL?.startsWith('http://') && !isLoopback(new URL(given.PUBLIC_URL).hostname)) {
    throw new ConfigError('PUBLIC_URL must begin with https:// (sign-in cookies are sent over TLS only), except on loopback.');
  }
  if (!isLoopback(given.HOST) && !given.TRUST_PROXY) {
    throw new ConfigError(
      'TRUST_PROXY is missing: on an address that others reach, a proxy with TLS must stand in front; name its address.',
    );
  }
  if (!isLoopback(given.HOST) && !given.PUBLIC_URL) {
    throw new ConfigError('PUBLIC_URL is missing: on an address that others reach, the pages must know the address people use.');
  }
}

function checkDatabase({ DATABASE_URL: app, DATABASE_OWNER_URL: owner, ...given }: Settings): void {
  if (!app && (given.DATABASE_PASSWORD || given.DATABASE_OWNER_PASSWORD))
    throw new ConfigError(
      'DATABASE_PASSWORD and DATABASE_OWNER_PASSWORD are for a database of your own; set DATABASE_URL and DATABASE_OWNER_URL too.',
    );
  if (owner && !app) throw new ConfigError('DATABASE_OWNER_URL is set without DATABASE_URL.');
  if (app && !owner)
    throw new ConfigError('DATABASE_OWNER_URL is missing: with DATABASE_URL the owner of the tables needs an address of its own.');
  if (app && owner && new URL(app).username === new URL(owner).username) {
    throw new ConfigError('DATABASE_OWNER_URL names the same role as DATABASE_URL: the running app must not own the tables.');
  }
}
