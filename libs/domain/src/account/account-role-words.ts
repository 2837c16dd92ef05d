import { wordIn, type Language, type Words } from '../language.js';
import { type AccountRole } from '../strategy/actor.js';

const ROLES: Words<AccountRole> = {
  reporter: ['rapportör', 'reporter'],
  reviewer: ['granskare', 'reviewer'],
  politician: ['förtroendevald', 'elected representative'],
  strategist: ['strateg', 'strategist'],
  partner: ['samverkanspart', 'partner'],
  administrator: ['administratör', 'administrator'],
};

/** What someone with a role is called: "rapportör". */
export function accountRoleWord(role: AccountRole, language: Language): string {
  return wordIn(ROLES[role], language);
}
