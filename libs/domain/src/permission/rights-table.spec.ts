import { LANGUAGES } from '../language.js';
import { ACCOUNT_ROLES } from '../strategy/actor.js';
import { isAllowed } from './permission.js';
import { PERMISSION_ACTIONS, POLICY } from './permission-policy.js';
import { rightsTables } from './rights-table.js';
import { rightsInWords } from './rights.fixtures.js';

describe('the policy', () => {
  it('has someone who may do each thing, and nobody whom a rule does not name', () => {
    for (const action of PERMISSION_ACTIONS) {
      const rules = POLICY.flatMap((rights) => rights.rules).filter(({ actions }) => actions.includes(action));
      expect(rules.length).withContext(action).toBeGreaterThan(0);
      for (const role of ACCOUNT_ROLES) {
        const isNamed = rules.some(({ roles }) => roles === 'everyone' || roles.includes(role));
        expect(isAllowed({ id: 'a', roles: [{ role, department: 'kultur' }] }, action))
          .withContext(`${role} ${action}`)
          .toBe(isNamed ? 'allowed' : 'forbidden');
      }
    }
  });

  it('names an action in one feature only', () => {
    expect(PERMISSION_ACTIONS.length).toBe(new Set(PERMISSION_ACTIONS).size);
  });
});

describe('rightsTables', () => {
  it('say in which states, those of the rule itself or those that the workflow allows', () => {
    expect(rightsInWords('Inmatningar', 'sv').slice(1, 4)).toEqual([
      'Läsa en inmatning | granskare | i den egna förvaltningen | inlämnad, skickad tillbaka eller godkänd',
      'Skriva i en inmatning | rapportör | i den egna förvaltningen | påbörjad eller skickad tillbaka',
      'Lämna in den för granskning | rapportör | i den egna förvaltningen | påbörjad eller skickad tillbaka',
    ]);
    expect(rightsInWords('Entries', 'en')[4]).toBe('Withdraw it | reporter | in their own department | submitted');
  });

  it('name everyone, several roles, and whoever runs the server', () => {
    expect(rightsInWords('Uppföljning', 'sv')).toEqual([
      'Se översikten över alla mål | förtroendevald, strateg och administratör | i hela kommunen',
    ]);
    expect(rightsInWords('Konton', 'sv').slice(0, 3)).toEqual([
      'Bjuda in personer, ge och ta bort behörigheter, stänga konton och ordna nya lösenord | administratör och den som driver servern | i hela kommunen',
      'Ge system nycklar, och spärra dem | administratör och den som driver servern | i hela kommunen',
      'Se sitt eget konto | alla som har ett konto | det egna kontot',
    ]);
  });

  it('hold every action of the policy, in both languages', () => {
    for (const language of LANGUAGES) {
      const tables = rightsTables(language);
      expect(new Set(tables.flatMap(({ rows }) => rows.map(({ what }) => what))).size).toBe(PERMISSION_ACTIONS.length);
      expect(tables.flatMap(({ rows }) => rows).filter(({ what, who, where }) => !what || !who || !where)).toEqual([]);
    }
  });
});
