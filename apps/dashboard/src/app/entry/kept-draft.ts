import { EMPTY_TEXT, type EntryText } from './entry-text.js';

/** Words kept in a browser, with the version of the entry that they were written on: 0 when there was none yet. */
export interface KeptDraft {
  readonly text: EntryText;
  /** Missing in copies that an earlier edition of the program kept. */
  readonly version?: number | undefined;
}

/** Reads a kept copy; one that cannot be understood counts as none. Earlier editions kept the words alone. */
export function readKept(stored: string | null): KeptDraft | undefined {
  const kept = parsed(stored);
  if (!isRecord(kept)) return undefined;
  const { text, version } = kept;
  return isRecord(text) ? { text: wholeText(text), version: typeof version === 'number' ? version : undefined } : { text: wholeText(kept) };
}

/**
 * What to do with a kept copy when the form opens: put its words in the form, or show them beside what was saved since
 * they were written. Of a copy that does not say what it was written on nobody knows, so it is shown beside.
 */
export function wayBack(kept: KeptDraft, entry: { readonly version: number } | undefined): 'restore' | 'compare' {
  return entry === undefined || kept.version === entry.version ? 'restore' : 'compare';
}

function parsed(stored: string | null): unknown {
  try {
    return JSON.parse(stored ?? 'null');
  } catch {
    return undefined;
  }
}

/** Fields of another kind than text, or that the copy lacks, are left as in an empty form. */
function wholeText(kept: Record<string, unknown>): EntryText {
  const { answers, parts: _, partsMissing: __, ...fields } = EMPTY_TEXT;
  const own = isRecord(kept['answers']) ? kept['answers'] : {};
  const byPart = (field: string): Record<string, string> => (isRecord(kept[field]) ? textsOf(kept[field], kept[field]) : {});
  const parts = { parts: byPart('parts'), partsMissing: byPart('partsMissing') };
  return { ...fields, ...textsOf(kept, fields), ...parts, answers: { ...answers, ...textsOf(own, answers) } };
}

function textsOf(kept: Record<string, unknown>, wanted: object): Record<string, string> {
  const texts = Object.keys(wanted).map((field) => [field, kept[field]] as const);
  return Object.fromEntries(texts.filter((text): text is [string, string] => typeof text[1] === 'string'));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
