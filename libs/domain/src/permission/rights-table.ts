import { accountRoleWord } from '../account/account-role-words.js';
import { wordIn, type InEveryLanguage, type Language, type Words } from '../language.js';
import { type FeatureRights, type PermissionScope, type PolicyRule } from './feature-rights.js';
import { POLICY } from './permission-policy.js';

/** One right, in words. */
export interface RightsRow {
  readonly what: string;
  readonly who: string;
  readonly where: string;
  /** In which states of the subject; empty where it has none. */
  readonly when: string;
}

/** The rights of one feature, in words, as the public page about rights shows them. */
export interface RightsTable {
  readonly heading: string;
  readonly rows: readonly RightsRow[];
}

const SCOPES: Words<PermissionScope> = {
  'own-department': ['i den egna förvaltningen', 'in their own department'],
  all: ['i hela kommunen', 'in the whole municipality'],
  self: ['det egna kontot', 'their own account'],
};
const EVERYONE: InEveryLanguage = { sv: 'alla som har ett konto', en: 'everyone who has an account' };
const OPERATOR: InEveryLanguage = { sv: 'den som driver servern', en: 'whoever runs the server' };
const AND: InEveryLanguage = { sv: ' och ', en: ' and ' };
const OR: InEveryLanguage = { sv: ' eller ', en: ' or ' };

/** The whole policy in words, a table a feature and a row a right; made from the very rules that decide. */
export function rightsTables(language: Language): readonly RightsTable[] {
  return POLICY.map((rights) => ({ heading: rights.heading[language], rows: rowsOf(rights, language) }));
}

function rowsOf(rights: FeatureRights, language: Language): RightsRow[] {
  return Object.entries(rights.actions).flatMap(([action, words]) =>
    rights.rules
      .filter((rule) => rule.actions.includes(action))
      .map((rule) => ({
        what: words[language],
        who: holdersText(rule, language),
        where: wordIn(SCOPES[rule.scope], language),
        when: statesText(rights, rule, { action, language }),
      })),
  );
}

function holdersText({ roles, byOperator }: PolicyRule, language: Language): string {
  const holders = roles === 'everyone' ? [EVERYONE[language]] : roles.map((role) => accountRoleWord(role, language));
  return listed(byOperator ? [...holders, OPERATOR[language]] : holders, AND[language]);
}

function statesText(
  { subject }: FeatureRights,
  { states }: PolicyRule,
  { action, language }: { action: string; language: Language },
): string {
  if (!subject || !states) return '';
  const allowing = states === 'workflow' ? subject.statesAllowing(action) : states;
  return listed(
    allowing.map((state) => subject.states[state]?.[language] ?? state),
    OR[language],
  );
}

/** "förtroendevald, strateg och administratör". */
function listed(words: readonly string[], last: string): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')}${last}${words.at(-1) ?? ''}`;
}
