import fc from 'fast-check';
import { faultsOf, specContract } from './contract.fixtures.js';
import { isStorable } from './storable.js';
import { freeText, inBothLanguages, language, localized, reference, requiredText, slug, unit, webAddress } from './text.js';

describe('a text that can be stored', () => {
  for (const text of ['', 'Åäö – ”citat” 😀', 'en\trad\noch en till', 'från Windows\r\nmed två tecken', 'hårt\u00a0mellanslag']) {
    it(`may be ${JSON.stringify(text)}`, () => expect(isStorable(text)).toBeTrue());
  }

  for (const text of [
    '\u0000',
    'Prov\u0001\u001b[31m',
    'klocka\u0007',
    'ensam\rretur',
    'DEL\u007f',
    'C1\u0085\u009b',
    '\ud800',
    '\u202e',
    '\u202a',
    '\u2066',
    '\u2069',
  ]) {
    it(`is not ${JSON.stringify(text)}`, () => {
      expect(isStorable(`a${text}b`)).toBeFalse();
      expect(faultsOf(freeText(40), `a${text}b`)).toEqual([': text.not-storable']);
    });
  }
});

describe('a text that someone writes', () => {
  const cases: [text: unknown, free: string | string[], required: string | string[]][] = [
    ['Gäller det hela kommunen?', 'Gäller det hela kommunen?', 'Gäller det hela kommunen?'],
    ['  två rader\nmed åäö \n', 'två rader\nmed åäö', 'två rader\nmed åäö'],
    ['', '', [': too_small']],
    [' \t\n', '', [': too_small']],
    ['å'.repeat(30), 'å'.repeat(30), 'å'.repeat(30)],
    [` ${'å'.repeat(30)} `, 'å'.repeat(30), 'å'.repeat(30)],
    ['å'.repeat(31), [': too_big'], [': too_big']],
    [42, [': invalid_type'], [': invalid_type']],
    [null, [': invalid_type'], [': invalid_type']],
  ];
  for (const [text, free, required] of cases) {
    it(`of at most thirty characters is ${JSON.stringify(text)}: ${JSON.stringify(free)}, where it must say something ${JSON.stringify(required)}`, () => {
      for (const [contract, expected] of [
        [freeText(30), free],
        [requiredText(30), required],
      ] as const)
        // prettier-ignore
        if (Array.isArray(expected)) expect(faultsOf(contract, text)).toEqual(expected);
        else expect(contract.parse(text)).toBe(expected);
    });
  }

  it('is read again as it was stored', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('å', ' ', '\n', '\r', '\t', '\u00a0', '😀', '\ud800', '\u0000') }), (text) => {
        const read = freeText(200).safeParse(text);
        if (read.success) expect(freeText(200).parse(read.data)).toBe(read.data);
      }),
    );
  });
});

describe('a text in the languages it exists in', () => {
  specContract(localized, { sv: 'Folkmängd', en: 'Population' }, { unknown: 'stripped', optional: ['en'] });

  it('is always there in Swedish', () => expect(faultsOf(localized, { en: 'Population' })).toEqual(['sv: invalid_type']));
  it('is in Swedish and English, and no other', () => {
    expect(['sv', 'en', 'fi', 'SV', ''].filter((one) => language.safeParse(one).success)).toEqual(['sv', 'en']);
    expect(localized.parse({ sv: 'Mål', fi: 'Tavoite' })).toEqual({ sv: 'Mål' });
  });
});

describe('a text that the product itself makes', () => {
  specContract(inBothLanguages, { sv: 'Fler bor här', en: 'More people live here' }, { unknown: 'stripped' });
});

describe('a unit', () => {
  specContract(
    unit,
    { sv: 'grupper', en: 'groups', one: { sv: 'grupp', en: 'group' } },
    { unknown: 'stripped', optional: ['en', 'one', 'one.en'] },
  );
});

describe('the form of a name in an address', () => {
  const cases: [text: string, faults: string[]][] = [
    ['folkmangd-31-december', []],
    ['a', []],
    ['2030', []],
    ['x'.repeat(120), []],
    ['x'.repeat(121), [': too_big']],
    ['Folkmangd', [': slug.malformed']],
    ['folkmängd', [': slug.malformed']],
    ['folk mangd', [': slug.malformed']],
    ['folk--mangd', [': slug.malformed']],
    ['-folkmangd', [': slug.malformed']],
    ['folkmangd-', [': slug.malformed']],
    ['../konto', [': slug.malformed']],
    ['folkmangd\n', [': slug.malformed']],
    ['', [': slug.malformed']],
  ];
  for (const [text, faults] of cases) {
    it(`is ${faults.length ? 'not ' : ''}${JSON.stringify(text).slice(0, 40)}`, () => expect(faultsOf(slug, text)).toEqual(faults));
  }
});

describe('the address of a page elsewhere', () => {
  const cases: readonly [address: string, faults: readonly string[]][] = [
    ['https://www.scb.se/a?b=c@d', []],
    ['http://scb.se/@a', []],
    [`https://scb.se/${'x'.repeat(985)}`, []],
    [`https://scb.se/${'x'.repeat(986)}`, [': too_big']],
    ['ftp://scb.se', [': invalid_format']],
    ['javascript:alert(1)', [': invalid_format']],
    ['https://scb.se@example.com/', [': link.names-user']],
    ['https://:b@example.com/', [': link.names-user']],
    ['https://a:b@example.com/', [': link.names-user']],
    ['https://scb.se/\u202e', [': text.not-storable']],
  ];
  for (const [address, faults] of cases) {
    it(`is ${faults.length ? 'not ' : ''}${JSON.stringify(address).slice(0, 40)}`, () =>
      expect(faultsOf(webAddress, address)).toEqual([...faults]));
  }
});

describe('a page to link to', () => {
  specContract(reference, { slug: 'leva', name: { sv: 'Leva', en: 'Live' } }, { unknown: 'stripped', optional: ['name.en'] });
});
