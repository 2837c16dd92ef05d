import { problemOf } from '../data/api-problem.js';
import { problemText } from '../data/problem-texts.js';

const PROBLEMS: Readonly<Record<string, () => string>> = {
  'draft.not-found': () => $localize`:@@draft.not-found:Utkastet finns inte.`,
  'draft.stale': () => $localize`:@@draft.stale:Någon annan har fört utkastet vidare sedan du öppnade det. Här ser du hur det står nu.`,
  'draft.not-open': () => $localize`:@@draft.not-open:Utkastet går inte att skriva i nu. Ta tillbaka det först.`,
  'draft.step-not-possible': () => $localize`:@@draft.step-not-possible:Det går inte längre: utkastet har redan gått vidare.`,
  'draft.own-proposal': () => $localize`:@@draft.own-proposal:Någon annan än den som föreslog utkastet måste anta det.`,
  'input.invalid': () => $localize`:@@draft.invalid:Något fattas eller stämmer inte. Se listan över det som återstår.`,
};

/** Why something with a draft did not go, in a sentence. */
export function draftProblemText(error: unknown): string {
  return PROBLEMS[problemOf(error)?.code ?? '']?.() ?? problemText(error);
}

const FAULTS: Readonly<Record<string, () => string>> = {
  'field.missing': () => $localize`:@@draft.fault.missing:saknas`,
  'text.empty': () => $localize`:@@draft.fault.empty:saknas`,
  'text.too-long': () => $localize`:@@draft.fault.too-long:är för lång`,
  'list.too-long': () => $localize`:@@draft.fault.list-too-long:har för många delar`,
  'reference.unknown': () => $localize`:@@draft.fault.unknown:finns inte längre`,
  'name.repeated': () => $localize`:@@draft.fault.repeated:finns två gånger`,
  'version.decided-missing': () => $localize`:@@draft.fault.decided:saknas`,
  'version.ends-before-it-begins': () => $localize`:@@draft.fault.ends:ligger före första dagen`,
  'goal.measured-though-not': () => $localize`:@@draft.fault.measured:anges för ett mål som har indikatorer`,
  'period.wrong-cadence': () => $localize`:@@draft.fault.cadence:är ingen period som indikatorn mäts för`,
  'target.periods-not-in-order': () => $localize`:@@draft.fault.order:kommer inte efter perioden före`,
  'target.no-direction': () => $localize`:@@draft.fault.direction:behöver vara ett intervall, eftersom indikatorn saknar riktning`,
  'target.band-empty': () => $localize`:@@draft.fault.band:är inte högre än det lägsta`,
  'target.cannot-roll': () => $localize`:@@draft.fault.roll:går inte att räkna på tolv månader`,
  'target.outside-limits': () => $localize`:@@draft.fault.limits:ligger utanför det som indikatorn kan vara`,
  'target.too-many-decimals': () => $localize`:@@draft.fault.decimals:har fler decimaler än indikatorn`,
  'tolerance.negative': () => $localize`:@@draft.fault.tolerance:är mindre än noll`,
};

/** What is wrong with a field, as the end of a sentence about it: "saknas". */
export function faultText(code: string): string {
  return FAULTS[code]?.() ?? $localize`:@@draft.fault.other:går inte att använda (${code}:code:)`;
}

const BASELINE_PERIOD = () => $localize`:@@draft.field.baseline-period:Utgångsperioden`;
const FINAL_PERIOD = () => $localize`:@@draft.field.final-period:Slutperioden`;

