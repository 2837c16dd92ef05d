import { revisionKind, waitsToBeFinal, type RevisionKind, type SaidFigure } from './revision.js';

const preliminary: SaidFigure = { value: 2034, quality: 'preliminary', provenance: 'exact' };
const final: SaidFigure = { ...preliminary, quality: 'final' };
const estimated: SaidFigure = { ...preliminary, quality: 'estimated' };

describe('revisionKind', () => {
  const cases: [what: string, from: SaidFigure, to: SaidFigure, kind: RevisionKind][] = [
    ['preliminary, then final', preliminary, final, 'confirmation'],
    ['estimated, then final', estimated, final, 'confirmation'],
    ['zero, then final', { ...preliminary, value: 0 }, { ...final, value: 0 }, 'confirmation'],
    ['a survey value with its margin, then final', { ...preliminary, margin: 2 }, { ...final, margin: 2 }, 'confirmation'],
    ['preliminary, then final with another value', preliminary, { ...final, value: 2041 }, 'revision'],
    ['preliminary, then final with another value and margin', preliminary, { ...final, value: 2041, margin: 3 }, 'revision'],
    ['preliminary, then another preliminary value', preliminary, { ...preliminary, value: 2041 }, 'correction'],
    ['preliminary, then estimated', preliminary, estimated, 'correction'],
    ['final, then preliminary', final, preliminary, 'correction'],
    ['final, then another final value', final, { ...final, value: 2041 }, 'correction'],
    ['final, then the same again', final, final, 'correction'],
    ['preliminary, then final with another margin', { ...preliminary, margin: 2 }, { ...final, margin: 3 }, 'correction'],
    ['preliminary, then final with another number of answers', preliminary, { ...final, respondents: 412 }, 'correction'],
    ['preliminary and second-hand, then final and exact', { ...preliminary, provenance: 'reported' }, final, 'correction'],
    ['preliminary, then final with a note', preliminary, { ...final, provenanceNote: 'avrundat av SCB' }, 'correction'],
    ['preliminary, then no value', preliminary, { missing: 'confidential', quality: 'final', provenance: 'exact' }, 'correction'],
    ['no value, then a final one', { missing: 'not-yet-published', quality: 'preliminary', provenance: 'exact' }, final, 'correction'],
  ];
  for (const [what, from, to, kind] of cases) {
    it(`calls ${what} a ${kind}`, () => expect(revisionKind(from, to)).toBe(kind));
  }
});

describe('waitsToBeFinal', () => {
  const cases: [what: string, figure: SaidFigure, waits: boolean][] = [
    ['a preliminary value', preliminary, true],
    ['an estimated value', estimated, true],
    ['a preliminary zero', { ...preliminary, value: 0 }, true],
    ['a final value', final, false],
    ['a missing value', { missing: 'not-measured', quality: 'preliminary', provenance: 'exact' }, false],
  ];
  for (const [what, figure, waits] of cases) {
    it(`${waits ? 'lets' : 'does not let'} ${what} wait`, () => expect(waitsToBeFinal(figure)).toBe(waits));
  }
});
