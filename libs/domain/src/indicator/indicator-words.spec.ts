import { LANGUAGES } from '../language.js';
import { DIRECTIONS, INDICATOR_KINDS, INFLUENCES } from './indicator.js';
import { directionText, traitFacts } from './indicator-words.js';

describe('what is told of an indicator in terms', () => {
  it('goes on from its term, as people would say it', () => {
    expect(traitFacts({ influence: 'shared', kind: 'population' })).toEqual([
      { term: { sv: 'Rådighet', en: 'Influence' }, told: { sv: 'kommunen delar den med andra', en: 'shared with others' } },
      { term: { sv: 'Visar', en: 'Shows' }, told: { sv: 'hur samhället utvecklas', en: 'how the community develops' } },
    ]);
  });

  it('says that nobody has said what influence there is', () =>
    expect(traitFacts({})).toEqual([{ term: { sv: 'Rådighet', en: 'Influence' }, told: { sv: 'inte angiven', en: 'not stated' } }]));

  for (const language of LANGUAGES) {
    it(`begins with a small letter, since it is no sentence (${language})`, () => {
      const traits = [...INFLUENCES.map((influence) => ({ influence })), ...INDICATOR_KINDS.map((kind) => ({ kind }))].flatMap(traitFacts);
      const told = [...traits.map((fact) => fact.told[language]), ...DIRECTIONS.map((direction) => directionText(direction, language))];
      expect(told.filter((text) => !/^\p{Ll}/u.test(text) || text.endsWith('.'))).toEqual([]);
    });
  }
});
