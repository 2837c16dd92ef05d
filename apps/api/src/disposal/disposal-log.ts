import { Injectable, Logger } from '@nestjs/common';
import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import { Settings } from '../platform/settings.js';

const line = z.object({ at: z.iso.datetime(), kind: z.string(), decision: z.string(), about: z.string() });
/** A disposal as it is noted outside the database: when, by which decision, and what is needed to do it again. */
export type NotedDisposal = z.output<typeof line>;

/** Where they are noted, so that a backup from before one of them does not bring back unseen what was removed. */
export const disposalsFile = (dataDir: string): string => join(dataDir, 'disposals.log');

/** Those noted so far; a line that a power cut left is none. */
export async function notedDisposals(file: string): Promise<NotedDisposal[]> {
  const text = await readFile(file, 'utf8').catch((error: { code?: string }) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return text.split('\n').flatMap((one) => lineOf(one) ?? []);
}

function lineOf(text: string): NotedDisposal | undefined {
  try {
    return line.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Notes each disposal in a file of the data folder. A disk that fails is told of and stops nothing: the database has it. */
@Injectable()
export class DisposalLog {
  private readonly logger = new Logger('disposal');

  constructor(private readonly settings: Settings) {}

  async note(disposal: NotedDisposal): Promise<void> {
    const file = disposalsFile(this.settings.config.dataDir);
    try {
      await mkdir(dirname(file), { recursive: true, mode: 0o711 });
      await appendFile(file, `${JSON.stringify(disposal)}\n`, { mode: 0o600, flush: true });
    } catch (error) {
      this.logger.warn(`The disposal could not be noted: ${(error as Error).message}`);
    }
  }
}
