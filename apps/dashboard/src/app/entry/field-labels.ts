import type { EntryFigure } from '@slusen/contracts';
import { approximated, readingsOf, textIn, type reasonNeededFor, type Language, type TypedBy, type Unit } from '@slusen/domain';
import { ruleText } from '../data/problem-texts.js';
import type { ComparedField } from './entry-differences.js';
import { partPlace } from './part-text.js';
import { hasOtherUnit, writtenNumber, type EntryFaults, type EntryText, type FieldFault, type NumberField } from './entry-text.js';

/** What the fields of the entry form are called, with the hints beneath them. */
export function fieldLabels() {
  return {
    value: $localize`:@@field.value:Värde`,
    valueHint: $localize`:@@field.value-hint:Ett tal, eller en summa som börjar med =, till exempel =48+1.`,
    missing: $localize`:@@field.missing:Finns det inget värde?`,
    hasValue: $localize`:@@field.has-value:Värdet finns`,
    quality: $localize`:@@field.quality:Hur säkert är värdet?`,
    provenance: $localize`:@@field.provenance:Hur har värdet kommit till?`,
    provenanceChoiceHint: $localize`:@@field.provenance-choice-hint:Exakt: så står det i källan. Välj annat om värdet är uträknat, avrundat eller hämtat i andra hand.`,
    provenanceNote: $localize`:@@field.provenance-note:Hur då?`,
    provenanceHint: $localize`:@@field.provenance-hint:Till exempel ”Summan av två listor”. Visas på den öppna sidan.`,
    comment: $localize`:@@field.comment:Kommentar`,
    commentHint: $localize`:@@field.comment-hint:Till den som granskar, och till den som räknar nästa gång.`,
    sourceNote: $localize`:@@field.source-note:Var kommer uppgiften ifrån?`,
    sourceHint: $localize`:@@field.source-hint:Till exempel ”Deltagarlistor, diarienummer 2026/123”. Visas på den öppna sidan.`,
    files: $localize`:@@field.files:Bifoga underlag`,
    filesHint: $localize`:@@field.files-hint:PDF, bild eller Excelfil, högst 10 MB var. Granskaren kan läsa filerna; de publiceras aldrig.`,
    link: $localize`:@@field.link:Länk till underlaget`,
    numerator: $localize`:@@field.numerator:Antal (täljare)`,
    denominator: $localize`:@@field.denominator:Av så många (nämnare)`,
    shareHint: $localize`:@@field.share-hint:Fyll i båda, så räknas andelen ut. Då kan flera perioder slås ihop rätt.`,
    margin: $localize`:@@field.margin:Felmarginal (±)`,
    respondents: $localize`:@@field.respondents:Antal svarande`,
    reasons: {
      correction: $localize`:@@field.reason:Varför rättas värdet?`,
      'locked-period': $localize`:@@field.reason-late:Varför kommer värdet nu?`,
    },
    reasonHints: {
      correction: $localize`:@@field.reason-hint:Perioden har redan ett godkänt värde. Skälet visas tillsammans med det gamla och det nya värdet.`,
      'locked-period': $localize`:@@field.reason-late-hint:Omgången är låst. Granskaren ser skälet.`,
    },
    answer: $localize`:@@field.answer:Ditt svar`,
    total: $localize`:@@field.total:Totalt`,
    parts: $localize`:@@field.parts:Delar`,
    keptBack: $localize`:@@parts.kept-back:visas inte`,
  };
}

/** What the fields are called where somebody reads what was entered. */
export function shownLabels() {
  return {
    comment: fieldLabels().comment,
    parts: fieldLabels().parts,
    notShown: fieldLabels().keptBack,
    sourceNote: $localize`:@@review.source:Underlag`,
    link: $localize`:@@review.link:Länk`,
    files: $localize`:@@review.files:Bifogade filer`,
  };
}

/** What the fields are called where two versions stand beside each other, each answer by the question it belongs to. */
export function comparedLabels(): Readonly<Record<ComparedField, string>> {
  const { value, quality, provenance, provenanceNote, comment, sourceNote, link, margin, respondents, numerator, denominator } =
    fieldLabels();
  return {
    ...{ value, quality, provenance, provenanceNote, comment, sourceNote, link, margin, respondents },
    ...{ numerator, denominator },
    partValues: fieldLabels().parts,
    reason: $localize`:@@field.reason-compared:Skäl`,
    early: $localize`:@@field.answer-early:Svar om varför värdet är slutligt`,
    decimals: $localize`:@@field.answer-decimals:Svar om decimalerna`,
    jump: $localize`:@@field.answer-jump:Svar om det stora hoppet`,
    'outside-limits': $localize`:@@field.answer-limits:Svar om värdets rimlighet`,
    'unusual-change': $localize`:@@field.answer-change:Svar om den ovanliga ändringen`,
    repeated: $localize`:@@field.answer-repeated:Svar om det upprepade värdet`,
    balance: $localize`:@@field.answer-balance:Svar om summan`,
    parts: $localize`:@@field.answer-parts:Svar om totalen och delarna`,
  };
}

