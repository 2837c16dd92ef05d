import type { EntryFigure, EntryView } from '@slusen/contracts';
import {
  calculationText,
  formatNumber,
  isSum,
  QUESTION_KINDS,
  readSum,
  type EnteredProvenance,
  type ErrorCode,
  type Language,
  type MissingKind,
  type Quality,
  type QuestionKind,
  type TypedBy,
  type TypedSum,
} from '@slusen/domain';
import { numberOrFault, orFault } from './number-or-fault.js';
import { readParts, textsOfParts, type PartPlace } from './part-text.js';

/** What stands in the form, letter by letter: numbers as someone typed them, nothing as an empty text. */
export interface EntryText {
  readonly value: string;
  readonly missing: MissingKind | '';
  readonly quality: Quality;
  readonly provenance: EnteredProvenance;
  readonly provenanceNote: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly margin: string;
  readonly respondents: string;
  readonly comment: string;
  readonly sourceNote: string;
  readonly link: string;
  readonly reason: string;
  /** What is typed of each part, and why it is missing, by its key. */
  readonly parts: Readonly<Record<string, string>>;
  readonly partsMissing: Readonly<Record<string, string>>;
  readonly answers: Readonly<Record<QuestionKind, string>>;
}

/** The fields that officials write in words of their own, in Swedish whatever the language of the page. */
export const WORDS = ['reason', 'comment', 'sourceNote', 'provenanceNote'] as const;

/** The code of a rule that a field breaks: the domain's, or one of the form's own. */
export type FieldFault =
  ErrorCode | 'margin.negative' | 'respondents.whole' | 'link.malformed' | 'link.names-user' | 'answer.required' | 'part.required';
/** What cannot be understood, by field. */
export type EntryFaults = Partial<
  Record<'value' | 'missing' | 'numerator' | 'denominator' | 'margin' | 'respondents' | 'link' | PartPlace, FieldFault>
>;

const NO_ANSWERS = Object.fromEntries(QUESTION_KINDS.map((kind) => [kind, ''])) as EntryText['answers'];

/** A form nobody has written in. */
export const EMPTY_TEXT: EntryText = {
  value: '',
  missing: '',
  quality: 'preliminary',
  provenance: 'exact',
  provenanceNote: '',
  numerator: '',
  denominator: '',
  margin: '',
  respondents: '',
  comment: '',
  sourceNote: '',
  link: '',
  reason: '',
  parts: {},
  partsMissing: {},
  answers: NO_ANSWERS,
};

/** The fields in which somebody types a number. */
export type NumberField = 'value' | 'numerator' | 'denominator' | 'margin' | 'respondents';

/** What a figure is, however it came to be saved. */
export type SavedFigure = Pick<EntryView, keyof EntryFigure>;

/** A saved figure as the texts of the form, its numbers as the reader's language writes them. */
export function textOf(entry: SavedFigure, language: Language): EntryText {
  const written = (value: number | undefined): string => (value === undefined ? '' : writtenNumber(value, language));
  return {
    value: entry.calculation ? `=${calculationText(entry.calculation, language)}` : written(entry.value),
    missing: entry.missing ?? '',
    quality: entry.quality,
    provenance: entry.provenance ?? 'exact',
    provenanceNote: entry.provenanceNote ?? '',
    numerator: written(entry.numerator),
    denominator: written(entry.denominator),
    margin: written(entry.margin),
    respondents: written(entry.respondents),
    comment: entry.comment ?? '',
    sourceNote: entry.sourceNote ?? '',
    link: entry.link ?? '',
    reason: entry.reason ?? '',
    ...textsOfParts(entry.parts, written),
    answers: { ...NO_ANSWERS, ...Object.fromEntries(entry.answers.map(({ kind, comment }) => [kind, comment])) },
  };
}

/** A number with all the decimals it has, so that reading it back gives the same number. */
export function writtenNumber(value: number, language: Language): string {
  const decimals = /\.(\d+)/.exec(String(value))?.[1]?.length ?? 0;
  // The form reads a comma and a point as decimal marks, so English thousands would be misread.
  return formatNumber(value, { decimals, language: 'sv' }).replace(',', language === 'sv' ? ',' : '.');
}

