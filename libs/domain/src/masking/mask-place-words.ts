import { wordIn, type Language, type Words } from '../language.js';

/** What holds texts and figures that can be hidden, by the name of its table. */
const HOLDERS = {
  observation: ['siffra', 'figure'],
  indicator_definition: ['indikator', 'indicator'],
  point_note: ['anmärkning till ett värde', 'note on a value'],
  series_break: ['brott i serien', 'break in the series'],
  target: ['målvärde', 'target'],
  responsibility: ['ansvar', 'responsibility'],
  goal_revision: ['mål', 'goal'],
  area_revision: ['område', 'area'],
  strategy_revision: ['strategi', 'strategy'],
  strategy_version_revision: ['version av strategin', 'version of the strategy'],
  actor_revision: ['aktör', 'actor'],
  reorganisation: ['omorganisation', 'reorganisation'],
  action_revision: ['åtgärd', 'action'],
  entry: ['inmatning', 'entry'],
  entry_event: ['steg i en inmatning', 'step of an entry'],
} as const satisfies Words<string>;

/** What of it, by the name of its column without the language. */
const FIELDS = {
  answers: ['svar på frågorna om värdet', 'answers to the questions about the value'],
  body: ['vem som beslutade', 'who decided'],
  change_decision: ['beslut om ändringen', 'decision on the change'],
  change_reason: ['skäl till ändringen', 'reason for the change'],
  comment: ['kommentar', 'comment'],
  contact: ['kontakt', 'contact'],
  context_note: ['att tänka på', 'to keep in mind'],
  decided_on_text: ['när det beslutades', 'when it was decided'],
  decision: ['beslut', 'decision'],
  definition: ['definition', 'definition'],
  description: ['beskrivning', 'description'],
  dnr: ['diarienummer', 'registration number'],
  document_owner: ['vem som svarar för dokumentet', 'who answers for the document'],
  end_reason: ['varför den upphör', 'why it ends'],
  link: ['länk', 'link'],
  name: ['namn', 'name'],
  note: ['anmärkning', 'note'],
  paragraph: ['paragraf', 'section'],
  provenance_note: ['hur värdet kom till', 'how the value came about'],
  purpose: ['syfte', 'purpose'],
  reason: ['skäl', 'reason'],
  replaces: ['vad som ersätts', 'what it replaces'],
  returned_reason: ['varför den skickades tillbaka', 'why it was sent back'],
  short_name: ['kort namn', 'short name'],
  source: ['källa', 'source'],
  source_name: ['källans namn', 'name of the source'],
  source_note: ['underlag', 'basis'],
  source_url: ['källans adress', 'address of the source'],
  text: ['text', 'text'],
  title: ['rubrik', 'title'],
  unit: ['enhet', 'unit'],
  unit_one: ['enhet i ental', 'unit in the singular'],
  unmeasured_reason: ['varför målet inte mäts', 'why the goal is not measured'],
  value: ['värde', 'value'],
} as const satisfies Words<string>;

const isKey = <T extends object>(words: T, key: string): key is Extract<keyof T, string> => Object.hasOwn(words, key);

/** What kind of place it is, in words: "mål, namn på engelska"; undefined of one that is not known. */
export function maskPlaceText(
  { table, field }: { readonly table: string; readonly field: string },
  language: Language,
): string | undefined {
  const bare = field.replace(/_(sv|en)$/, '');
  if (!isKey(HOLDERS, table) || !isKey(FIELDS, bare)) return undefined;
  const told = `${wordIn(HOLDERS[table], language)}, ${wordIn(FIELDS[bare], language)}`;
  return field.endsWith('_en') ? `${told} ${wordIn(['på engelska', 'in English'], language)}` : told;
}