/** What is wrong with a field, in words, with the number that someone `typed` there; nothing where nothing is. */
export function faultText(code: FieldFault | undefined, typed?: { readonly text: string; readonly by: TypedBy }): string | undefined {
  switch (code) {
    case undefined:
      return undefined;
    case 'value.ambiguous-mark':
      return typed && twoReadingsText(typed.text, typed.by);
    case 'value.approximate':
      return typed && aboutText(writtenNumber(approximated(typed.text, typed.by), typed.by.language));
    case 'margin.negative':
      return $localize`:@@fault.margin:En felmarginal är noll eller större.`;
    case 'respondents.whole':
      return $localize`:@@fault.respondents:Skriv ett helt tal.`;
    case 'link.malformed':
      return $localize`:@@fault.link:Skriv hela länken, med https:// i början.`;
    case 'link.names-user':
      return $localize`:@@fault.link-user:Länken får inte innehålla användarnamn eller lösenord.`;
    case 'part.required':
      return $localize`:@@fault.part:Skriv värdet, eller välj varför det saknas.`;
    case 'answer.required':
      return $localize`:@@fault.answer:Svara på frågan, även om svaret är kort.`;
    case 'entry.derivation-required':
      return $localize`:@@fault.derivation:Skriv hur värdet är härlett.`;
    case 'entry.reason-required':
      return $localize`:@@fault.reason:Skriv varför värdet rättas.`;
    case 'value.not-a-number':
      return typed?.by.unit && hasOtherUnit(typed.text, typed.by) ? unitText(typed.by.unit, typed.by.language) : ruleText(code);
    default:
      return ruleText(code);
  }
}

/** What is wrong with the fields, each in words. */
export function faultTexts(faults: EntryFaults, text: EntryText, by: TypedBy) {
  const ofNumber = (field: NumberField): string | undefined => faultText(faults[field], { text: text[field], by });
  return {
    missing: faultText(faults.missing),
    link: faultText(faults.link),
    value: ofNumber('value'),
    numerator: ofNumber('numerator'),
    denominator: ofNumber('denominator'),
    margin: ofNumber('margin'),
    respondents: ofNumber('respondents'),
  };
}

/** What is wrong with parts, by their keys. */
export function partFaultTexts(faults: EntryFaults, text: EntryText, by: TypedBy): ReadonlyMap<string, string> {
  const found = Object.entries(faults).flatMap(([place, code]) => {
    const part = place.startsWith(PART) ? place.slice(PART.length) : undefined;
    const told = part === undefined ? undefined : faultText(code, { text: text.parts[part] ?? '', by });
    return part === undefined || told === undefined ? [] : [[part, told] as const];
  });
  return new Map(found);
}
const PART = partPlace('');

/** What has to be put into words and is not: why a value is corrected or comes late, or how it was derived. */
export function unsaidTexts({ reason, provenance, provenanceNote }: EntryFigure, need: ReturnType<typeof reasonNeededFor>) {
  const late = need === 'locked-period' ? $localize`:@@fault.reason-late:Skriv varför värdet kommer nu.` : undefined;
  return {
    reason: need && !reason ? (late ?? faultText('entry.reason-required')) : undefined,
    provenanceNote: faultText(provenance === 'derived' && !provenanceNote ? 'entry.derivation-required' : undefined),
  };
}

function twoReadingsText(text: string, by: TypedBy): string | undefined {
  const readings = readingsOf(text, by);
  if (!readings) return undefined;
  const [thousands, decimal] = [writtenNumber(readings.thousands, by.language), writtenNumber(readings.decimal, by.language)];
  return $localize`:@@fault.two-readings:Menar du ${thousands}:thousands: eller ${decimal}:decimal:? ”${text.trim()}:text:” kan läsas på båda sätten.`;
}

function unitText(unit: Unit, language: Language): string {
  return $localize`:@@fault.other-unit:Värdet anges i ${textIn(unit, language).text}:unit:. Räkna om talet om det behövs, och skriv det utan enhet.`;
}

function aboutText(number: string): string {
  return $localize`:@@fault.about:Skriv ${number}:number:, och välj ”uppskattat” under Hur säkert är värdet?`;
}
