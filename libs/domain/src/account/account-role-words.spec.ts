import { ACCOUNT_ROLES } from '../strategy/actor.js';
import { accountRoleWord } from './account-role-words.js';

describe('what someone with a role is called', () => {
  const words: [role: (typeof ACCOUNT_ROLES)[number], sv: string, en: string][] = [
    ['reporter', 'rapportör', 'reporter'],
    ['reviewer', 'granskare', 'reviewer'],
    ['politician', 'förtroendevald', 'elected representative'],
    ['strategist', 'strateg', 'strategist'],
    ['partner', 'samverkanspart', 'partner'],
    ['administrator', 'administratör', 'administrator'],
  ];
  for (const [role, sv, en] of words) {
    it(`is ${sv}, in English ${en}`, () => expect([accountRoleWord(role, 'sv'), accountRoleWord(role, 'en')]).toEqual([sv, en]));
  }

  it('is said of every role there is', () => expect(words.map(([role]) => role)).toEqual([...ACCOUNT_ROLES]));
});
