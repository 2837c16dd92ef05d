import { accountRoleWord } from '../account/account-role-words.js';
import { enumerated, wordIn, type InEveryLanguage, type Language, type Words } from '../language.js';
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
  return enumerated(byOperator ? [...holders, OPERATOR[language]] : holders, language);
}

function statesText(
  { subject }: FeatureRights,
  { states }: PolicyRule,
  { action, language }: { action: string; language: Language },
): string {
  if (!subject || !states) return '';
  const allowing = states === 'workflow' ? subject.statesAllowing(action) : states;
  return enumerated(
    allowing.map((state) => subject.states[state]?.[language] ?? state),
    language,
    'or',
  );
}
