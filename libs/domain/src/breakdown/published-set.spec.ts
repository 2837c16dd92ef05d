import { type Breakdown } from './breakdown.js';
import { type PartedFigure } from './parts.js';
import { keptBackOf, publishedParts } from './published-set.js';
import { NOTHING_TOLD } from './small-counts.js';

const PEOPLE: Breakdown = { kind: 'sex', groups: [], of: 'people', threshold: 5 };
const set = (value: number, women: number, men?: number): PartedFigure => ({
  value,
  parts: [{ part: 'kvinnor', value: women }, men === undefined ? { part: 'män', missing: 'non-response' } : { part: 'män', value: men }],
});
const published = (figure: PartedFigure, breakdown = PEOPLE) => {
  const hidden = keptBackOf(figure, breakdown, NOTHING_TOLD);
  return [hidden.has(''), ...publishedParts(figure, breakdown, hidden).map(({ value, missing }) => value ?? missing)];
};

describe('what is published of a figure with parts', () => {
  it('is all of many', () => expect(published(set(90, 40, 50))).toEqual([false, 40, 50]));
  it('is neither of two parts where one is few', () => expect(published(set(53, 3, 50))).toEqual([false, 'confidential', 'confidential']));
  it('is not the whole either where it is few', () => expect(published(set(3, 3, 0))).toEqual([true, 'confidential', 0]));
  it('is why a part is missing, and the few beside it kept back alone', () =>
    expect(published(set(53, 3))).toEqual([false, 'confidential', 'non-response']));
  it('is why the whole is missing, of every part', () =>
    expect(published({ missing: 'not-measured' })).toEqual([false, 'not-measured', 'not-measured']));
  it('is everything of shares', () => expect(published(set(3, 3, 0), { ...PEOPLE, of: 'shares' })).toEqual([false, 3, 0]));
  it('is no part of what is not broken down', () => {
    expect(keptBackOf({ value: 3 }, undefined, NOTHING_TOLD)).toHaveSize(0);
    expect(publishedParts({ value: 3 }, undefined, new Set())).toEqual([]);
  });
});
