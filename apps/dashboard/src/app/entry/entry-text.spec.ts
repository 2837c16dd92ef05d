import { EMPTY_TEXT, readEntry, textOf, writtenNumber, type EntryText } from './entry-text.js';

const typed = (text: Partial<EntryText>): EntryText => ({ ...EMPTY_TEXT, ...text });

describe('readEntry', () => {
  const values: [text: string, value: number][] = [
    ['15 327', 15327],
    ['1 234,5', 1234.5],
    ['1\u00a0234,5', 1234.5],
    ['1234.5', 1234.5],
    ['\u221251,6', -51.6],
    ['0', 0],
    ['12 besök', 12],
    ['3 st', 3],
  ];
  for (const [value, expected] of values) {
    it(`reads "${value}" as ${expected}`, () => {
      expect(readEntry(typed({ value }), { language: 'sv', unit: { sv: 'besök' } })).toEqual({
        figure: { value: expected, quality: 'preliminary', answers: [] },
        faults: {},
      });
    });
  }

  it('works out a sum, and keeps how', () => {
    expect(readEntry(typed({ value: ' =48 + 1,5×2' }), { language: 'sv' })).toEqual({
      figure: { value: 51, calculation: '48+1.5*2', quality: 'preliminary', answers: [] },
      faults: {},
    });
  });

  const faulty: [text: Partial<EntryText>, faults: object][] = [
    [{ value: 'cirka tolv' }, { value: 'value.not-a-number' }],
    [{ value: '1.234' }, { value: 'value.ambiguous-mark' }],
    [{ value: 'ca 48' }, { value: 'value.approximate' }],
    [{ value: 'saknas' }, { value: 'value.said-missing' }],
    [{ value: '=48+' }, { value: 'value.not-a-sum' }],
    [{ value: '=48/0' }, { value: 'value.divided-by-zero' }],
    [{ value: '1e2' }, { value: 'value.not-a-number' }],
    [{ value: '0,1234567' }, { value: 'value.too-precise' }],
    [{ value: '1000000000000000' }, { value: 'value.too-large' }],
    [{ value: '1', margin: '-2' }, { margin: 'margin.negative' }],
    [{ value: '1', respondents: '12,5' }, { respondents: 'respondents.whole' }],
    [{ value: '1', link: 'javascript:alert(1)' }, { link: 'link.malformed' }],
    [{ value: '1', link: 'https://scb.se@example.com/' }, { link: 'link.names-user' }],
    [{ value: '1', link: 'https://:lösen@example.com/' }, { link: 'link.names-user' }],
  ];
  for (const [text, faults] of faulty) {
    it(`refuses ${JSON.stringify(text)} and keeps the rest`, () => {
      const read = readEntry(typed({ ...text, comment: 'Räknat för hand' }), { language: 'sv' });
      expect(read.faults).toEqual(faults);
      expect(read.figure.comment).toBe('Räknat för hand');
      for (const field of Object.keys(faults)) expect(read.figure).not.toEqual(jasmine.objectContaining({ [field]: jasmine.anything() }));
    });
  }

  it('asks an English reader which of the two "1,234" is, in every field that is a number', () => {
    const { faults } = readEntry(typed({ value: '1,234', margin: '2,500', respondents: '1,100' }), { language: 'en' });
    expect(faults).toEqual({ value: 'value.ambiguous-mark', margin: 'value.ambiguous-mark', respondents: 'value.ambiguous-mark' });
  });

  for (const value of ['12', 'cirka tolv']) {
    it(`never chooses between "${value}" and a reason for having no value`, () => {
      const { figure, faults } = readEntry(typed({ value, missing: 'non-response' }), { language: 'sv' });
      expect(faults).toEqual({ value: 'entry.value-or-missing', missing: 'entry.value-or-missing' });
      expect(figure).toEqual({ quality: 'preliminary', answers: [] });
    });
  }

  const withoutValue: [text: Partial<EntryText>, fields: string[]][] = [
    [{ missing: 'non-response', margin: '1,5', respondents: '660' }, ['missing', 'margin', 'respondents']],
    [{ missing: 'non-response', respondents: '660' }, ['missing', 'respondents']],
    [{ margin: '1,5' }, ['value', 'margin']],
  ];
  for (const [text, fields] of withoutValue) {
    it(`names what belongs to a value in ${JSON.stringify(text)} and sends none of it`, () => {
      const { figure, faults } = readEntry(typed(text), { language: 'sv' });
      expect(faults).toEqual(Object.fromEntries(fields.map((field) => [field, 'value.missing-has-margin'])));
      expect([figure.margin, figure.respondents]).toEqual([undefined, undefined]);
    });
  }

  it('takes a reason for having no value where no value is typed', () => {
    const { figure, faults } = readEntry(typed({ value: '  ', missing: 'non-response' }), { language: 'sv' });
    expect([figure.missing, faults]).toEqual(['non-response', {}]);
  });

  it('sends the answers that have words in them, and no others', () => {
    const answers = { ...EMPTY_TEXT.answers, 'unusual-change': ' Två extra kvällar. ', repeated: '  ' };
    expect(readEntry(typed({ value: '18', answers }), { language: 'sv' }).figure.answers).toEqual([
      { kind: 'unusual-change', comment: 'Två extra kvällar.' },
    ]);
  });
});

describe('writtenNumber', () => {
  for (const value of [15327, 1.234, 1234.5, -51.6, 0, 0.000001, 999999999999999]) {
    for (const language of ['sv', 'en'] as const) {
      it(`writes ${value} in ${language} so that it reads back the same`, () => {
        const entry = readEntry(typed({ value: writtenNumber(value, language) }), { language });
        expect(entry).toEqual({ figure: { value, quality: 'preliminary', answers: [] }, faults: {} });
      });
    }
  }
});

describe('textOf', () => {
  it('shows a saved entry in the form as it would be saved again', () => {
    const figure = { value: 1234.5, quality: 'final' as const, margin: 2.5, respondents: 660, comment: 'a', sourceNote: 'b', link: 'https://exempel.se/', answers: [{ kind: 'repeated' as const, comment: 'c' }], reason: 'd' }; // prettier-ignore
    const entry = { ...figure, id: '', version: 1, state: 'draft' as const, indicator: { slug: 'x', name: { sv: 'x' } }, unit: { sv: 'x' }, decimals: 1, isExample: false, period: '2026', territory: { code: '0884', name: { sv: 'x' } }, breakdown: '', questions: [], events: [], actions: [], updatedAt: '' }; // prettier-ignore
    expect(readEntry(textOf(entry, 'sv'), { language: 'sv' }).figure).toEqual(figure);
  });
});
