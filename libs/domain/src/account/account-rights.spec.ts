import { rightsInWords } from '../permission/rights.fixtures.js';

describe('the rights about accounts', () => {
  it('are the administrator’s, and everyone’s about their own', () => {
    expect(rightsInWords('Konton', 'sv')).toEqual([
      'Bjuda in personer, ge och ta bort behörigheter, stänga konton och ordna nya lösenord | administratör och den som driver servern | i hela kommunen',
      'Ge system nycklar, och spärra dem | administratör och den som driver servern | i hela kommunen',
      'Se sitt eget konto | alla som har ett konto | det egna kontot',
      'Byta sitt eget lösenord | alla som har ett konto | det egna kontot',
      'Slå på och stänga av tvåstegsverifiering för sitt eget konto | alla som har ett konto | det egna kontot',
      'Säga när man är borta, och vem av kollegerna som är ersättare | alla som har ett konto | det egna kontot',
      'Logga ut, här eller överallt | alla som har ett konto | det egna kontot',
    ]);
    expect(rightsInWords('Accounts', 'en')).toEqual([
      'Invite people, give and remove roles, close accounts and arrange new passwords | administrator and whoever runs the server | in the whole municipality',
      'Give business systems keys, and revoke them | administrator and whoever runs the server | in the whole municipality',
      'See one’s own account | everyone who has an account | their own account',
      'Change one’s own password | everyone who has an account | their own account',
      'Turn two-step verification of one’s own account on and off | everyone who has an account | their own account',
      'Say when one is away, and which colleague stands in | everyone who has an account | their own account',
      'Sign out, here or everywhere | everyone who has an account | their own account',
    ]);
  });
});
