import { countedNoun, type Language } from '../language.js';
import { type RollUp } from './roll-up.js';

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

/** How many of a goal's indicators could be assessed: "4 av 6 indikatorer kan bedömas"; that they are too few; that it has none, by choice or not. */
export function coverageText({ assessable, total, reason }: RollUp['coverage'] & Pick<RollUp, 'reason'>, language: Language): string {
  if (total === 0 && reason === 'deliberately-not-measured') {
    return language === 'sv' ? 'Målet mäts inte, och det är ett val' : 'The goal is not measured, and that is a choice';
  }
  if (total === 0) return language === 'sv' ? 'Ingen indikator mäter målet' : 'No indicator measures this goal';
  const noun = countedNoun('indicator', total, language);
  if (reason === 'too-few-assessable') {
    return language === 'sv'
      ? `Färre än hälften (${assessable} av ${total} ${noun}) kan bedömas`
      : `Fewer than half (${assessable} of ${total} ${noun}) can be assessed`;
  }
  return language === 'sv' ? `${assessable} av ${total} ${noun} kan bedömas` : `${assessable} of ${total} ${noun} can be assessed`;
}

/** The rule of the roll-up itself, printed where its result is shown. */
export function rollUpRule(language: Language): string {
  return RULE[language];
}
