import { Injectable } from '@nestjs/common';
import { DomainError } from '@slusen/domain';
import { LRUCache } from 'lru-cache';
import { execFile } from 'node:child_process';
import { hash } from 'node:crypto';
import { besideThisCode } from '../platform/build-folder.js';
import { MEMORY } from '../platform/memory.js';
import type { PrintedStrategy } from './printed-strategy.js';

/** Sixty goals with 300 indicators take half a second; whatever takes as long as this is ended. */
const PATIENCE_MS = 20_000;
/** Typst takes about a thousand times as much: 283 KiB (144 goals, 720 indicators) took 326 MiB and 0.8 s. */
const MOST_KIB = 384;
const MOST_BYTES = 16 * 1024 * 1024;

/**
 * Makes PDFs of documents, one at a time, each in a process of its own: while typst works the pages go on answering, and what takes too long
 * is ended. What is made is kept by what it says, so that the same document is set once.
 */
@Injectable()
export class Typesetter {
  private readonly kept = new LRUCache<string, Buffer>({ maxSize: MEMORY.documents, sizeCalculation: (pdf) => pdf.length });
  private readonly underWay = new Map<string, Promise<Buffer>>();
  private last: Promise<unknown> = Promise.resolve();

  /** Throws `strategy.too-long`. */
  async pdf(document: PrintedStrategy): Promise<Buffer> {
    const text = JSON.stringify(document);
    const kib = Math.ceil(Buffer.byteLength(text) / 1024);
    if (kib > MOST_KIB) throw new DomainError('strategy.too-long', { kib, most: MOST_KIB });
    const key = hash('sha256', text);
    return this.kept.get(key) ?? this.underWay.get(key) ?? this.begin(key, text);
  }

  private begin(key: string, text: string): Promise<Buffer> {
    const made = this.last.then(() => typeset(text));
    this.underWay.set(key, made);
    const ended = made.then((pdf) => this.kept.set(key, pdf), () => undefined).finally(() => this.underWay.delete(key)); // prettier-ignore
    this.last = ended;
    return made;
  }
}

/** Rejects when the program fails or takes too long. */
function typeset(text: string): Promise<Buffer> {
  const program = besideThisCode('programs', 'typeset.mjs');
  // Of the settings, passwords among them, it needs none; Windows starts no program without the one named here.
  const env = { SystemRoot: process.env['SystemRoot'] };
  const options = { encoding: 'buffer', timeout: PATIENCE_MS, killSignal: 'SIGKILL', maxBuffer: MOST_BYTES, env } as const;
  return new Promise((resolve, reject) => {
    const child = execFile(process.execPath, ['--max-old-space-size=64', program], options, (error, pdf, complaint) => {
      if (error) reject(new Error(`The document could not be typeset. ${complaint.toString().trim()}`, { cause: error }));
      else resolve(pdf);
    });
    // A program that has ended reads no more; how it ended is told above.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(text);
  });
}
