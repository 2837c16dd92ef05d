import { breakdownText, partName } from './breakdown-words.js';
import { isOtherwiseBrokenDown, isWhole, partKeys, type Breakdown } from './breakdown.js';

const BY_SEX: Breakdown = { kind: 'sex', groups: [], of: 'people', threshold: 5 };
const BY_AGE: Breakdown = { kind: 'age', groups: ['0–17 år', '18 år och äldre'], of: 'shares', threshold: 5 };

describe('what an indicator is broken down by', () => {
  it('has women and men, or its groups, as parts', () => {
    expect(partKeys(BY_SEX)).toEqual(['kvinnor', 'män']);
    expect(partKeys(BY_AGE)).toEqual(['0–17 år', '18 år och äldre']);
  });

  it('calls women and men by the reader’s language, and groups by their names', () => {
    expect([partName('kvinnor', 'en'), partName('män', 'sv'), partName('0–17 år', 'en')]).toEqual(['women', 'män', '0–17 år']);
  });

  it('is told with what its values are', () => {
    expect(breakdownText(BY_AGE, 'sv')).toBe('ålder: 0–17 år, 18 år och äldre (andelar eller medelvärden)');
    expect(breakdownText(BY_SEX, 'en')).toBe('sex: women, men (numbers of people)');
  });

  it('is another when its parts are others, or something else, and not for its threshold', () => {
    const cases: [from: Breakdown | undefined, to: Breakdown | undefined, isOther: boolean][] = [
      [undefined, BY_SEX, false],
      [BY_SEX, undefined, true],
      [BY_SEX, BY_AGE, true],
      [BY_SEX, { ...BY_SEX, of: 'shares' }, true],
      [BY_AGE, { ...BY_AGE, groups: ['0–17 år', '18– år'] }, true],
      [BY_SEX, { ...BY_SEX, threshold: 10 }, false],
    ];
    for (const [from, to, isOther] of cases)
      expect(isOtherwiseBrokenDown({ breakdown: from }, { breakdown: to }))
        .withContext(JSON.stringify([from, to]))
        .toBe(isOther);
  });

  for (const word of ['Totalt', ' TOTAL', 'båda  könen', 'T']) it(`has no part called “${word}”`, () => expect(isWhole(word)).toBeTrue());
  for (const word of ['kvinnor', '0–17 år']) it(`may have a part called “${word}”`, () => expect(isWhole(word)).toBeFalse());
});
