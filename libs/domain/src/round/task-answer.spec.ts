import { addDays } from '../time/calendar.js';
import { isStanding, lastDayWith, remindOn, taskAnswerFault, type TaskAnswer, type TaskAnswerFault } from './task-answer.js';
import { taskAnswerText } from './task-answer-words.js';

const TODAY = '2026-11-28';
const LAST_DAY = '2026-12-05';

describe('an answer to a task', () => {
  const asking = (until: string, reason?: string): TaskAnswer => ({ kind: 'more-time', until, reason });
  const cases: readonly (readonly [answer: TaskAnswer, fault: TaskAnswerFault | undefined])[] = [
    [{ kind: 'later', until: addDays(TODAY, 1) }, undefined],
    [{ kind: 'later', until: TODAY }, 'task-answer.not-ahead'],
    [{ kind: 'later' }, 'task-answer.not-ahead'],
    [{ kind: 'later', until: addDays(TODAY, 60) }, undefined],
    [{ kind: 'later', until: addDays(TODAY, 61) }, 'task-answer.too-far'],
    [asking('2026-12-06', 'Systemet är nere'), undefined],
    [asking('2026-12-06'), 'task-answer.reason-required'],
    [asking(LAST_DAY, 'Systemet är nere'), 'task-answer.no-more-time'],
    [asking(addDays(TODAY, -1), 'Systemet är nere'), 'task-answer.not-ahead'],
    [{ kind: 'granted', until: '2026-12-06' }, undefined],
    [{ kind: 'granted', until: LAST_DAY }, 'task-answer.no-more-time'],
    [{ kind: 'granted', until: addDays(TODAY, 61) }, 'task-answer.too-far'],
    [{ kind: 'declined' }, undefined],
  ];
  for (const [answer, fault] of cases)
    it(`${JSON.stringify(answer)} is ${fault ?? 'taken'}`, () => expect(taskAnswerFault(answer, TODAY, LAST_DAY)).toBe(fault));

  it('that grants a day makes it the last one, unless another is later already, whatever was said since', () => {
    const granted = (day: string) => ({ answer: { kind: 'later', until: TODAY } as const, granted: day });
    expect(lastDayWith(LAST_DAY, granted('2026-12-20'))).toBe('2026-12-20');
    expect(lastDayWith(LAST_DAY, granted('2026-12-01'))).toBe(LAST_DAY);
    expect(lastDayWith(LAST_DAY, { answer: { kind: 'more-time', until: '2026-12-20' } })).toBe(LAST_DAY);
    expect(lastDayWith(LAST_DAY, undefined)).toBe(LAST_DAY);
  });

  it('stands, but for "not yet" when its day has passed; only that one puts a reminder off', () => {
    const kinds = (['later', 'more-time', 'granted', 'declined'] as const).map((kind) => ({ kind, until: addDays(TODAY, -1) }));
    expect(kinds.map((answer) => isStanding(answer, TODAY))).toEqual([false, true, true, true]);
    expect(isStanding({ kind: 'later', until: TODAY }, TODAY)).toBeTrue();
    expect(kinds.map(remindOn)).toEqual([addDays(TODAY, -1), undefined, undefined, undefined]);
  });

  it('is said in both languages', () => {
    const said = (['later', 'more-time', 'granted', 'declined'] as const).map((kind) => ({ kind, until: '2026-12-14' }));
    expect(said.map((answer) => taskAnswerText(answer, 'sv'))).toEqual([
      ...['Påminns den 14 december 2026', 'Har bett om mer tid till den 14 december 2026'],
      ...['Har fått mer tid till den 14 december 2026', 'Fick inte mer tid'],
    ]);
    expect(new Set(said.map((answer) => taskAnswerText(answer, 'en'))).size).toBe(4);
  });
});
