import {
  ACCOUNT_ROLES,
  accountRoleWord,
  ACTOR_KINDS,
  ACTOR_ROLES,
  actorKindHeading,
  actorKindWord,
  actorRoleWord,
  CADENCES,
  cadenceWord,
  ENTRY_STATES,
  entryStateWord,
  FULFILMENTS,
  fulfilmentWord,
  LANGUAGES,
  MISSING_KINDS,
  missingText,
  PROVENANCES,
  provenanceText,
  QUALITIES,
  qualityText,
  STATUSES,
  statusWord,
  TRENDS,
  trendWord,
  type Language,
} from '@slusen/domain';
import { globSync, readFileSync } from 'node:fs';

/** Where words live: `…-words.ts` in the domain, one file a subject. Its specs may of course say what they expect. */
const HOMES = /^libs\/domain\/src\/.*-words\.ts$|\.(spec|fixtures)\.ts$|^apps\/(api|dashboard)\/src\/(demo|testing)\//;
const SOURCES = globSync('{libs,apps}/*/src/**/*.{ts,html}')
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => !HOMES.test(file));
const MESSAGES = 'apps/dashboard/src/locale/messages.en.json';
const english = (JSON.parse(readFileSync(MESSAGES, 'utf8')) as { translations: Readonly<Record<string, string>> }).translations;

const statusWords = (language: Language): string[] => [
  ...STATUSES.flatMap((status) => [false, true].map((isFinal) => statusWord(status, isFinal, language))),
  ...FULFILMENTS.flatMap((fulfilment) => [false, true].map((isFinal) => fulfilmentWord(fulfilment, isFinal, language))),
];
const wordsIn = (language: Language): string[] => [
  ...statusWords(language),
  ...MISSING_KINDS.map((kind) => missingText(kind, language)),
  ...QUALITIES.map((quality) => qualityText(quality, language)),
  ...PROVENANCES.map((provenance) => provenanceText(provenance, language)),
  ...TRENDS.map((trend) => trendWord(trend, language)),
  ...CADENCES.map((cadence) => cadenceWord(cadence, language)),
  ...ACTOR_ROLES.map((role) => actorRoleWord(role, language)),
  ...ACCOUNT_ROLES.map((role) => accountRoleWord(role, language)),
  ...ENTRY_STATES.map((state) => entryStateWord(state, language)),
];
/** Words as they stand alone, in small letters. Kinds of actors are also what places and columns are called, and are left out. */
const OWNED = new Set(LANGUAGES.flatMap(wordsIn).map((word) => word.toLowerCase()));
/** Where an English word is also the name of its kind in code, only the Swedish word can be told to be a word. */
const CODES = new Set<string>([
  ...STATUSES,
  ...FULFILMENTS,
  ...QUALITIES,
  ...PROVENANCES,
  ...TRENDS,
  ...ACTOR_ROLES,
  ...ACCOUNT_ROLES,
  ...MISSING_KINDS,
  ...ENTRY_STATES,
]);

const withoutComments = (source: string): string => source.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');

/** What stands in a source between quotes, or in a message. */
function quotedIn(source: string): readonly string[] {
  return [...withoutComments(source).matchAll(/'((?:[^'\\\n]|\\.)*)'|`(?::@@[^:`]+:)?((?:[^`\\]|\\.)*)`/g)].map(
    ([, single, message]) => single ?? message ?? '',
  );
}

/** The texts of a source: what is quoted, or stands between tags. */
function textsOf(source: string): readonly string[] {
  const betweenTags = [...withoutComments(source).matchAll(/>\s*([^<>{}]+?)\s*</g)].map(([, text = '']) => text);
  return [...quotedIn(source), ...betweenTags];
}

