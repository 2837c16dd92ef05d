import { type EntryEvent } from './entry.js';
import { firstIllegalEvent, type HistoryFault } from './entry-history.js';

const AT = '2026-10-05T08:00:00.000Z';
const saved: EntryEvent = { action: 'save', to: 'draft', by: 'anna', at: AT };
const submitted: EntryEvent = { action: 'submit', from: 'draft', to: 'submitted', by: 'anna', at: AT };
const approved: EntryEvent = { action: 'approve', from: 'submitted', to: 'approved', by: 'rolf', at: AT };
const sentBack: EntryEvent = {
  action: 'return',
  from: 'submitted',
  to: 'returned',
  by: 'rolf',
  at: AT,
  reason: 'Fel kvartal',
};

describe('firstIllegalEvent', () => {
  it('finds nothing wrong with an ordinary history', () => {
    expect(firstIllegalEvent([])).toBeUndefined();
    expect(firstIllegalEvent([saved, submitted, sentBack, { ...submitted, from: 'returned' }, approved])).toBeUndefined();
    const withdrawn: EntryEvent = { action: 'withdraw', from: 'submitted', to: 'draft', by: 'rolf', inPlaceOf: ['anna'], at: AT };
    expect(firstIllegalEvent([saved, submitted, withdrawn])).toBeUndefined();
  });

  const faulty: readonly (readonly [name: string, events: readonly EntryEvent[], index: number, fault: HistoryFault])[] = [
    ['that begins without being saved', [submitted], 0, 'not-begun-by-saving'],
    ['with a step cut out', [saved, approved], 1, 'gap'],
    ['that jumps to a state no step leads to', [saved, { ...submitted, to: 'approved' }], 1, 'illegal-step'],
    ['that goes on after approval', [saved, submitted, approved, { ...saved, from: 'approved', to: 'approved' }], 3, 'illegal-step'],
    ['whose author approved', [saved, submitted, { ...approved, by: 'anna' }], 2, 'approved-by-author'],
    ['whose author returned', [saved, submitted, { ...sentBack, by: 'anna' }], 2, 'returned-by-author'],
    [
      'discarded by someone else',
      [saved, { ...saved, action: 'discard', from: 'draft', to: 'discarded', by: 'rolf' }],
      1,
      'discarded-by-other',
    ],
    [
      'withdrawn by someone else',
      [saved, submitted, { ...saved, action: 'withdraw', from: 'submitted', by: 'rolf' }],
      2,
      'withdrawn-by-other',
    ],
    ['approved in the place of its author', [saved, submitted, { ...approved, inPlaceOf: ['anna'] }], 2, 'approved-by-author'],
    ['whose owner approved what a deputy saved', [{ ...saved, inPlaceOf: ['rolf'] }, submitted, approved], 2, 'approved-by-author'],
    ['returned without a reason', [saved, submitted, { ...sentBack, reason: ' ' }], 2, 'reason-missing'],
  ];
  for (const [name, events, index, fault] of faulty) {
    it(`finds ${fault} in a history ${name}`, () => expect(firstIllegalEvent(events)).toEqual({ index, fault }));
  }
});