const FIELDS: Readonly<Record<string, () => string>> = {
  name: () => $localize`:@@draft.field.name:Namnet`,
  'name.sv': () => $localize`:@@draft.field.name-sv:Namnet på svenska`,
  'name.en': () => $localize`:@@draft.field.name-en:Namnet på engelska`,
  purpose: () => $localize`:@@draft.field.purpose:Syftet`,
  'purpose.sv': () => $localize`:@@draft.field.purpose-sv:Syftet på svenska`,
  'purpose.en': () => $localize`:@@draft.field.purpose-en:Syftet på engelska`,
  shortName: () => $localize`:@@draft.field.short-name:Det korta namnet`,
  'shortName.sv': () => $localize`:@@draft.field.short-name-sv:Det korta namnet på svenska`,
  'shortName.en': () => $localize`:@@draft.field.short-name-en:Det korta namnet på engelska`,
  description: () => $localize`:@@draft.field.description:Beskrivningen`,
  'description.sv': () => $localize`:@@draft.field.description-sv:Beskrivningen på svenska`,
  'description.en': () => $localize`:@@draft.field.description-en:Beskrivningen på engelska`,
  body: () => $localize`:@@draft.field.body:Vem som beslutar`,
  'body.sv': () => $localize`:@@draft.field.body-sv:Vem som beslutar, på svenska,`,
  'body.en': () => $localize`:@@draft.field.body-en:Vem som beslutar, på engelska`,
  number: () => $localize`:@@draft.field.number:Versionens nummer`,
  paragraph: () => $localize`:@@draft.field.paragraph:Paragrafen`,
  dnr: () => $localize`:@@draft.field.dnr:Diarienumret`,
  decidedOn: () => $localize`:@@draft.field.decided-on:Beslutets dag`,
  validFrom: () => $localize`:@@draft.field.valid-from:Första dagen`,
  documentOwner: () => $localize`:@@draft.field.document-owner:Vem som svarar för dokumentet`,
  'documentOwner.sv': () => $localize`:@@draft.field.document-owner-sv:Vem som svarar för dokumentet, på svenska`,
  'documentOwner.en': () => $localize`:@@draft.field.document-owner-en:Vem som svarar för dokumentet, på engelska`,
  replaces: () => $localize`:@@draft.field.replaces:Vad som ersätts`,
  'replaces.sv': () => $localize`:@@draft.field.replaces-sv:Vad som ersätts, på svenska`,
  'replaces.en': () => $localize`:@@draft.field.replaces-en:Vad som ersätts, på engelska`,
  validTo: () => $localize`:@@draft.field.valid-to:Sista dagen`,
  deliberatelyNotMeasured: () => $localize`:@@draft.field.unmeasured:Skälet till att målet inte mäts`,
  'deliberatelyNotMeasured.sv': () => $localize`:@@draft.field.unmeasured-sv:Skälet till att målet inte mäts, på svenska`,
  'deliberatelyNotMeasured.en': () => $localize`:@@draft.field.unmeasured-en:Skälet till att målet inte mäts, på engelska`,
  roles: () => $localize`:@@draft.field.roles:Vem som gör vad`,
  path: () => $localize`:@@draft.field.path:Vägen till målvärdet`,
  milestones: () => $localize`:@@draft.field.milestones:Delmålen`,
  tolerance: () => $localize`:@@draft.field.tolerance:Toleransen`,
  decision: () => $localize`:@@draft.field.decision:Beslutet om målvärdet`,
  low: () => $localize`:@@draft.field.low:Det lägsta värdet`,
  high: () => $localize`:@@draft.field.high:Det högsta värdet`,
  kind: () => $localize`:@@draft.field.kind:Slaget av målvärde`,
  measure: () => $localize`:@@draft.field.measure:Det som jämförs`,
  'baseline.period': BASELINE_PERIOD,
  baselinePeriod: BASELINE_PERIOD,
  'baseline.value': () => $localize`:@@draft.field.baseline-value:Utgångsvärdet`,
  'final.period': FINAL_PERIOD,
  finalPeriod: FINAL_PERIOD,
  'final.value': () => $localize`:@@draft.field.final-value:Slutvärdet`,
};

/** A field of a part by its place in it: "Namnet på svenska". */
export function fieldText(path: string): string {
  return FIELDS[path]?.() ?? $localize`:@@draft.field.other:Uppgiften`;
}
