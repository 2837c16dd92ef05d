import { DomainError } from '../domain-error.js';
import { type Breakdown } from './breakdown.js';
import { checkParts, haveSameParts, requireParts, type PartedFigure } from './parts.js';

const PEOPLE: Breakdown = { kind: 'sex', groups: [], of: 'people', threshold: 5 };
const SHARES: Breakdown = { kind: 'age', groups: ['0–17 år', '18 år och äldre'], of: 'shares', threshold: 5 };
const thrownCode = (work: () => void): string | undefined => {
  try {
    work();
    return undefined;
  } catch (error) {
    return (error as DomainError).code;
  }
};
const women = { part: 'kvinnor', value: 3 };
const men = { part: 'män', value: 4 };

describe('the parts of a figure', () => {
  const cases: [what: string, figure: PartedFigure, breakdown: Breakdown | undefined, kept: string | undefined, submitted: string | undefined][] = [
    ['all said', { value: 7, parts: [women, men] }, PEOPLE, undefined, undefined],
    ['none said yet', {}, PEOPLE, undefined, undefined],
    ['none said of a whole', { value: 7 }, PEOPLE, undefined, 'entry.parts-required'],
    ['one not said', { value: 7, parts: [women] }, PEOPLE, undefined, 'entry.parts-required'],
    ['one that is missing', { value: 7, parts: [women, { part: 'män', missing: 'non-response' }] }, PEOPLE, undefined, undefined],
    ['of nothing', { missing: 'non-response' }, PEOPLE, undefined, undefined],
    ['of a whole that is missing', { missing: 'non-response', parts: [women] }, PEOPLE, 'entry.parts-without-whole', 'entry.parts-without-whole'],
    ['of another breakdown', { value: 7, parts: [women, men] }, SHARES, 'entry.parts-unknown', 'entry.parts-unknown'],
    ['of what is not broken down', { value: 7, parts: [women] }, undefined, 'entry.parts-unknown', 'entry.parts-unknown'],
    ['that are half people', { value: 7, parts: [{ part: 'män', value: 3.5 }] }, PEOPLE, 'entry.not-people', 'entry.not-people'],
    ['of half people', { value: 7.5 }, PEOPLE, 'entry.not-people', 'entry.not-people'],
    ['that are fewer than none', { value: 7, parts: [{ part: 'män', value: -3 }] }, PEOPLE, 'entry.not-people', 'entry.not-people'],
    ['of shares with decimals', { value: 7.5, parts: [{ part: '0–17 år', value: -3.5 }] }, SHARES, undefined, 'entry.parts-required'],
  ]; // prettier-ignore
  for (const [what, figure, breakdown, kept, submitted] of cases)
    it(`are ${kept ? 'refused' : 'kept'} and ${submitted ? 'refused' : 'submitted'}: ${what}`, () => {
      expect(thrownCode(() => checkParts(figure, breakdown))).toBe(kept);
      expect(thrownCode(() => requireParts(figure, breakdown))).toBe(submitted);
    });

  it('are the same in whatever order they come, and others with another value, another reason or one more', () => {
    expect(haveSameParts({ parts: [women, men] }, { parts: [men, women] })).toBeTrue();
    expect(haveSameParts({}, { parts: undefined })).toBeTrue();
    expect(haveSameParts({ parts: [women, men] }, { parts: [women] })).toBeFalse();
    expect(haveSameParts({ parts: [women, men] }, { parts: [women, { ...men, value: 5 }] })).toBeFalse();
    expect(
      haveSameParts({ parts: [{ part: 'män', missing: 'non-response' }] }, { parts: [{ part: 'män', missing: 'not-measured' }] }),
    ).toBeFalse();
  });
});
