import { textIn, withinSentence } from './language.js';

describe('textIn', () => {
  it('falls back to Swedish and says so, so that the page can mark the language', () => {
    expect(textIn({ sv: 'Mål' }, 'en')).toEqual({ text: 'Mål', language: 'sv' });
    expect(textIn({ sv: 'Mål', en: 'Goal' }, 'en')).toEqual({ text: 'Goal', language: 'en' });
  });
});

describe('a department within a sentence', () => {
  const cases: [name: string, within: string][] = [
    ['Ekonomiavdelningen', 'ekonomiavdelningen'],
    ['Miljö- och byggnadsnämnden', 'miljö- och byggnadsnämnden'],
    ['Överförmyndaren', 'överförmyndaren'],
    ['IT-avdelningen', 'IT-avdelningen'],
    ['', ''],
  ];
  for (const [name, within] of cases) it(`is written ${within || 'as nothing'}`, () => expect(withinSentence(name)).toBe(within));
});
