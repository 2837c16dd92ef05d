import { differences, type WrittenIn } from './entry-differences.js';
import { EMPTY_TEXT, type EntryText } from './entry-text.js';

const style: WrittenIn = { unit: { sv: '%' }, decimals: 1, language: 'sv' };
const typed = (text: Partial<EntryText>): EntryText => ({ ...EMPTY_TEXT, ...text });
const answering = (comment: string) => ({ ...EMPTY_TEXT.answers, 'unusual-change': comment });

describe('two versions of an entry', () => {
  const cases: [differing: string, mine: Partial<EntryText>, theirs: Partial<EntryText>, said: [mine: string, theirs: string]][] = [
    ['value', { value: '1234,5' }, { value: '1 234,6' }, ['1\u00a0234,5\u00a0%', '1\u00a0234,6\u00a0%']],
    ['value', { value: '12,34' }, { missing: 'non-response' }, ['12,34\u00a0%, visas som 12,3\u00a0%', 'inget svar']],
    ['value', { value: '12', missing: 'non-response' }, {}, ['12, inget svar', '']],
    ['value', { value: 'cirka tolv' }, { value: '12' }, ['cirka tolv', '12,0\u00a0%']],
    ['quality', { quality: 'final' }, {}, ['slutligt', 'preliminärt']],
    ['margin', { margin: '2.5' }, {}, ['2,5', '']],
    ['respondents', { respondents: '660' }, { respondents: '66o' }, ['660', '66o']],
    ['comment', { comment: 'Räknat för hand' }, { comment: 'Med filialerna' }, ['Räknat för hand', 'Med filialerna']],
    ['sourceNote', { sourceNote: 'Besöksboken' }, {}, ['Besöksboken', '']],
    ['link', { link: 'https://vimmerby.se/' }, {}, ['https://vimmerby.se/', '']],
    ['reason', { reason: 'En grupp för mycket' }, {}, ['En grupp för mycket', '']],
    ['unusual-change', { answers: answering('Extra kvällar') }, {}, ['Extra kvällar', '']],
  ];
  for (const [field, mine, theirs, said] of cases) {
    it(`are shown beside each other where the ${field} differs: "${said[0]}" and "${said[1]}"`, () => {
      expect(differences(typed(mine), typed(theirs), style).map((one) => [one.field, one.mine, one.theirs])).toEqual([[field, ...said]]);
    });
  }

  it('are shown field by field in the order of the form', () => {
    const mine = typed({ value: '1', comment: 'a', margin: '2', quality: 'final', answers: answering('b') });
    expect(differences(mine, EMPTY_TEXT, style).map(({ field }) => field)).toEqual([
      'value',
      'unusual-change',
      'quality',
      'comment',
      'margin',
    ]);
  });

  it('are the same when only the writing differs', () => {
    expect(differences(typed({ value: '1234,50', comment: 'a ' }), typed({ value: '1\u00a0234,5', comment: 'a' }), style)).toEqual([]);
  });
});
