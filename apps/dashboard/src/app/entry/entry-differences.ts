import type { EntryView } from '@slusen/contracts';
import {
  calculationText,
  formatInFull,
  missingText,
  partName,
  provenanceText,
  qualityText,
  QUESTION_KINDS,
  type Language,
  type QuestionKind,
} from '@slusen/domain';
import { numberOrFault } from './number-or-fault.js';
import { readParts } from './part-text.js';
import { readEntry, WORDS, writtenNumber, type EntryText } from './entry-text.js';

const TEXTS = [...WORDS, 'link'] as const;
const NUMBERS = ['numerator', 'denominator', 'margin', 'respondents'] as const;

/** What two versions of an entry are compared by; the value stands together with the reason for having none. */
export type ComparedField =
  'value' | 'partValues' | 'quality' | 'provenance' | QuestionKind | (typeof TEXTS)[number] | (typeof NUMBERS)[number];

/** A field in which two versions differ, as each says it; an empty text where one says nothing. */
export interface Difference {
  readonly field: ComparedField;
  readonly mine: string;
  readonly theirs: string;
}

/** What the numbers are written with. */
export type WrittenIn = Pick<EntryView, 'unit' | 'decimals'> & { readonly language: Language };

/** Every field in which two versions of the form differ, in the form's order; "1234,5" and "1 234,5" are the same. */
export function differences(mine: EntryText, theirs: EntryText, style: WrittenIn): readonly Difference[] {
  const [own, other] = [saidBy(mine, style), saidBy(theirs, style)];
  return own
    .map(([field, text], index) => ({ field, mine: text, theirs: other[index]?.[1] ?? '' }))
    .filter((one) => one.mine !== one.theirs);
}

/** Each part by its name, as it is understood or else as it was typed. */
function partsText(text: EntryText, style: WrittenIn): string {
  const said = new Map(readParts(text, style).parts.map((one) => [one.part, one]));
  const keys = [...new Set([...Object.keys(text.parts), ...Object.keys(text.partsMissing)])].toSorted();
  const toldOf = (key: string): string => {
    const { value, missing } = said.get(key) ?? {};
    if (value !== undefined) return formatInFull(value, style.unit, style);
    return missing ? missingText(missing, style.language) : (text.parts[key] ?? '').trim();
  };
  return keys
    .map((key) => [partName(key, style.language), toldOf(key)] as const)
    .filter(([, told]) => told !== '')
    .map((one) => one.join(' '))
    .join(', ');
}

function saidBy(text: EntryText, style: WrittenIn): readonly (readonly [ComparedField, string])[] {
  const { figure } = readEntry(text, style);
  // A margin beside no value is left out of the figure, and yet it is what someone wrote.
  const number = (field: (typeof NUMBERS)[number]): string => {
    const read = numberOrFault(text[field], style);
    return typeof read === 'number' ? writtenNumber(read, style.language) : text[field].trim();
  };
  const missing = text.missing && missingText(text.missing, style.language);
  const sum = figure.calculation === undefined ? '' : ` (${calculationText(figure.calculation, style.language)})`;
  const value = figure.value === undefined ? text.value.trim() : formatInFull(figure.value, style.unit, style) + sum;
  return [
    ['value', [value, missing].filter(Boolean).join(', ')],
    ['partValues', partsText(text, style)],
    ...QUESTION_KINDS.map((kind) => [kind, text.answers[kind].trim()] as const),
    ['quality', qualityText(text.quality, style.language)],
    ['provenance', provenanceText(text.provenance, style.language)],
    ...TEXTS.map((field) => [field, text[field].trim()] as const),
    ...NUMBERS.map((field) => [field, number(field)] as const),
  ];
}
