import { type Language } from '../language.js';
import { type Fulfilment, type FulfilmentReason, type RollUp } from './roll-up.js';

type Words<Key extends string> = Readonly<Record<Language, Readonly<Record<Key, string>>>>;

const ON_THE_WAY: Words<Fulfilment> = {
  sv: { met: 'I fas', 'partly-met': 'Delvis i fas', 'not-met': 'Ur fas', 'not-assessable': 'Kan inte bedömas' },
  en: {
    met: 'On track',
    'partly-met': 'Partly on track',
    'not-met': 'Off track',
    'not-assessable': 'Cannot be assessed',
  },
};

const AT_THE_END: Words<Fulfilment> = {
  sv: {
    met: 'Uppfyllt',
    'partly-met': 'Delvis uppfyllt',
    'not-met': 'Ej uppfyllt',
    'not-assessable': 'Kan inte bedömas',
  },
  en: { met: 'Met', 'partly-met': 'Partly met', 'not-met': 'Not met', 'not-assessable': 'Cannot be assessed' },
};

const REASONS: Words<FulfilmentReason> = {
  sv: {
    'no-indicators': 'Målet har inga indikatorer.',
    'deliberately-not-measured': 'Målet mäts inte, enligt beslut.',
    'too-few-assessable': 'Färre än hälften av indikatorerna kan bedömas.',
  },
  en: {
    'no-indicators': 'The goal has no indicators.',
    'deliberately-not-measured': 'It was decided not to measure this goal.',
    'too-few-assessable': 'Fewer than half of the indicators can be assessed.',
  },
};

const RULE: Readonly<Record<Language, string>> = {
  sv:
    'Måluppfyllelsen räknas fram ur indikatorernas målstatus. Är alla indikatorer som kan bedömas i fas är målet ' +
    'i fas. Är fler än hälften av dem ur fas är målet ur fas. Annars är målet delvis i fas. Målet kan inte ' +
    'bedömas om det saknar indikatorer, om det enligt beslut inte mäts eller om färre än hälften av indikatorerna ' +
    'kan bedömas. När alla indikatorers slutperioder har nåtts heter det i stället uppfyllt, delvis uppfyllt och ' +
    'ej uppfyllt.',
  en:
    'Fulfilment is computed from the target status of the indicators. If every indicator that can be assessed is ' +
    'on track, so is the goal. If more than half of them are off track, the goal is off track. Otherwise it is ' +
    'partly on track. The goal cannot be assessed if it has no indicators, if it was decided not to measure it, ' +
    'or if fewer than half of the indicators can be assessed. Once the final period of every indicator has been ' +
    'reached, the words are met, partly met and not met.',
};

/** The word of a goal's fulfilment: "Delvis i fas" on the way, "Delvis uppfyllt" when every final period is reached. */
export function fulfilmentWord(fulfilment: Fulfilment, isFinal: boolean, language: Language): string {
  return (isFinal ? AT_THE_END : ON_THE_WAY)[language][fulfilment];
}

/**
 * Why a goal's fulfilment cannot be assessed, as a full sentence.
 * @internal
 */
export function fulfilmentReasonText(reason: FulfilmentReason, language: Language): string {
  return REASONS[language][reason];
}

/**
 * How many of a goal's indicators could be assessed: "4 av 6 kan bedömas".
 * @internal
 */
export function coverageText({ assessable, total }: RollUp['coverage'], language: Language): string {
  return language === 'sv' ? `${assessable} av ${total} kan bedömas` : `${assessable} of ${total} can be assessed`;
}

/** The rule of the roll-up itself, printed where its result is shown. */
export function rollUpRule(language: Language): string {
  return RULE[language];
}
