import { fault, isFaultCode, type Fault, type FaultCode } from '@slusen/domain';
import type * as z from 'zod';
import { strategyFile, type StrategyFile } from './strategy-file.js';

/** A strategy, or everything that is wrong with its file. */
export type StrategyFileReading =
  { readonly file: StrategyFile; readonly problems?: undefined } | { readonly file?: undefined; readonly problems: readonly Fault[] };

type Issue = z.core.$ZodIssue;
const LONGEST_TEXT = 100;

/** Reads what a strategy file holds; each fault has its place, a code of docs/strategy-file.md and the offending text. */
export function readStrategyFile(content: unknown): StrategyFileReading {
  const read = strategyFile.safeParse(content);
  if (read.success) return { file: read.data };
  return { problems: read.error.issues.flatMap((issue) => problemsOf(issue, content)) };
}

function problemsOf(issue: Issue, content: unknown): Fault[] {
  // A place in JSON is never a symbol, though one in an object may be.
  const path = issue.path.map((key) => (typeof key === 'number' ? key : String(key)));
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => fault([...path, key], 'field.unknown', key));
  const given = path.reduce<unknown>((object, key) => (object as Record<string | number, unknown> | undefined)?.[key], content);
  const text = issue.code === 'custom' ? issue.params?.['text'] : undefined;
  return [fault(path, codeOf(issue, given), typeof text === 'string' ? text : textOf(given))];
}

function codeOf(issue: Issue, given: unknown): FaultCode {
  if (issue.code === 'custom') return ownCode(issue.message);
  if (given === undefined) return 'field.missing';
  if (issue.code === 'invalid_format') return formatCode(issue);
  if (issue.code === 'too_big') return sizeCode(issue.origin, 'too-long');
  if (issue.code === 'too_small') return sizeCode(issue.origin, 'too-short');
  return issue.code === 'invalid_type' ? 'type.wrong' : 'value.unknown';
}

function formatCode({ format, message }: z.core.$ZodIssueInvalidStringFormat): FaultCode {
  if (format === 'date') return 'date.unknown';
  return format === 'url' ? 'url.malformed' : ownCode(message);
}

/** The forms and rules that are this product's own carry their code as the message. */
function ownCode(message: string): FaultCode {
  if (!isFaultCode(message)) throw new Error(`A rule of the strategy file says "${message}", which is no code of a fault.`);
  return message;
}

function sizeCode(origin: string, size: 'too-short' | 'too-long'): FaultCode {
  if (origin === 'string') return size === 'too-long' ? 'text.too-long' : 'text.empty';
  if (origin !== 'array') return 'number.outside-limits';
  return size === 'too-long' ? 'list.too-long' : 'list.too-short';
}

function textOf(given: unknown): string {
  if (given === undefined) return '';
  const isPlain = typeof given === 'string' || typeof given === 'number';
  const text = isPlain ? String(given) : JSON.stringify(given);
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text;
}
