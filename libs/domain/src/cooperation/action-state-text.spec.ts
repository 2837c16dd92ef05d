import { actionStateText, actionTimeText, type ActionTime } from './action-state-text.js';

const time = { startsOn: '2026-01-01', endsOn: '2026-12-31' };
// prettier-ignore
const CASES: readonly (readonly [what: string, action: ActionTime, sv: string, en: string])[] = [
  ['under way', { ...time, status: 'ongoing' }, 'Pågår · 1 januari 2026–31 december 2026', 'Under way · 1 January 2026–31 December 2026'],
  ['delayed', { ...time, status: 'delayed' }, 'Försenad · 1 januari 2026–31 december 2026', 'Delayed · 1 January 2026–31 December 2026'],
  ['past its end', { ...time, status: 'delayed', isPastItsEnd: true }, 'Försenad · 1 januari 2026–31 december 2026 · slutdatumet har passerat', 'Delayed · 1 January 2026–31 December 2026 · its last day has passed'],
  ['dropped on a day', { ...time, status: 'dropped', endedOn: '2026-04-01' }, 'Avbruten den 1 april 2026 · planerad 1 januari 2026–31 december 2026', 'Dropped on 1 April 2026 · planned for 1 January 2026–31 December 2026'],
  ['done on a day that nobody has told', { ...time, status: 'done' }, 'Klar · planerad 1 januari 2026–31 december 2026', 'Done · planned for 1 January 2026–31 December 2026'],
];

describe('an action in words', () => {
  for (const [what, action, sv, en] of CASES) {
    it(what, () => {
      expect(`${actionStateText(action, 'sv')} · ${actionTimeText(action, 'sv')}`).toBe(sv);
      expect(`${actionStateText(action, 'en')} · ${actionTimeText(action, 'en')}`).toBe(en);
    });
  }
});
