import { type Language } from '../language.js';
import { provenanceText } from './provenance-words.js';
import { MISSING_KINDS, PROVENANCES, QUALITIES } from './value.js';
import { missingText, qualityText } from './value-words.js';

const inBoth = <Kind>(kinds: readonly Kind[], say: (kind: Kind, language: Language) => string): [string, string][] =>
  kinds.map((kind) => [say(kind, 'sv'), say(kind, 'en')]);

describe('words for a value', () => {
  it('say why there is none', () => {
    expect(inBoth(MISSING_KINDS, missingText)).toEqual([
      ['inte publicerat än', 'not yet published'],
      ['inget svar', 'no response'],
      ['ej tillämplig', 'not applicable'],
      ['sekretess', 'confidential'],
      ['inte mätt', 'not measured'],
    ]);
  });

  it('say how sure it is', () => {
    expect(inBoth(QUALITIES, qualityText)).toEqual([
      ['preliminärt', 'preliminary'],
      ['slutligt', 'final'],
      ['uppskattat', 'estimated'],
    ]);
  });

  it('say how it came about', () => {
    expect(inBoth(PROVENANCES, provenanceText)).toEqual([
      ['exakt', 'exact'],
      ['härlett', 'derived'],
      ['avrundat', 'rounded'],
      ['återgivet, inte avstämt mot källan', 'reported second-hand, not reconciled with the source'],
      ['exempel', 'example'],
    ]);
  });
});
