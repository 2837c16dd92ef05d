import { wordIn, type Language, type Words } from '../language.js';
import { type MissingKind, type Quality } from './value.js';

const MISSING: Words<MissingKind> = {
  'not-yet-published': ['inte publicerat än', 'not yet published'],
  'non-response': ['inget svar', 'no response'],
  'not-applicable': ['ej tillämplig', 'not applicable'],
  confidential: ['sekretess', 'confidential'],
  'not-measured': ['inte mätt', 'not measured'],
};

const QUALITY: Words<Quality> = {
  preliminary: ['preliminärt', 'preliminary'],
  final: ['slutligt', 'final'],
  estimated: ['uppskattat', 'estimated'],
};

const ONGOING = ['lämnat under pågående period', 'given while the period was under way'] as const;

/** What a figure of a period that was not over is called, wherever it stands, also when the period has ended since. */
export function ongoingText(language: Language): string {
  return wordIn(ONGOING, language);
}

/** Why there is no value, to stand where the value would: "ej tillämplig", "sekretess". */
export function missingText(kind: MissingKind, language: Language): string {
  return wordIn(MISSING[kind], language);
}

/** How sure a value is, as an adjective to "värde": "preliminärt". */
export function qualityText(quality: Quality, language: Language): string {
  return wordIn(QUALITY[quality], language);
}
