import fc from 'fast-check';
import { rollUp, type Fulfilment, type FulfilmentReason, type RolledUp } from './roll-up.js';
import { coverageText, rollUpRule } from './roll-up-text.js';
import { fulfilmentReasonText, fulfilmentWord } from './status-words.js';
import { STATUSES, type Status } from './status.js';

const TARGET = {} as NonNullable<RolledUp['target']>;
const LETTERS: Readonly<Record<string, Status>> = {
  i: 'on-track',
  n: 'at-risk',
  u: 'off-track',
  '?': 'not-assessable',
};

/** One indicator per letter: i fas, nära, ur fas, or ? for one that cannot be assessed. */
function indicators(letters: string, isFinal = false): RolledUp[] {
  return [...letters].map((letter) => ({ status: LETTERS[letter]!, isFinal, target: TARGET }));
}

const measured = { deliberatelyNotMeasured: false };

describe('rollUp', () => {
  const goals: [letters: string, fulfilment: Fulfilment, reason?: FulfilmentReason][] = [
    ['', 'not-assessable', 'no-indicators'],
    ['i', 'met'],
    ['iii', 'met'],
    ['ii?', 'met'],
    ['i?', 'met'],
    ['i??', 'not-assessable', 'too-few-assessable'],
    ['ii???', 'not-assessable', 'too-few-assessable'],
    ['??', 'not-assessable', 'too-few-assessable'],
    ['in', 'partly-met'],
    ['nn', 'partly-met'],
    ['iu', 'partly-met'],
    ['uun', 'not-met'],
    ['uuii', 'partly-met'],
    ['uuuii', 'not-met'],
    ['u?', 'not-met'],
    ['un??', 'partly-met'],
  ];
  for (const [letters, fulfilment, reason] of goals) {
    it(`calls a goal with "${letters}" ${fulfilment}${reason ? `, ${reason}` : ''}`, () => {
      const rolled = rollUp(indicators(letters), measured);
      expect([rolled.fulfilment, rolled.reason]).toEqual([fulfilment, reason]);
    });
  }

  it('does not assess a goal that was decided not to be measured, whatever its indicators say', () => {
    const rolled = rollUp(indicators('iii'), { deliberatelyNotMeasured: true });
    expect([rolled.fulfilment, rolled.reason]).toEqual(['not-assessable', 'deliberately-not-measured']);
  });

  it('counts each status, names the worst and how many could be assessed', () => {
    const rolled = rollUp(indicators('iinu??'), measured);
    expect(rolled.counts).toEqual({ 'on-track': 2, 'at-risk': 1, 'off-track': 1, 'not-assessable': 2 });
    expect([rolled.worst, coverageText(rolled.coverage, 'sv')]).toEqual(['off-track', '4 av 6 indikatorer kan bedömas']);
    expect(coverageText({ assessable: 0, total: 0 }, 'sv')).toBe('Ingen indikator mäter målet');
    const chosen = { assessable: 0, total: 0, reason: 'deliberately-not-measured' } as const;
    expect(coverageText(chosen, 'sv')).toBe('Målet mäts inte, och det är ett val');
    expect(coverageText(chosen, 'en')).toBe('The goal is not measured, and that is a choice');
    const few = rollUp(indicators('in???'), measured);
    expect(coverageText({ ...few.coverage, ...few }, 'sv')).toBe('Färre än hälften (2 av 5 indikatorer) kan bedömas');
    expect(coverageText({ ...few.coverage, ...few }, 'en')).toBe('Fewer than half (2 of 5 indicators) can be assessed');
    expect(rollUp(indicators('i?'), measured).worst).toBe('on-track');
    expect(rollUp(indicators('??'), measured).worst).toBe('not-assessable');
  });

  it('speaks of fulfilment only when every target has come to its end', () => {
    const mixed = [...indicators('i', true), ...indicators('i', false)];
    const untargeted: RolledUp = { status: 'not-assessable', isFinal: false };
    expect(rollUp(mixed, measured).isFinal).toBeFalse();
    expect(rollUp([...indicators('ii', true), untargeted], measured).isFinal).toBeTrue();
    expect(rollUp([untargeted], measured).isFinal).toBeFalse();
    const words = (['met', 'partly-met', 'not-met', 'not-assessable'] as const).map((one) =>
      [false, true].map((end) => fulfilmentWord(one, end, 'sv')),
    );
    expect(words).toEqual([
      ['I fas', 'Uppfyllt'],
      ['Delvis i fas', 'Delvis uppfyllt'],
      ['Ur fas', 'Ej uppfyllt'],
      ['Kan inte bedömas', 'Kan inte bedömas'],
    ]);
  });

  it('never says met with less than half assessable, nor with anything off track, and counts everything once', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...STATUSES)), fc.boolean(), (statuses, deliberatelyNotMeasured) => {
        const rolled = rollUp(
          statuses.map((status) => ({ status, isFinal: false, target: TARGET })),
          { deliberatelyNotMeasured },
        );
        const { assessable, total } = rolled.coverage;
        expect(Object.values(rolled.counts).reduce((a, b) => a + b, 0)).toBe(statuses.length);
        if (assessable * 2 < total || total === 0) expect(rolled.fulfilment).toBe('not-assessable');
        if (rolled.fulfilment === 'met') expect(rolled.counts['off-track'] + rolled.counts['at-risk']).toBe(0);
        expect(rolled.reason === undefined).toBe(rolled.fulfilment !== 'not-assessable');
      }),
    );
  });

  it('gives its rule and its reasons in both languages', () => {
    expect(rollUpRule('sv').split(/(?<=\.) /)).toEqual([
      'Måluppfyllelsen räknas fram ur indikatorernas målstatus.',
      'Är alla indikatorer som kan bedömas i fas är målet i fas.',
      'Är fler än hälften av dem ur fas är målet ur fas.',
      'Annars är målet delvis i fas.',
      'Målet kan inte bedömas om det saknar indikatorer, om det enligt beslut inte mäts eller om färre än hälften av indikatorerna kan bedömas.',
      'När alla indikatorers slutperioder har nåtts heter det i stället uppfyllt, delvis uppfyllt och ej uppfyllt.',
    ]);
    expect(rollUpRule('en').split(/(?<=\.) /)).toEqual([
      'Fulfilment is computed from the target status of the indicators.',
      'If every indicator that can be assessed is on track, so is the goal.',
      'If more than half of them are off track, the goal is off track.',
      'Otherwise it is partly on track.',
      'The goal cannot be assessed if it has no indicators, if it was decided not to measure it, or if fewer than half of the indicators can be assessed.',
      'Once the final period of every indicator has been reached, the words are met, partly met and not met.',
    ]);
    expect(fulfilmentReasonText('too-few-assessable', 'sv')).toBe('Färre än hälften av indikatorerna kan bedömas.');
    expect(fulfilmentReasonText('no-indicators', 'en')).toBe('The goal has no indicators.');
  });
});
