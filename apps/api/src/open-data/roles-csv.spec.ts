import type { RoleMatrix } from '@slusen/contracts';
import { rolesCsv } from './roles-csv.js';

const area = { slug: 'leva', name: { sv: 'Leva' } };
const matrix: RoleMatrix = {
  goals: [
    { slug: 'bo', name: { sv: 'Fler bor här, år från år' }, area, isExample: false },
    { slug: 'ingen', name: { sv: '=1+1' }, area, isExample: true },
  ],
  actors: [{ slug: 'ks', name: { sv: 'Kommunstyrelsen' }, kind: 'committee', isExample: false, openActions: 0 }],
  roles: [
    { goal: 'bo', actor: 'ks', role: 'leads', isExample: false },
    { goal: 'bo', actor: 'ks', role: 'finances', isExample: true },
  ],
  gaps: { noLead: ['ingen'], onlyMunicipality: ['bo'], overloaded: [] },
};

describe('the file of who does what', () => {
  it('has a line for each role and for each goal without one, and no formulas', () => {
    expect(rolesCsv(matrix, 'CC0-1.0').split('\r\n')).toEqual([
      'area,goal,goal_name,actor,actor_name,actor_kind,role,is_example,licence',
      'Leva,bo,"Fler bor här, år från år",ks,Kommunstyrelsen,Politiskt organ,leder,false,CC0-1.0',
      'Leva,bo,"Fler bor här, år från år",ks,Kommunstyrelsen,Politiskt organ,finansierar,true,CC0-1.0',
      "Leva,ingen,'=1+1,,,,,true,CC0-1.0",
      '',
    ]);
  });
});
