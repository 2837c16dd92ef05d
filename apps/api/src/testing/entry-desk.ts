import type { EntryStep, EntryView } from '@slusen/contracts';
import { randomUUID } from 'node:crypto';
import type { Answer, Visitor } from './visitor.js';

/** A period that nothing was entered for: specs of one suite take one each, so that they do not meet. */
export class Quarters {
  private at = 0;

  next(): string {
    this.at++;
    return `${1901 + Math.floor((this.at - 1) / 4)}-Q${((this.at - 1) % 4) + 1}`;
  }
}

type Headers = Record<string, string | undefined>;

/** Figures of one spec stand beside those of others, so any may look unusual; specs about that say so themselves. */
const answers = (['unusual-change', 'jump', 'decimals'] as const).map((kind) => ({ kind, comment: 'Stämmer' }));

/** Begins an entry of company visits; `figure` replaces or adds fields. */
export function begin(
  who: Visitor,
  period: string,
  figure: Readonly<Record<string, unknown>> = {},
  headers: Headers = {},
): Promise<Answer> {
  return who.post('/api/entries', { indicator: 'foretagsbesok', period, value: 40, quality: 'final', answers, ...figure }, headers);
}

/** Takes one step with the version that the entry was read in. */
export function take(
  who: Visitor,
  { id, version }: Pick<EntryView, 'id' | 'version'>,
  step: EntryStep,
  headers: Headers = {},
): Promise<Answer> {
  return who.post(`/api/entries/${id}/steps`, step, { 'if-match': `"${version}"`, 'idempotency-key': randomUUID(), ...headers });
}

/** Rewrites the figure. */
export function rewrite(
  who: Visitor,
  { id, version }: Pick<EntryView, 'id' | 'version'>,
  figure: Readonly<Record<string, unknown>>,
): Promise<Answer> {
  return who.put(`/api/entries/${id}`, { quality: 'final', answers, ...figure }, { 'if-match': `"${version}"` });
}

/** The entry in an answer that must be a good one. */
export function entryIn(answer: Answer): EntryView {
  if (answer.status >= 300) throw new Error(`${answer.status} ${answer.text}`);
  return answer.json<EntryView>();
}

/** An entry on its way: begun and submitted by `author`. */
export async function submitted(author: Visitor, period: string, figure: Readonly<Record<string, unknown>> = {}): Promise<EntryView> {
  return entryIn(await take(author, entryIn(await begin(author, period, figure)), { action: 'submit' }));
}