describe('a word of the domain', () => {
  it('stands in its home alone, in code', () => {
    const twice = SOURCES.flatMap((file) =>
      textsOf(readFileSync(file, 'utf8'))
        .filter((text) => OWNED.has(text.toLowerCase()) && !CODES.has(text))
        .map((text) => `${file}: ${text}`),
    );
    expect(twice).toEqual([]);
  });

  it('stands in no message of its own', () => {
    // What somebody did ("godkände") is another word than what a thing then is ("godkänd"), though English writes both "approved".
    const twice = Object.entries(english).filter(([id, text]) => !id.startsWith('event.') && OWNED.has(text.toLowerCase()));
    expect(twice.map(([id, text]) => `${id}: ${text}`)).toEqual([]);
  });

  it('for a status is put into the sentences that name it', () => {
    const named = (language: Language): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])(${statusWords(language).join('|')})(?![\\p{L}])`, 'u');
    const inSwedish = SOURCES.filter((file) => file.startsWith('apps/dashboard/')).flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/\$localize`:@@([^:`]+):((?:[^`\\]|\\.)*)`/g)].filter(([, , text = '']) =>
        named('sv').test(text),
      ),
    );
    expect(inSwedish.map(([, id]) => id)).toEqual([]);
    expect(Object.keys(english).filter((id) => named('en').test(english[id] ?? ''))).toEqual([]);
  });

  it('beside a value is explained on the page about the method', () => {
    const swedish = readFileSync('apps/dashboard/src/app/public/method-page.ts', 'utf8').toLowerCase();
    const page = { sv: swedish, en: Object.values(english).join('\n').toLowerCase() };
    for (const language of LANGUAGES) {
      const words = [
        ...MISSING_KINDS.map((kind) => missingText(kind, language)),
        ...QUALITIES.map((quality) => qualityText(quality, language)),
        ...PROVENANCES.map((provenance) => provenanceText(provenance, language)),
      ];
      expect(words.filter((word) => !page[language].includes(word))).toEqual([]);
    }
  });
});

/** English that says otherwise what another word says already, or is written as a typewriter would. */
const OTHER_WORDS: readonly (readonly [pattern: RegExp, instead: string])[] = [
  [/\branges?\b/i, 'interval'],
  [/\bper ?cent\b/i, '% or percentage'],
  [/\bstates?\b/i, 'status'],
  [/\bevent log\b/i, 'audit trail'],
  [/\bforecasts?\b/i, 'projection'],
  [/\p{L}'\p{L}/u, '’'],
];

describe('English', () => {
  const otherwise = (text: string): string[] => {
    const said = text.replaceAll(/\$?\{[^}]*\}/g, '');
    return OTHER_WORDS.filter(([pattern]) => pattern.test(said)).map(([, instead]) => `${text} → ${instead}`);
  };

  it('has one word for one thing, in every message', () => {
    expect(Object.values(english).flatMap(otherwise)).toEqual([]);
  });

  it('has it in what the rules and the charts say', () => {
    const homes = globSync('libs/{domain,charts}/src/**/*.ts').filter((file) => !/\.(spec|fixtures)\.ts$/.test(file));
    // What stands without a space is a code; and a unit may be typed in every way that people write it.
    const said = homes.flatMap((file) => quotedIn(readFileSync(file, 'utf8'))).filter((text) => text.includes(' ') && text !== 'per cent');
    expect(said.length).toBeGreaterThan(1000);
    expect(said.flatMap(otherwise)).toEqual([]);
  });

  it('has it in the demonstration', () => {
    const file = readFileSync('apps/api/src/demo/vimmerby.strategy.json', 'utf8');
    expect(
      [...file.matchAll(/"en": ("(?:[^"\\]|\\.)*")/g)].map(([, text = '""']) => JSON.parse(text) as string).flatMap(otherwise),
    ).toEqual([]);
  });
});

describe('kinds of actors', () => {
  it('have a word for one and a heading for several, in each language', () => {
    for (const language of LANGUAGES) {
      for (const wordOf of [actorKindWord, actorKindHeading]) {
        expect(new Set(ACTOR_KINDS.map((kind) => wordOf(kind, language))).size).toBe(ACTOR_KINDS.length);
      }
    }
  });
});
