import { isAllowed } from '../permission/permission.js';
import { rightsInWords } from '../permission/rights.fixtures.js';
import { ACCOUNT_ROLES } from '../strategy/actor.js';

describe('the right to a file of figures', () => {
  it('is the reporter’s and the strategist’s to send it, the reviewer’s to answer for it and the administrator’s to see what it brought', () => {
    expect(rightsInWords('Filer med siffror', 'sv')).toEqual([
      'Se filer med siffror på väg in | rapportör | i den egna förvaltningen',
      'Se filer med siffror på väg in | strateg | i hela kommunen',
      'Se filer med siffror på väg in | granskare | i den egna förvaltningen',
      'Läsa in en fil med siffror | rapportör | i den egna förvaltningen',
      'Läsa in en fil med siffror | strateg | i hela kommunen',
      'Godkänna en fil med siffror | granskare | i den egna förvaltningen',
      'Svara för en fil som läses in på servern | granskare | i hela kommunen',
      'Märka en källa som officiell statistik | strateg | i hela kommunen',
      'Se vilka filer som har lästs in | administratör | i hela kommunen',
    ]);
    expect(rightsInWords('Files of figures', 'en')).toEqual([
      'See files of figures on their way | reporter | in their own department',
      'See files of figures on their way | strategist | in the whole municipality',
      'See files of figures on their way | reviewer | in their own department',
      'Read in a file of figures | reporter | in their own department',
      'Read in a file of figures | strategist | in the whole municipality',
      'Approve a file of figures | reviewer | in their own department',
      'Answer for a file that is read in on the server | reviewer | in the whole municipality',
      'Mark a source as official statistics | strategist | in the whole municipality',
      'See which files were read in | administrator | in the whole municipality',
    ]);
  });

  it('to answer for it is nobody else’s, whoever runs the server included', () => {
    const may = ACCOUNT_ROLES.filter(
      (role) => isAllowed({ id: 'a', roles: [{ role, department: 'kultur' }] }, 'import.approve') === 'allowed',
    );
    expect(may).toEqual(['reviewer']);
  });
});
