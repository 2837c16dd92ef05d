import { DISPOSAL_KINDS } from './disposal.js';
import { disposalKindText, disposedRowsText } from './disposal-words.js';

describe('the words of a disposal', () => {
  it('are there for every kind, in both languages', () => {
    expect(DISPOSAL_KINDS.map((kind) => disposalKindText(kind, 'sv'))).toEqual([
      'Personuppgifter för den som har slutat',
      'Händelser om inloggning och administration',
      'Arbetsmaterial till inmatningar',
      'Texter som är dolda',
      'Utgående post',
    ]);
    expect(disposalKindText('mails', 'en')).toBe('Outgoing mail');
  });

  for (const [table, sv, en] of [
    ['mail', 'brev', 'mails'],
    ['finns_inte', 'finns_inte', 'finns_inte'],
  ] as const)
    it(`call rows of ${table} ${sv}`, () => {
      expect([disposedRowsText(table, 'sv'), disposedRowsText(table, 'en')]).toEqual([sv, en]);
    });
});
