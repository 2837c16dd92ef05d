import { LANGUAGES } from '../language.js';
import { ACCOUNT_ROLES } from '../strategy/actor.js';
import { isAllowed } from './permission.js';
import { PERMISSION_ACTIONS, POLICY } from './permission-policy.js';
import { rightsTables } from './rights-table.js';

const rowsOf = (heading: string) =>
  (rightsTables('sv').find((table) => table.heading === heading)?.rows ?? []).map(({ what, who, where, when }) =>
    [what, who, where, when].filter(Boolean).join(' | '),
  );

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
  it('say who may do what, where, and with entries in which states', () => {
    expect(rowsOf('Inmatningar')).toEqual([
      'Läsa en inmatning | rapportör | i den egna förvaltningen | påbörjad, inlämnad, skickad tillbaka eller godkänd',
      'Läsa en inmatning | granskare | i den egna förvaltningen | inlämnad, skickad tillbaka eller godkänd',
      'Skriva i en inmatning | rapportör | i den egna förvaltningen | påbörjad eller skickad tillbaka',
      'Lämna in den för granskning | rapportör | i den egna förvaltningen | påbörjad eller skickad tillbaka',
      'Ta tillbaka den | rapportör | i den egna förvaltningen | inlämnad',
      'Skicka tillbaka den | granskare | i den egna förvaltningen | inlämnad',
      'Godkänna och publicera den | granskare | i den egna förvaltningen | inlämnad',
    ]);
  });

  it('name everyone, several roles, and whoever runs the server', () => {
    expect(rowsOf('Uppföljning')).toEqual(['Se översikten över alla mål | förtroendevald, strateg och administratör | i hela kommunen']);
    expect(rowsOf('Konton').slice(0, 2)).toEqual([
      'Lägga upp och stänga konton, och ge ett konto nytt lösenord | administratör och den som driver servern | i hela kommunen',
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
