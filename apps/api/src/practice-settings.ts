import { join, relative, resolve } from 'node:path';
import * as z from 'zod';
import type { Config } from './config.js';
import { isLoopback } from './loopback.js';
import { onOff, siteAddress } from './setting-kinds.js';

/** The settings of the practice copy, as the environment has them. */
export const PRACTICE_SETTINGS = {
  PRACTICE: onOff.default(false),
  PRACTICE_DIR: z.string().min(1).optional(),
  PRACTICE_URL: siteAddress.optional(),
  PRACTICE_PROVIDER: onOff.default(false),
};

/** Where the practice copy is, and who proves who people are there. */
export interface PracticePlace {
  /** Its own data folder. */
  readonly folder: string;
  /** The address people use; undefined: on this machine only. */
  readonly url: string | undefined;
  /** Whether people sign in with the municipality's own sign-in there too. */
  readonly hasProvider: boolean;
}

interface Given {
  readonly DATA_DIR: string;
  readonly PUBLIC_URL?: string | undefined;
  readonly PRACTICE_DIR?: string | undefined;
  readonly PRACTICE_URL?: string | undefined;
  readonly PRACTICE_PROVIDER: boolean;
}

interface Beside {
  /** The folders of the real one. */
  readonly kept: readonly string[];
  readonly refuse: (sentence: string) => never;
}

/** What the settings say of the practice copy. `refuse` gets a sentence when it would lie where the real one does, or share its address. */
export function practicePlaceOf(given: Given, { kept, refuse }: Beside): PracticePlace {
  const folder = resolve(given.PRACTICE_DIR ?? join(given.DATA_DIR, 'practice'));
  const taken = kept.find((real) => isWithin(real, folder));
  if (taken) refuse(`PRACTICE_DIR is set to "${folder}", which cannot be used: ${taken} is the real one's; name another folder.`);
  const url = given.PRACTICE_URL?.replace(/\/$/, '');
  if (url?.startsWith('http://') && !isLoopback(new URL(url).hostname))
    refuse('PRACTICE_URL must begin with https:// (sign-in cookies are sent over TLS only), except on loopback.');
  // A browser sends the cookies of a host to all of its ports: whoever signed in to practise would be signed out of the real one.
  if (url && given.PUBLIC_URL && new URL(url).hostname === new URL(given.PUBLIC_URL).hostname)
    refuse('PRACTICE_URL must have another host name than PUBLIC_URL: browsers would take the two for one site.');
  return { folder, url, hasProvider: given.PRACTICE_PROVIDER };
}

/**
 * The settings of the practice copy of an installation: all its own, in its own folder and on the next port, and nothing that would reach
 * anybody (no mail server, no nightly copies beside the real ones).
 */
export function practiceOf(real: Config): Config {
  const { folder, url, hasProvider } = real.practice;
  const port = real.port === 65_535 ? 65_534 : real.port && real.port + 1;
  return {
    ...real,
    isPractice: true,
    ...addressOf(real, { port, url }),
    database: undefined,
    dataDir: folder,
    backup: { ...real.backup, time: undefined, folder: join(folder, 'backup'), trialUrl: undefined },
    mail: undefined,
    provider: hasProvider ? real.provider : undefined,
  };
}

/** Without an address of its own on this machine only, under the other name that the machine has for itself: cookies go by names. */
function addressOf(
  { host, trustProxy }: Config,
  { port, url }: { port: number; url: string | undefined },
): Pick<Config, 'port' | 'host' | 'publicUrl' | 'trustProxy'> {
  if (url) return { port, host, publicUrl: url, trustProxy };
  const name = host === 'localhost' ? '127.0.0.1' : 'localhost';
  return { port, host: isLoopback(host) ? host : '127.0.0.1', publicUrl: `http://${name}:${port}`, trustProxy: undefined };
}

/** Whether a path is that of the folder, or lies in it. */
export function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return !/^(?:\.\.(?:[\\/]|$)|[\\/]|[a-z]:)/i.test(way);
}
