import { freeText, isStorable } from './text.js';

describe('a text that can be stored', () => {
  for (const text of ['', 'Åäö – ”citat” 😀', 'en\trad\noch en till', 'från Windows\r\nmed två tecken', 'hårt\u00a0mellanslag']) {
    it(`may be ${JSON.stringify(text)}`, () => expect(isStorable(text)).toBeTrue());
  }

  for (const text of ['\u0000', 'Prov\u0001\u001b[31m', 'klocka\u0007', 'ensam\rretur', 'DEL\u007f', 'C1\u0085\u009b', '\ud800']) {
    it(`is not ${JSON.stringify(text)}`, () => {
      expect(isStorable(`a${text}b`)).toBeFalse();
      expect(
        freeText(40)
          .safeParse(`a${text}b`)
          .error?.issues.map(({ message }) => message),
      ).toEqual(['text.not-storable']);
    });
  }
});
