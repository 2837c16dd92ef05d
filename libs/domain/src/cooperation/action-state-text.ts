import { upperFirst, type Language } from '../language.js';
import { dateLabel } from '../time/period-label.js';
import { type IsoDate } from '../time/period.js';
import { isEnded, type ActionContent } from './action.js';
import { actionStatusWord } from './action-words.js';

/** What of an action says how far it has come and when. */
export interface ActionTime extends Pick<ActionContent, 'status' | 'startsOn' | 'endsOn'> {
  /** The day on which it was told to have ended (`endedOn`). */
  readonly endedOn?: IsoDate | undefined;
  /** Its last day has passed, and it has not ended (`isPastItsEnd`). */
  readonly isPastItsEnd?: boolean | undefined;
}

/** How far an action has come, to stand first: "Pågår", "Avbruten den 28 november 2026". */
export function actionStateText({ status, endedOn }: ActionTime, language: Language): string {
  const word = upperFirst(actionStatusWord(status, language));
  if (endedOn === undefined) return word;
  return `${word} ${language === 'sv' ? 'den' : 'on'} ${dateLabel(endedOn, language)}`;
}

/**
 * From when to when an action goes on: "1 mars 2026–30 juni 2027", and that it should have been over. Of one that has ended that is what was planned, since its last day may be
 * one that never came: "planerad 1 januari 2026–31 december 2026".
 */
export function actionTimeText({ status, startsOn, endsOn, isPastItsEnd }: ActionTime, language: Language): string {
  const time = `${dateLabel(startsOn, language)}–${dateLabel(endsOn, language)}`;
  if (isPastItsEnd) return `${time} · ${language === 'sv' ? 'slutdatumet har passerat' : 'its last day has passed'}`;
  if (!isEnded(status)) return time;
  return `${language === 'sv' ? 'planerad' : 'planned for'} ${time}`;
}
