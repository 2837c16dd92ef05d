import type { DefinitionInForce } from '@slusen/contracts';
import { decimalText, readTyped, type Language } from '@slusen/domain';
import { balanceOf, balanceTerm, textOfTerms } from './terms.js';

/** A definition as it is typed: each place of it by its path, as text. */
export type DefinitionText = Readonly<Record<string, string>>;

type Sent = DefinitionInForce['definition'];

/** How the text of a place is read: as it stands, as a number, as yes or no, as several with commas between them, as terms of a sum. */
export type Reading = 'text' | 'number' | 'yes-no' | 'list' | 'years' | 'terms';

/** How each place that is typed is read; what is not here stays as it was. */
export const READINGS = {
  'name.sv': 'text',
  'name.en': 'text',
  'definition.sv': 'text',
  'definition.en': 'text',
  'unit.sv': 'text',
  'unit.en': 'text',
  'unit.one.sv': 'text',
  'unit.one.en': 'text',
  decimals: 'number',
  direction: 'text',
  cadence: 'text',
  irregularYears: 'years',
  reporting: 'text',
  aggregation: 'text',
  lagDays: 'number',
  graceDays: 'number',
  min: 'number',
  max: 'number',
  mayRepeat: 'yes-no',
  officialStatistics: 'yes-no',
  'source.name': 'text',
  'source.url': 'text',
  owner: 'text',
  perLocality: 'list',
  'contextNote.sv': 'text',
  'contextNote.en': 'text',
  influence: 'text',
  kind: 'text',
  'synonyms.sv': 'list',
  'synonyms.en': 'list',
  'ending.after': 'text',
  'ending.reason.sv': 'text',
  'ending.reason.en': 'text',
  'ending.replacedBy': 'text',
  'formula.kind': 'text',
  'formula.parts': 'list',
  balance: 'terms',
  'breakdown.kind': 'text',
  'breakdown.groups': 'list',
  'breakdown.of': 'text',
  'breakdown.threshold': 'number',
} as const satisfies Readonly<Record<string, Reading>>;

/** A place of a definition that is typed. */
export type Place = keyof typeof READINGS;
export const PLACES = Object.keys(READINGS) as Place[];

/** Places that are there though nothing is in them. */
const ALWAYS: readonly Place[] = ['perLocality', 'irregularYears', 'balance', 'mayRepeat', 'officialStatistics'];

/** What a new indicator begins with. */
export const NEW_DEFINITION: DefinitionText = {
  ...{ decimals: '0', direction: 'increase', cadence: 'year', reporting: 'period', aggregation: 'last', lagDays: '30', graceDays: '30' },
};

/** The definition as text. */
export function textOf(definition: Sent, language: Language): DefinitionText {
  return Object.fromEntries(PLACES.map((place) => [place, written(valueAt(definition, place), language)]));
}

function valueAt(thing: unknown, place: string): unknown {
  return place.split('.').reduce<unknown>((of, step) => (of as Readonly<Record<string, unknown>> | undefined)?.[step], thing);
}

function written(value: unknown, language: Language): string {
  if (value === undefined || value === false) return '';
  if (value === true) return YES;
  if (isBalance(value)) return textOfTerms(value.map(balanceTerm));
  if (Array.isArray(value)) return value.join(', ');
  // Without marks between thousands, which could be taken for those of decimals.
  return typeof value === 'number' ? decimalText(value).replace('.', language === 'sv' ? ',' : '.') : String(value);
}

const isBalance = (value: unknown): value is Sent['balance'] => Array.isArray(value) && value.some((one) => typeof one === 'object');

/** What stands for yes. */
export const YES = 'ja';

/** The definition that the text says, and the places of numbers that are none. What is not typed is as in `base`. */
export function definitionOf(
  text: DefinitionText,
  language: Language,
  base: Partial<Sent> = {},
): { readonly definition: unknown; readonly faults: readonly Place[] } {
  const { isExample } = base;
  const definition: Record<string, unknown> = isExample === undefined ? {} : { isExample };
  const faults: Place[] = [];
  for (const place of PLACES) {
    const typed = (text[place] ?? '').trim();
    if (typed === '' && !ALWAYS.includes(place)) continue;
    const value = read(typed, READINGS[place], language);
    if (value === undefined) faults.push(place);
    else put(definition, place.split('.'), value);
  }
  return { definition: whole(definition), faults };
}

/** Both languages of what is said at all, since whoever reads it knows a list of words by both. */
function whole(definition: Record<string, unknown>): unknown {
  const { synonyms } = definition as { synonyms?: object };
  return synonyms ? { ...definition, synonyms: { sv: [], en: [], ...synonyms } } : definition;
}

function read(text: string, reading: Reading, language: Language): unknown {
  if (reading === 'yes-no') return text === YES;
  if (reading === 'text') return text;
  if (reading === 'number') return numberOf(text, language);
  if (reading === 'terms') return balanceOf(text);
  const parts = text.split(/[,;\n]/).map((part) => part.trim()).filter(Boolean); // prettier-ignore
  if (reading === 'list') return parts;
  const years = parts.map((part) => numberOf(part, language));
  return years.includes(undefined) ? undefined : years;
}

function numberOf(text: string, language: Language): number | undefined {
  try {
    return readTyped(text, { language });
  } catch {
    return undefined;
  }
}

function put(into: Record<string, unknown>, [step = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) into[step] = value;
  else put((into[step] ??= {}) as Record<string, unknown>, rest, value);
}

/** Places that two people have written otherwise. */
export function differingPlaces(one: DefinitionText, other: DefinitionText): Place[] {
  return PLACES.filter((place) => (one[place] ?? '').trim() !== (other[place] ?? '').trim());
}
