import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** The latest event of the chain at some moment. */
export interface Head {
  readonly seq: number;
  /** SHA-256 in hexadecimals. */
  readonly hash: string;
}

/** A line of the file: a head that was there, and whether a backup had just been restored up to it. */
export interface HeadLine extends Head {
  readonly at: string;
  readonly isRestored: boolean;
}

/** SQL: the head of the chain. */
export const LATEST_HEAD = `
  select r.seq, encode(a.hash, 'hex') as hash from record r join audit_event a on a.record_id = r.id order by r.seq desc limit 1`;

const LINE = /^(\S+) (\d{1,15}) ([0-9a-f]{64})( restored)?$/;

/** Where heads are noted: outside the database, so that whoever rewrites that cannot rewrite this too. */
export const headsFile = (dataDir: string): string => join(dataDir, 'heads.log');

/** Adds a line and waits until the disk has it. */
export async function noteHead(file: string, { at, seq, hash, isRestored }: HeadLine): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o711 });
  await appendFile(file, `${at} ${seq} ${hash}${isRestored ? ' restored' : ''}\n`, { mode: 0o600, flush: true });
}

/**
 * The heads noted so far, a line that cannot be read as undefined; undefined when there is no file. What a power cut left of a last line is
 * no line.
 */
export async function readHeads(file: string): Promise<(HeadLine | undefined)[] | undefined> {
  const text = await readFile(file, 'utf8').catch((error: { code?: string }) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  return text?.split('\n').slice(0, -1).map(lineOf);
}

function lineOf(text: string): HeadLine | undefined {
  const [, at, seq, hash, restored] = LINE.exec(text) ?? [];
  return at && hash ? { at, seq: Number(seq), hash, isRestored: restored !== undefined } : undefined;
}
