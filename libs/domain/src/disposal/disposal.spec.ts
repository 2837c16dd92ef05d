import { disposalDecisionText, disposalFault, personName, pseudonymOf, type DatedDisposal } from './disposal.js';

describe('what is removed by a decision', () => {
  const today = '2026-11-28';
  const cases: [kind: DatedDisposal, before: string, decidedOn: string | undefined, fault: string | undefined][] = [
    ['events', '2026-08-30', '2026-11-28', undefined],
    ['events', '2026-08-31', '2026-11-28', 'disposal.too-late'],
    ['working-material', '2026-10-28', undefined, undefined],
    ['working-material', '2026-10-29', undefined, 'disposal.too-late'],
    ['mails', '2026-11-21', '2026-11-29', 'disposal.not-decided'],
    ['mails', '2030-01-01', '2026-11-01', 'disposal.too-late'],
  ];
  for (const [kind, before, decidedOn, fault] of cases) {
    it(`finds ${fault ?? 'no fault'} with ${kind} before ${before}, decided ${decidedOn ?? 'not yet'}, on ${today}`, () => {
      expect(disposalFault({ kind, before, ...(decidedOn ? { decidedOn } : {}) }, today)).toBe(fault as undefined);
    });
  }

  it('tells the decision as minutes do', () => {
    expect(disposalDecisionText({ body: 'Kommunstyrelsen', decidedOn: '2026-11-17', reference: '§ 12' })).toBe(
      'Kommunstyrelsen 2026-11-17 § 12',
    );
  });

  const names: [name: string, sv: string, en: string][] = [
    [pseudonymOf(12), 'Tidigare användare 12', 'Former user 12'],
    ['Åsa Ek', 'Åsa Ek', 'Åsa Ek'],
    ['Tidigare användare', 'Tidigare användare', 'Tidigare användare'],
  ];
  for (const [name, sv, en] of names) {
    it(`calls ${name} ${en} in English`, () => {
      expect([personName(name, 'sv'), personName(name, 'en')]).toEqual([sv, en]);
    });
  }
});