/** The figure that the texts say, and what in them cannot be understood by whoever typed them; a field with a fault is left out of the figure. */
export function readEntry(text: EntryText, by: TypedBy): { readonly figure: EntryFigure; readonly faults: EntryFaults } {
  const faults: EntryFaults = {};
  const number = (field: NumberField): number | undefined => {
    const read = numberOrFault(text[field], field === 'value' || field === 'margin' ? by : { language: by.language });
    if (typeof read === 'string') faults[field] = read;
    return typeof read === 'number' ? read : undefined;
  };
  const sum = isSum(text.value) ? sumOrFault(text.value, by) : undefined;
  if (typeof sum === 'string') faults.value = sum;
  const value = sum === undefined ? number('value') : typeof sum === 'string' ? undefined : sum.value;
  // Which of the two is meant only the person knows: nothing is saved until one of them is gone.
  const isBoth = text.missing !== '' && text.value.trim() !== '';
  if (isBoth) faults.value = faults.missing = 'entry.value-or-missing';
  faultsWithoutValue(text, faults);
  const [numerator, denominator] = [number('numerator'), number('denominator')];
  const margin = positive(number('margin'), () => (faults.margin = 'margin.negative'));
  const respondents = whole(number('respondents'), () => (faults.respondents = 'respondents.whole'));
  const link = text.link.trim();
  if (link && !isLink(link)) faults.link = 'link.malformed';
  else if (link && namesUser(link)) faults.link = 'link.names-user';
  const said = readParts(text, by);
  Object.assign(faults, said.faults);
  const figure: EntryFigure = {
    ...(!isBoth && value !== undefined && { value }),
    ...(!isBoth && text.missing && { missing: text.missing }),
    quality: text.quality,
    ...(text.provenance !== 'exact' && { provenance: text.provenance }),
    ...(value !== undefined && !isBoth && margin !== undefined && { margin }),
    ...(value !== undefined && !isBoth && respondents !== undefined && { respondents }),
    ...(value !== undefined && !isBoth && typeof sum === 'object' && { calculation: sum.calculation }),
    ...(numerator !== undefined && { numerator }),
    ...(denominator !== undefined && { denominator }),
    ...(said.parts.length > 0 && { parts: said.parts }),
    ...words(text),
    ...(link && !faults.link && { link }),
    answers: answersOf(text),
  };
  return { figure, faults };
}

/**
 * A margin and a number of answers say nothing beside no value. What was typed stays until the person takes it away, and
 * is named where the value should be too: the two fields may be folded away.
 */
function faultsWithoutValue(text: EntryText, faults: EntryFaults): void {
  if (text.value.trim() !== '') return;
  const filled = (['margin', 'respondents'] as const).filter((field) => text[field].trim() !== '');
  if (filled.length === 0) return;
  for (const field of [text.missing ? 'missing' : 'value', ...filled] as const) faults[field] = 'value.missing-has-margin';
}

function words(text: EntryText): Pick<EntryFigure, (typeof WORDS)[number]> {
  const entries = WORDS.map((field) => [field, text[field].trim()] as const);
  return Object.fromEntries(entries.filter(([, words]) => words !== ''));
}

function answersOf({ answers }: EntryText): EntryFigure['answers'] {
  return QUESTION_KINDS.map((kind) => ({ kind, comment: answers[kind].trim() })).filter(({ comment }) => comment !== '');
}

/** What a sum makes, or the code of the rule that it breaks. */
function sumOrFault(text: string, by: TypedBy): TypedSum | ErrorCode {
  return orFault(() => readSum(text, by));
}

/** Whether a text is no number only for the unit behind it, which is not the indicator's own: "12 %" of visits, "48 kr" of thousands of kronor. */
export function hasOtherUnit(text: string, by: TypedBy): boolean {
  const bare = text.replace(/(?<=\d)\s*[^\d\s.,]\D*$/u, '');
  return bare !== text && numberOrFault(bare, by) !== 'value.not-a-number';
}

function positive(value: number | undefined, refuse: () => void): number | undefined {
  if (value === undefined || value >= 0) return value;
  refuse();
  return undefined;
}

function whole(value: number | undefined, refuse: () => void): number | undefined {
  if (value === undefined || (Number.isInteger(value) && value >= 0)) return value;
  refuse();
  return undefined;
}

function isLink(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

/** What stands before an @ is easily read as the site that the link leads to. */
function namesUser(link: string): boolean {
  const { username, password } = new URL(link);
  return username !== '' || password !== '';
}
