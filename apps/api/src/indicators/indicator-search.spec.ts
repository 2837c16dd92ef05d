import { foldText, likePatterns } from './indicator-search.js';

describe('searching for indicators', () => {
  it('does not mind case or the marks over letters', () => {
    expect(foldText('FOLKMÄNGD i Södra Vi, Årligen, kafé')).toBe('folkmangd i sodra vi, arligen, kafe');
  });

  it('looks for every word by itself', () => {
    expect(likePatterns('  nöjda   Företag ')).toEqual(['%nojd%', '%foretag%']);
  });

  const stems: [word: string, stem: string][] = [
    ['folkmängden', 'folkmangd'],
    ['folkmängdens', 'folkmangd'],
    ['turister', 'turist'],
    ['företagens', 'foretag'],
    ['skolor', 'skol'],
    ['skola', 'skol'],
    ['arbete', 'arbet'],
    ['company', 'compan'],
    ['companies', 'compan'],
    ['bostäderna', 'bostad'],
    ['husen', 'huse'],
    ['hus', 'hus'],
  ];
  for (const [word, stem] of stems) {
    it(`looks for ${stem} when asked for ${word}`, () => {
      expect(likePatterns(word)).toEqual([`%${stem}%`]);
    });
  }

  it('takes the signs that SQL reads as wildcards for what they are', () => {
    expect(likePatterns('100 % a_b c\\d')).toEqual(['%100%', '%\\%%', '%a\\_b%', '%c\\\\d%']);
  });

  it('finds everything when nothing is asked for', () => {
    expect(likePatterns(' ')).toEqual([]);
  });

  it('stops at ten words, so that a pasted page is no burden', () => {
    expect(likePatterns('a '.repeat(50))).toHaveSize(10);
  });
});
