import type { StrategyDocument } from '@slusen/contracts';
import {
  ACTOR_ROLES,
  actionStateText,
  actionTimeText,
  actorRoleWord,
  documentFacts,
  documentWord,
  lowerFirst,
  textIn,
  upperFirst,
  validityText,
  versionStateWord,
  type DocumentFact,
  type DocumentPart,
  type Language,
  type Localized,
} from '@slusen/domain';
import { PRACTICE_WORDS } from '../platform/practice-words.js';

/** A text in the language that it is in. */
interface Said {
  readonly text: string;
  readonly language: Language;
}

/** Something with a name, marked where it was invented. */
interface Named {
  readonly name: Said;
  readonly isExample: boolean;
}

interface PrintedGoal extends Named {
  readonly description: readonly Said[];
  readonly unmeasured: readonly Said[];
  readonly measures: readonly (Named & { readonly target: string | null; readonly isTargetExample: boolean; readonly path: string })[];
  readonly roles: readonly { readonly word: string; readonly actors: readonly (Named & { readonly note: Said | null })[] }[];
  readonly actions: readonly {
    readonly title: Said;
    readonly isExample: boolean;
    readonly lead: Said;
    readonly time: string;
    readonly state: string;
  }[];
}

/** The strategy as the layout `strategy.typ` is given it: every text in one language, every number written out. */
export interface PrintedStrategy {
  readonly language: Language;
  readonly title: Said;
  readonly authors: readonly string[];
  /** At the head of each page but the first. */
  readonly running: string;
  /** That another version is in force, and that it is the practice copy's, where it is. */
  readonly notice: string | null;
  readonly facts: readonly DocumentFact[];
  readonly remarks: readonly string[];
  readonly words: Readonly<Partial<Record<DocumentPart | 'kind', string>>>;
  readonly purpose: readonly Said[];
  readonly areas: readonly { readonly name: Said; readonly description: readonly Said[]; readonly goals: readonly PrintedGoal[] }[];
  readonly versions: readonly { readonly name: string; readonly validity: string; readonly state: string }[];
}

type Goal = StrategyDocument['areas'][number]['goals'][number];

const WORDS: readonly DocumentPart[] = [
  ...(['contents', 'purpose', 'measures', 'roles', 'actions', 'versions', 'version', 'example', 'page', 'of'] as const),
  ...(['indicator', 'target', 'path', 'no-target', 'no-indicators', 'no-roles', 'unmeasured'] as const),
  ...(['action', 'lead', 'time', 'state', 'validity'] as const),
];

/** What is printed of a version, in the words that its page has. */
export function printedStrategy(
  document: StrategyDocument,
  { language, municipality, isPractice }: { language: Language; municipality: string | undefined; isPractice: boolean },
): PrintedStrategy {
  const { name, version, state, replacesVersion, hasExamples } = document;
  const word = (part: DocumentPart): string => documentWord(part, language);
  const title = textIn(name, language);
  const practice = isPractice ? [PRACTICE_WORDS[language]] : [];
  const standing = state === 'in-force' ? [] : [`${word('not-in-force')} ${versionStateWord(state, language)}.`];
  const notices = [...practice.map(({ sentence }) => sentence), ...standing];
  const shown = {
    purpose: passage(document.purpose, language),
    areas: document.areas.map((area) => ({
      ...{ name: textIn(area.name, language), description: passage(area.description, language) },
      goals: area.goals.map((goal) => printedGoal(goal, language)),
    })),
  };
  return {
    ...{ language, title, authors: municipality === undefined ? [] : [municipality], ...shown },
    notice: notices.length > 0 ? notices.join(' ') : null,
    running: [
      ...practice.map(({ name: mark }) => mark),
      `${title.text}, ${word('version').toLowerCase()} ${version}`,
      ...(state === 'in-force' ? [] : [versionStateWord(state, language)]),
    ].join(' – '),
    facts: documentFacts({ version: { ...document, number: version }, state, replaces: replacesVersion }, language),
    remarks: [...(hasExamples ? [word('examples')] : []), ...(isPartlySwedish(shown, language) ? [word('swedish-parts')] : [])],
    words: { ...Object.fromEntries(WORDS.map((part) => [part, word(part)])), kind: word('governing-document') },
    versions: document.versions.map((one) => versionLine(one, language)),
  };
}

/** The paragraphs of a passage. */
function passage(text: Localized, language: Language): Said[] {
  const said = textIn(text, language);
  return said.text.split(/\s*\n\s*/).map((paragraph) => ({ text: paragraph, language: said.language }));
}

function printedGoal(goal: Goal, language: Language): PrintedGoal {
  const said = (text: Localized): Said => textIn(text, language);
  const { name, description, deliberatelyNotMeasured, isExample } = goal;
  return {
    ...{ name: said(name), isExample, description: passage(description, language) },
    unmeasured: deliberatelyNotMeasured ? passage(deliberatelyNotMeasured, language) : [],
    measures: goal.indicators.map(({ name: indicator, target, ...one }) => ({
      ...{ name: said(indicator), isExample: one.isExample, isTargetExample: target?.isExample ?? false },
      ...{ target: target?.text[language] ?? null, path: target?.path[language] ?? '' },
    })),
    roles: rolesOf(goal, language),
    actions: goal.actions.map(({ title, lead, isExample: isInvented, ...action }) => ({
      ...{ title: said(title), isExample: isInvented, lead: said(lead.name) },
      ...{ state: lowerFirst(actionStateText(action, language)), time: actionTimeText(action, language) },
    })),
  };
}

/** The roles that someone has, in their order. */
function rolesOf({ roles }: Goal, language: Language): PrintedGoal['roles'] {
  return ACTOR_ROLES.map((role) => ({
    word: upperFirst(actorRoleWord(role, language)),
    actors: roles
      .filter((held) => held.role === role)
      .map(({ actor, isExample, note }) => ({ name: textIn(actor.name, language), isExample, note: note ? textIn(note, language) : null })),
  })).filter(({ actors }) => actors.length > 0);
}

function versionLine(version: StrategyDocument['versions'][number], language: Language): PrintedStrategy['versions'][number] {
  return { name: String(version.version), validity: validityText(version, language), state: versionStateWord(version.state, language) };
}

/** Whether a passage had to be left in Swedish. */
function isPartlySwedish({ purpose, areas }: Pick<PrintedStrategy, 'purpose' | 'areas'>, language: Language): boolean {
  const passages = areas.flatMap((area) => [area.description, ...area.goals.flatMap((goal) => [goal.description, goal.unmeasured])]);
  return [purpose, ...passages].flat().some((said) => said.language !== language);
}
