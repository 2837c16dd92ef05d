import { wordIn, type InEveryLanguage, type Language, type Words } from '../language.js';
import { type Fulfilment, type FulfilmentReason } from './roll-up.js';
import { type AssessedStatus, type NotAssessableReason, type Status } from './status.js';
import { type Trend } from './trend.js';

const ON_THE_WAY: Words<Status> = {
  'on-track': ['I fas', 'On track'],
  'at-risk': ['Nära', 'Nearly on track'],
  'off-track': ['Ur fas', 'Off track'],
  'not-assessable': ['Kan inte bedömas', 'Cannot be assessed'],
};

const AT_THE_END: Words<AssessedStatus> = {
  'on-track': ['Uppfyllt', 'Met'],
  'at-risk': ['Delvis uppfyllt', 'Partly met'],
  'off-track': ['Ej uppfyllt', 'Not met'],
};

/** The one word that a goal does not share with its indicators: it is not near, a part of it is on track. */
const PARTLY: InEveryLanguage = { sv: 'Delvis i fas', en: 'Partly on track' };

const STATUS_OF = {
  met: 'on-track',
  'partly-met': 'at-risk',
  'not-met': 'off-track',
  'not-assessable': 'not-assessable',
} as const satisfies Record<Fulfilment, Status>;

const REASONS: Words<NotAssessableReason> = {
  'no-target': ['Det finns inget beslutat målvärde.', 'No target has been decided.'],
  'no-outcome': ['Inget värde har publicerats ännu.', 'No value has been published yet.'],
  'no-outcome-after-baseline': [
    'Något värde från tiden efter målets utgångsläge finns inte än.',
    'There is no value yet from the time after the baseline of the target.',
  ],
  missing: ['Det senaste värdet saknas.', 'The latest value is missing.'],
  'series-break': [
    'Tidsserien har ett brott, så värdena före och efter kan inte jämföras.',
    'There is a break in the series, so values before and after it cannot be compared.',
  ],
  outdated: ['Det senaste värdet är för gammalt för en bedömning.', 'The latest value is too old for an assessment.'],
  'deliberately-not-measured': ['Målet mäts inte, enligt beslut.', 'It was decided not to measure this goal.'],
};

const GOAL_REASONS: Words<Exclude<FulfilmentReason, NotAssessableReason>> = {
  'no-indicators': ['Målet har inga indikatorer.', 'The goal has no indicators.'],
  'too-few-assessable': ['Färre än hälften av indikatorerna kan bedömas.', 'Fewer than half of the indicators can be assessed.'],
};

const TRENDS: Words<Trend> = {
  improving: ['förbättras', 'improving'],
  worsening: ['försämras', 'worsening'],
  rising: ['ökar', 'rising'],
  falling: ['minskar', 'falling'],
  'no-clear-trend': ['ingen tydlig trend', 'no clear trend'],
};

/** The word of a status: "I fas" on the way, "Uppfyllt" at or after the final period. */
export function statusWord(status: Status, isFinal: boolean, language: Language): string {
  return isFinal && status !== 'not-assessable' ? wordIn(AT_THE_END[status], language) : wordIn(ON_THE_WAY[status], language);
}

/** The word of a goal's fulfilment: "Delvis i fas" on the way, "Delvis uppfyllt" when every final period is reached. */
export function fulfilmentWord(fulfilment: Fulfilment, isFinal: boolean, language: Language): string {
  return fulfilment === 'partly-met' && !isFinal ? PARTLY[language] : statusWord(STATUS_OF[fulfilment], isFinal, language);
}

/** The status whose shape and colour a goal's fulfilment is shown with; its word is its own. */
export function fulfilmentStatus(fulfilment: Fulfilment): Status {
  return STATUS_OF[fulfilment];
}

/** Why there is no status, as a full sentence; which value is missing is said where its period is known (`missingSentence`). */
export function reasonText(reason: NotAssessableReason, language: Language): string {
  return wordIn(REASONS[reason], language);
}

/**
 * Why a goal's fulfilment cannot be assessed, as a full sentence.
 * @internal
 */
export function fulfilmentReasonText(reason: FulfilmentReason, language: Language): string {
  return reason === 'deliberately-not-measured' ? reasonText(reason, language) : wordIn(GOAL_REASONS[reason], language);
}

/** The word that stands beside a trend arrow: "förbättras", "ingen tydlig trend". */
export function trendWord(trend: Trend, language: Language): string {
  return wordIn(TRENDS[trend], language);
}
