import { aStep } from './action.fixtures.js';
import { endedOn, isPastItsEnd, movedOn, standstillDays, type ActionStep } from './action-movement.js';

type Steps = readonly [ActionStep, ...ActionStep[]];

describe('an action moves', () => {
  const begun = aStep('2026-03-01');
  const cases: [what: string, steps: Steps, day: string][] = [
    ['when it is entered', [begun], '2026-03-01'],
    ['when its status changes', [begun, aStep('2026-04-01', { status: 'done' })], '2026-04-01'],
    ['when something is said of where it stands', [begun, aStep('2026-04-01', { note: 'Två möten hållna.' })], '2026-04-01'],
    ['when its time changes', [begun, aStep('2026-04-01', { endsOn: '2027-01-31' })], '2026-04-01'],
    ['when its beginning changes', [begun, aStep('2026-04-01', { startsOn: '2026-02-02' })], '2026-04-01'],
    ['not when it is only worded otherwise', [begun, aStep('2026-04-01')], '2026-03-01'],
    ['as late as its latest movement', [begun, aStep('2026-04-01', { note: 'Ett' }), aStep('2026-05-01', { note: 'Ett' })], '2026-04-01'],
  ];
  for (const [what, steps, day] of cases) it(what, () => expect(movedOn(steps)).toBe(day));
});

describe('an action stands still', () => {
  const cases: [what: string, steps: Steps, today: string, days: number | undefined][] = [
    ['after 90 days without a word', [aStep('2026-03-01')], '2026-05-30', 90],
    ['not after 89', [aStep('2026-03-01')], '2026-05-29', undefined],
    ['however late it is', [aStep('2026-03-01')], '2027-03-01', 365],
    ['not when it moved meanwhile', [aStep('2026-03-01'), aStep('2026-05-01', { note: 'Nu' })], '2026-05-30', undefined],
    ['though its words were mended', [aStep('2026-03-01'), aStep('2026-05-01')], '2026-05-30', 90],
    ['not before its time', [aStep('2026-03-01', { status: 'not-started', startsOn: '2026-09-01' })], '2026-11-29', undefined],
    ['from 90 days into it', [aStep('2026-03-01', { status: 'not-started', startsOn: '2026-09-01' })], '2026-11-30', 90],
    ['not when it is done', [aStep('2026-03-01', { status: 'done' })], '2027-03-01', undefined],
    ['not when it is dropped', [aStep('2026-03-01', { status: 'dropped' })], '2027-03-01', undefined],
    ['when it is delayed', [aStep('2026-03-01', { status: 'delayed' })], '2026-05-30', 90],
  ];
  for (const [what, steps, today, days] of cases) it(what, () => expect(standstillDays(steps, today)).toBe(days));
});

describe('an action ended', () => {
  const begun = aStep('2026-03-01');
  const dropped = aStep('2026-04-01', { status: 'dropped', note: 'Inga pengar.' });
  const cases: [what: string, steps: Steps, day: string | undefined][] = [
    ['on no day, while it goes on', [begun], undefined],
    ['on no day that anybody said, when it was entered afterwards', [aStep('2026-03-01', { status: 'done' })], undefined],
    ['on the day it was told, not on the last that was planned', [begun, dropped], '2026-04-01'],
    [
      'on that day whatever else was said of it later',
      [begun, dropped, { ...dropped, on: '2026-05-01', note: 'Mer om det.' }],
      '2026-04-01',
    ],
    ['anew when it had been taken up again', [begun, dropped, aStep('2026-05-01'), aStep('2026-06-01', { status: 'done' })], '2026-06-01'],
    ['otherwise on the day that was told', [begun, dropped, aStep('2026-05-01', { status: 'done' })], '2026-05-01'],
  ];
  for (const [what, steps, day] of cases) it(what, () => expect(endedOn(steps)).toBe(day));
});

describe('an action is past its end', () => {
  const cases: [status: ActionStep['status'], today: string, isPast: boolean][] = [
    ['ongoing', '2026-12-31', false],
    ['ongoing', '2027-01-01', true],
    ['delayed', '2027-01-01', true],
    ['done', '2027-01-01', false],
    ['dropped', '2027-01-01', false],
  ];
  for (const [status, today, isPast] of cases)
    it(`${status} on ${today}: ${isPast}`, () => expect(isPastItsEnd(aStep('2026-03-01', { status }), today)).toBe(isPast));
});
