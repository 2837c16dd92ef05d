import { EMPTY_TEXT } from './entry-text.js';
import { readKept, wayBack } from './kept-draft.js';

describe('a copy kept in the browser', () => {
  const text = { ...EMPTY_TEXT, value: '12', comment: 'Räknat för hand' };

  it('is read with the version it was written on', () => {
    expect(readKept(JSON.stringify({ version: 3, text }))).toEqual({ version: 3, text });
  });

  it('of an earlier edition is the words alone', () => {
    expect(readKept(JSON.stringify(text))).toEqual({ text });
    expect(readKept('{"value":"12"}')?.text).toEqual({ ...EMPTY_TEXT, value: '12' });
  });

  it('has only texts in it, whatever was kept', () => {
    expect(readKept('{"version":"x","text":{"value":12,"margin":null,"answers":[],"more":"x"}}')).toEqual({
      version: undefined,
      text: EMPTY_TEXT,
    });
  });

  for (const stored of [null, '', 'null', '12', '[]', '"x"', '{"value":']) {
    it(`that is ${JSON.stringify(stored)} counts as none`, () => {
      expect(readKept(stored)).toBeUndefined();
    });
  }

  const ways: [on: number | undefined, saved: number | undefined, way: 'restore' | 'compare'][] = [
    [0, undefined, 'restore'],
    [3, 3, 'restore'],
    [3, 4, 'compare'],
    [0, 1, 'compare'],
    [undefined, 1, 'compare'],
    [undefined, undefined, 'restore'],
  ];
  for (const [version, saved, way] of ways) {
    it(`written on version ${version ?? 'unknown'} is to ${way} when ${saved ?? 'nothing'} is saved`, () => {
      expect(wayBack({ text, version }, saved === undefined ? undefined : { version: saved })).toBe(way);
    });
  }
});
