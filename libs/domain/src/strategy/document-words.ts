import { wordIn, type Language, type Words } from '../language.js';

/** What the parts of a strategy are called where it is read as one document, on screen and on paper. */
export type DocumentPart =
  | 'governing-document'
  | 'contents'
  | 'decision'
  | 'purpose'
  | 'area'
  | 'goal'
  | 'measures'
  | 'roles'
  | 'actions'
  | 'version'
  | 'versions'
  | 'target'
  | 'no-target'
  | 'no-indicators'
  | 'no-roles'
  | 'unmeasured'
  | 'example'
  | 'examples'
  | 'page'
  | 'of'
  | 'indicator'
  | 'path'
  | 'action'
  | 'lead'
  | 'time'
  | 'state'
  | 'validity'
  | 'not-in-force'
  | 'swedish-parts'
  | 'swedish-only'
  | 'this-version';

const PARTS: Words<DocumentPart> = {
  'governing-document': ['Styrdokument', 'Governing document'],
  contents: ['Innehåll', 'Contents'],
  decision: ['Beslut och giltighet', 'Decision and validity'],
  purpose: ['Syfte', 'Purpose'],
  area: ['Område', 'Area'],
  goal: ['Mål', 'Goal'],
  measures: ['Så mäts målet', 'How the goal is measured'],
  roles: ['Vem gör vad', 'Who does what'],
  actions: ['Åtgärder', 'Actions'],
  version: ['Version', 'Version'],
  versions: ['Versioner', 'Versions'],
  target: ['Målvärde', 'Target'],
  'no-target': ['Följs upp utan målvärde.', 'Followed up without a target.'],
  'no-indicators': ['Ingen indikator mäter målet.', 'No indicator measures the goal.'],
  'no-roles': ['Ingen har åtagit sig något för målet.', 'Nobody has taken on anything for the goal.'],
  unmeasured: ['Målet mäts inte, och det är ett val:', 'The goal is not measured, by choice:'],
  example: ['exempel', 'example'],
  examples: ['Det som är märkt ”exempel” är påhittat för demonstrationen.', 'What is marked “example” was invented for the demonstration.'],
  page: ['Sida', 'Page'],
  of: ['av', 'of'],
  indicator: ['Indikator', 'Indicator'],
  path: ['Vägen dit', 'The way there'],
  action: ['Åtgärd', 'Action'],
  lead: ['Leds av', 'Led by'],
  time: ['Tid', 'Time'],
  state: ['Status', 'Status'],
  validity: ['Gäller', 'Valid'],
  'not-in-force': ['Den här versionen gäller inte nu:', 'This version is not in force now:'],
  'swedish-parts': ['Allt finns på svenska.', 'Parts of the strategy exist in Swedish only, and stand here in Swedish.'],
  'swedish-only': ['(på svenska)', '(in Swedish only)'],
  'this-version': ['den här versionen', 'this version'],
};

/** A heading or fixed sentence of the strategy as a document. */
export function documentWord(part: DocumentPart, language: Language): string {
  return wordIn(PARTS[part], language);
}
