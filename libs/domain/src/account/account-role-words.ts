import { type Language, type Words } from '../language.js';
import { type AccountRole } from '../strategy/actor.js';

const ROLES: Words<AccountRole> = {
  sv: {
    reporter: 'rapportör',
    reviewer: 'granskare',
    politician: 'förtroendevald',
    strategist: 'strateg',
    partner: 'samverkanspart',
    administrator: 'administratör',
  },
  en: {
    reporter: 'reporter',
    reviewer: 'reviewer',
    politician: 'elected representative',
    strategist: 'strategist',
    partner: 'partner',
    administrator: 'administrator',
  },
};

/** What someone with a role is called: "rapportör". */
export function accountRoleWord(role: AccountRole, language: Language): string {
  return ROLES[language][role];
}
