import { choiceOf, chosen, isInColumn, saidOnce, textOf } from './column-choice.js';

const NOTHING = { columns: {}, breakdown: [], only: {}, marks: {} };

describe('what a column of a file is read as', () => {
  it('is one thing, and one thing is said by one column', () => {
    const value = chosen(NOTHING, 'Antal', 'value');
    expect([choiceOf(value, 'Antal'), choiceOf(value, 'Kön')]).toEqual(['value', undefined]);
    expect(chosen(value, 'Summa', 'value').columns).toEqual({ value: { column: 'Summa' } });
    expect(chosen(value, 'Antal', undefined)).toEqual(NOTHING);
    const parts = chosen(chosen(value, 'Kön', 'breakdown'), 'Kvartal', 'part');
    expect([choiceOf(parts, 'Kön'), choiceOf(parts, 'Kvartal')]).toEqual(['breakdown', 'part']);
    expect(chosen(chosen(parts, 'Kön', undefined), 'Kvartal', 'period')).toEqual({
      ...NOTHING,
      columns: { value: { column: 'Antal' }, period: { column: 'Kvartal' } },
    });
  });

  it('may be said once for all rows', () => {
    const unit = saidOnce(NOTHING, 'unit', ' besök ');
    expect([textOf(unit, 'unit'), isInColumn(unit, 'unit')]).toEqual(['besök', false]);
    expect(saidOnce(unit, 'unit', '')).toEqual(NOTHING);
    expect([textOf(chosen(unit, 'Enhet', 'unit'), 'unit'), isInColumn(chosen(unit, 'Enhet', 'unit'), 'unit')]).toEqual(['', true]);
  });
});
