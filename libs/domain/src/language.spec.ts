import { textIn } from './language.js';

describe('textIn', () => {
  it('falls back to Swedish and says so, so that the page can mark the language', () => {
    expect(textIn({ sv: 'Mål' }, 'en')).toEqual({ text: 'Mål', language: 'sv' });
    expect(textIn({ sv: 'Mål', en: 'Goal' }, 'en')).toEqual({ text: 'Goal', language: 'en' });
  });
});
