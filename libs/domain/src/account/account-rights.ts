import { featureRights } from '../permission/feature-rights.js';

/** Who may do what with accounts. Administrators approve nothing; that needs the reviewer's role beside theirs. */
export const ACCOUNT_RIGHTS = featureRights({
  heading: { sv: 'Konton', en: 'Accounts' },
  actions: {
    'account.manage': {
      sv: 'Bjuda in personer, ge och ta bort behörigheter, stänga konton och ordna nya lösenord',
      en: 'Invite people, give and remove roles, close accounts and arrange new passwords',
    },
    'account.manage-machines': {
      sv: 'Ge system nycklar, och spärra dem',
      en: 'Give business systems keys, and revoke them',
    },
    'account.read-own': { sv: 'Se sitt eget konto', en: 'See one’s own account' },
    'account.change-own-password': { sv: 'Byta sitt eget lösenord', en: 'Change one’s own password' },
    'account.tend-second-factor': {
      sv: 'Slå på och stänga av tvåstegsverifiering för sitt eget konto',
      en: 'Turn two-step verification of one’s own account on and off',
    },
    'deputy.name-own': {
      sv: 'Säga när man är borta, och vem av kollegerna som är ersättare',
      en: 'Say when one is away, and which colleague stands in',
    },
    'account.end-own-sessions': { sv: 'Logga ut, här eller överallt', en: 'Sign out, here or everywhere' },
  },
  rules: [
    { roles: ['administrator'], actions: ['account.manage', 'account.manage-machines'], scope: 'all', byOperator: true },
    {
      roles: 'everyone',
      actions: [
        'account.read-own',
        'account.change-own-password',
        'account.tend-second-factor',
        'deputy.name-own',
        'account.end-own-sessions',
      ],
      scope: 'self',
    },
  ],
});
