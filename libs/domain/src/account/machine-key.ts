import { addDays } from '../time/calendar.js';
import { type IsoDate } from '../time/period.js';

/** For how long a key may be good, in days: two years, so that somebody asks again whether the system still needs it. */
export const MACHINE_KEY_DAYS = 731;

/** What is wrong with the last day of a key that is made today, as its code; undefined when nothing is. */
export function machineKeyEndFault(lastDay: IsoDate, today: IsoDate): 'machine-key.end-passed' | 'machine-key.end-too-far' | undefined {
  if (lastDay < today) return 'machine-key.end-passed';
  return lastDay > addDays(today, MACHINE_KEY_DAYS) ? 'machine-key.end-too-far' : undefined;
}
