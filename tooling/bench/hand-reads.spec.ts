import { seriesView } from '@slusen/contracts';
// @ts-expect-error Plain JavaScript, as all tooling.
import { seriesAnswer } from './hand-reads.mjs';

describe('the limit of a series by hand', () => {
  it('says what the contract of a series declares, in its order: the benchmark compares bytes', () => {
    const answer = JSON.parse((seriesAnswer as (...words: string[]) => string)('folkmangd', '0884', '')) as object;
    expect(Object.keys(answer)).toEqual(Object.keys(seriesView.shape));
    expect(seriesView.safeParse(answer).error).toBeUndefined();
  });
});
