import { isAllowed } from '../permission/permission.js';
import { rightsInWords } from '../permission/rights.fixtures.js';
import { ACCOUNT_ROLES } from '../strategy/actor.js';

describe('the right to a file of figures', () => {
  it('is the reviewer’s to answer for it and the administrator’s to see what it brought, for the whole municipality', () => {
    expect(rightsInWords('Filer med siffror', 'sv')).toEqual([
      'Godkänna en fil med siffror | granskare | i hela kommunen',
      'Se vilka filer som har lästs in | administratör | i hela kommunen',
    ]);
    expect(rightsInWords('Files of figures', 'en')).toEqual([
      'Approve a file of figures | reviewer | in the whole municipality',
      'See which files were read in | administrator | in the whole municipality',
    ]);
  });

  it('to answer for it is nobody else’s, whoever runs the server included', () => {
    const may = ACCOUNT_ROLES.filter((role) => isAllowed({ id: 'a', roles: [{ role }] }, 'import.approve') === 'allowed');
    expect(may).toEqual(['reviewer']);
  });
});
