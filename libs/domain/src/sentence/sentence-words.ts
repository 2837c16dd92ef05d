import { type Language } from '../language.js';
import { type AssessedStatus, type NotAssessableReason, type Status } from '../status/status.js';
import { type MissingKind, type Provenance, type Quality } from '../value/value.js';

type Words<Key extends string> = Readonly<Record<Language, Readonly<Record<Key, string>>>>;

const ON_THE_WAY: Words<Status> = {
  sv: { 'on-track': 'I fas', 'at-risk': 'Nära', 'off-track': 'Ur fas', 'not-assessable': 'Kan inte bedömas' },
  en: {
    'on-track': 'On track',
    'at-risk': 'Nearly on track',
    'off-track': 'Off track',
    'not-assessable': 'Cannot be assessed',
  },
};

const AT_THE_END: Words<AssessedStatus> = {
  sv: { 'on-track': 'Uppfyllt', 'at-risk': 'Delvis uppfyllt', 'off-track': 'Ej uppfyllt' },
  en: { 'on-track': 'Met', 'at-risk': 'Partly met', 'off-track': 'Not met' },
};

const REASONS: Words<NotAssessableReason> = {
  sv: {
    'no-target': 'Det finns inget beslutat målvärde.',
    'no-outcome': 'Inget värde har publicerats ännu.',
    'no-outcome-after-baseline': 'Det finns inget värde från tiden efter målets utgångsläge.',
    missing: 'Det senaste värdet saknas.',
    'series-break': 'Tidsserien har ett brott, så värdena före och efter kan inte jämföras.',
    'deliberately-not-measured': 'Målet mäts inte, enligt beslut.',
  },
  en: {
    'no-target': 'No target has been decided.',
    'no-outcome': 'No value has been published yet.',
    'no-outcome-after-baseline': 'There is no value from the time after the baseline of the target.',
    missing: 'The latest value is missing.',
    'series-break': 'There is a break in the series, so values before and after it cannot be compared.',
    'deliberately-not-measured': 'It was decided not to measure this goal.',
  },
};

const MISSING: Words<MissingKind> = {
  sv: {
    'not-yet-published': 'inte publicerat än',
    'non-response': 'inget svar',
    'not-applicable': 'ej tillämplig',
    confidential: 'sekretess',
    'not-measured': 'inte mätt',
  },
  en: {
    'not-yet-published': 'not yet published',
    'non-response': 'no response',
    'not-applicable': 'not applicable',
    confidential: 'confidential',
    'not-measured': 'not measured',
  },
};

const QUALITY: Words<Quality> = {
  sv: { preliminary: 'preliminärt', final: 'slutligt', estimated: 'uppskattat' },
  en: { preliminary: 'preliminary', final: 'final', estimated: 'estimated' },
};

const PROVENANCE: Words<Provenance> = {
  sv: { exact: 'exakt', derived: 'härlett', rounded: 'avrundat', example: 'exempel' },
  en: { exact: 'exact', derived: 'derived', rounded: 'rounded', example: 'example' },
};

/** The word of a status: "I fas" on the way, "Uppfyllt" at or after the final period. */
export function statusWord(status: Status, isFinal: boolean, language: Language): string {
  return isFinal && status !== 'not-assessable' ? AT_THE_END[language][status] : ON_THE_WAY[language][status];
}

/**
 * Why there is no status, as a full sentence; a missing value says which kind: "Det senaste värdet saknas: sekretess."
 */
export function reasonText(reason: NotAssessableReason, missing: MissingKind | undefined, language: Language): string {
  const sentence = REASONS[language][reason];
  return reason === 'missing' && missing ? `${sentence.slice(0, -1)}: ${missingText(missing, language)}.` : sentence;
}

/** Why there is no value, to stand where the value would: "ej tillämplig", "sekretess". */
export function missingText(kind: MissingKind, language: Language): string {
  return MISSING[language][kind];
}

/** How sure a value is, as an adjective to "värde": "preliminärt". */
export function qualityText(quality: Quality, language: Language): string {
  return QUALITY[language][quality];
}

/** How a value came about, as said of a value: "härlett", "exempel". */
export function provenanceText(provenance: Provenance, language: Language): string {
  return PROVENANCE[language][provenance];
}
