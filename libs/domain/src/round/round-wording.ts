import { type Wording } from '../change/difference.js';
import { yesOrNo } from '../change/writing.js';
import { cadenceWord } from '../time/cadence-words.js';
import { momentLabel } from '../time/moment-label.js';
import { dateLabel } from '../time/period-label.js';
import { type RoundContent } from './round.js';
import { type RoundRule } from './round-rule.js';

/** The words for a round, as the audit trail is told of its changes. */
export const ROUND_WORDING: Wording<RoundContent> = [
  ['öppnar', ({ opensOn }) => dateLabel(opensOn, 'sv')],
  ['sista dag', ({ dueOn }) => dateLabel(dueOn, 'sv')],
  ['dagars respit', ({ graceDays }) => String(graceDays)],
  ['granskas till och med', ({ reviewUntil }) => dateLabel(reviewUntil, 'sv')],
  ['publiceras', ({ publishAt }) => publishAt && momentLabel(publishAt, 'sv')],
  ['låses', ({ locksOn }) => locksOn && dateLabel(locksOn, 'sv')],
  ['inställd', ({ isCancelled }) => yesOrNo(isCancelled)],
];

/** The words for a rule of rounds. */
export const ROUND_RULE_WORDING: Wording<RoundRule> = [
  ['öppnar så många dagar efter periodens slut', ({ opensAfter }) => String(opensAfter)],
  ['öppen i dagar', ({ daysOpen }) => String(daysOpen)],
  ['dagars respit', ({ graceDays }) => String(graceDays)],
  ['granskas i dagar', ({ reviewDays }) => String(reviewDays)],
  ['publiceras så många dagar efter granskningen', ({ publishAfter }) => publishAfter?.toString()],
  ['låses så många dagar efter granskningen', ({ locksAfter }) => locksAfter?.toString()],
  ['kommer av sig själv', ({ isOn }) => yesOrNo(isOn)],
];

/** What people call a rule: "omgångar varje kvartal". */
export const roundRuleName = ({ cadence }: Pick<RoundRule, 'cadence'>): string => `omgångar ${cadenceWord(cadence, 'sv')}`;
