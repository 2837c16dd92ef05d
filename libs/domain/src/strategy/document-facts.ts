import { textIn, wordIn, type Language, type Localized, type Words } from '../language.js';
import { dateLabel } from '../time/period-label.js';
import { type VersionContent } from './strategy-content.js';
import { type VersionState } from './version-state.js';

/** What a governing document says of itself at its head. */
type FactName = 'state' | 'body' | 'decided-on' | 'paragraph' | 'dnr' | 'validity' | 'version' | 'replaces' | 'owner';

const NAMES: Words<FactName> = {
  state: ['Status', 'Status'],
  body: ['Beslutad av', 'Decided by'],
  'decided-on': ['Beslutsdatum', 'Date of decision'],
  paragraph: ['Paragraf', 'Paragraph'],
  dnr: ['Diarienummer', 'Reference number'],
  validity: ['Gäller', 'Valid'],
  version: ['Version', 'Version'],
  replaces: ['Ersätter', 'Replaces'],
  owner: ['Dokumentansvarig', 'Document owner'],
};

const STATES: Words<VersionState> = {
  coming: ['antagen, gäller inte än', 'adopted, not in force yet'],
  'in-force': ['gällande', 'in force'],
  superseded: ['ersatt av en senare version', 'superseded by a later version'],
  ended: ['har upphört att gälla', 'no longer in force'],
};

/** One line of the head of a governing document; the language is that of the text, which may exist in Swedish only. */
export interface DocumentFact {
  readonly name: string;
  readonly text: string;
  readonly language: Language;
}

type Decision = Pick<
  VersionContent,
  'body' | 'decidedOn' | 'decidedOnText' | 'paragraph' | 'dnr' | 'validFrom' | 'validTo' | 'number' | 'documentOwner' | 'replaces'
>;

/** How an adopted version stands, in words: "gällande". */
export function versionStateWord(state: VersionState, language: Language): string {
  return wordIn(STATES[state], language);
}

/** From when to when a version holds: "från 1 januari 2026 till och med 31 december 2030", "från 1 januari 2026, tills vidare". */
export function validityText({ validFrom, validTo }: Pick<VersionContent, 'validFrom' | 'validTo'>, language: Language): string {
  const from = dateLabel(validFrom, language);
  const to = validTo && dateLabel(validTo, language);
  if (language === 'sv') return to ? `från ${from} till och med ${to}` : `från ${from}, tills vidare`;
  return to ? `from ${from} to ${to}` : `from ${from} until further notice`;
}

/** The day of a decision, or what is known of it; undefined when nothing is. */
export function decidedText({ decidedOn, decidedOnText }: Pick<VersionContent, 'decidedOn' | 'decidedOnText'>): Localized | undefined {
  return decidedOn ? { sv: dateLabel(decidedOn, 'sv'), en: dateLabel(decidedOn, 'en') } : decidedOnText;
}

/** The head of a governing document, line by line; what is not known has no line. */
export function documentFacts(
  { version, state, replaces }: { readonly version: Decision; readonly state: VersionState; readonly replaces: number | undefined },
  language: Language,
): DocumentFact[] {
  const own = (text: string): Localized => ({ sv: text, en: text });
  const replaced = replaces === undefined ? undefined : own(`${wordIn(NAMES.version, language).toLowerCase()} ${replaces}`);
  const lines: readonly (readonly [FactName, Localized | undefined])[] = [
    ['state', own(versionStateWord(state, language))],
    ['body', version.body],
    ['decided-on', decidedText(version)],
    ['paragraph', version.paragraph === undefined ? undefined : own(version.paragraph)],
    ['dnr', version.dnr === undefined ? undefined : own(version.dnr)],
    ['validity', own(validityText(version, language))],
    ['version', own(String(version.number))],
    ['replaces', version.replaces ?? replaced],
    ['owner', version.documentOwner],
  ];
  return lines.flatMap(([name, text]) => (text ? [{ name: wordIn(NAMES[name], language), ...textIn(text, language) }] : []));
}
