import { wordIn, type Language, type Words } from '../language.js';
import { parsePeriod } from '../time/period-code.js';
import { periodLabel } from '../time/period-label.js';
import { type RoundState } from './round.js';

const STATES: Words<RoundState> = {
  planned: ['kommer', 'to come'],
  open: ['öppen', 'open'],
  review: ['granskas', 'under review'],
  closed: ['avslutad', 'closed'],
  locked: ['låst', 'locked'],
  cancelled: ['inställd', 'cancelled'],
};

/** Where a round stands, in a word: "öppen". */
export function roundStateWord(state: RoundState, language: Language): string {
  return wordIn(STATES[state], language);
}

/** What people call the round of a period (its code): "Uppföljning kvartal 3 2026". */
export function roundName(period: string, language: Language): string {
  return `${language === 'sv' ? 'Uppföljning' : 'Follow-up'} ${periodLabel(parsePeriod(period), language)}`;
}
