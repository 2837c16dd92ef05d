import { documentFacts } from './document-facts.js';
import { type VersionContent } from './strategy-content.js';

const VERSION: VersionContent = {
  ...{ number: 2, body: { sv: 'kommunfullmäktige', en: 'the municipal council' }, decidedOn: '2025-12-15', paragraph: '§ 112' },
  ...{ dnr: 'KS 2025/100', validFrom: '2026-01-01', validTo: '2030-12-31', isExample: false },
};
const lines = (version: VersionContent, language: 'sv' | 'en', replaces?: number): string[] =>
  documentFacts({ version, state: 'in-force', replaces }, language).map(({ name, text, language: own }) => `${name}: ${text} (${own})`);

describe('the head of a governing document', () => {
  it('says what was decided, by whom, and from when to when it holds', () => {
    expect(lines(VERSION, 'sv', 1)).toEqual([
      'Status: gällande (sv)',
      'Beslutad av: kommunfullmäktige (sv)',
      'Beslutsdatum: 15 december 2025 (sv)',
      'Paragraf: § 112 (sv)',
      'Diarienummer: KS 2025/100 (sv)',
      'Gäller: från 1 januari 2026 till och med 31 december 2030 (sv)',
      'Version: 2 (sv)',
      'Ersätter: version 1 (sv)',
    ]);
  });

  it('says who answers for the document, and what it replaces as the decision names it', () => {
    const version = { ...VERSION, documentOwner: { sv: 'kommunstrategen' }, replaces: { sv: 'Vision 2012–2017' } };
    expect(lines(version, 'sv', 1).slice(-2)).toEqual(['Ersätter: Vision 2012–2017 (sv)', 'Dokumentansvarig: kommunstrategen (sv)']);
  });

  it('has no line for what is not known, and says in which language the rest is', () => {
    const old = {
      number: 1,
      body: { sv: 'kommunfullmäktige' },
      decidedOnText: { sv: 'hösten 2017' },
      validFrom: '2018-01-01',
      isExample: false,
    };
    expect(lines(old, 'en')).toEqual([
      'Status: in force (en)',
      'Decided by: kommunfullmäktige (sv)',
      'Date of decision: hösten 2017 (sv)',
      'Valid: from 1 January 2018 until further notice (en)',
      'Version: 1 (en)',
    ]);
  });
});
