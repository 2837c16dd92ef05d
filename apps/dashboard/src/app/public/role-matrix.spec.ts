import type { RoleMatrix } from '@slusen/contracts';
import { actorLoads, goalRows, ORDERS, type GoalOrder } from './role-matrix.js';

const area = { slug: 'leva', name: { sv: 'Leva' } };
const held = (goal: string, actor: string): RoleMatrix['roles'][number] => ({ goal, actor, role: 'leads', isExample: false });
const matrix: RoleMatrix = {
  goals: ['ö', 'a', 'å'].map((slug) => ({ slug, name: { sv: slug }, area, isExample: false })),
  actors: ['ks', 'by'].map((slug) => ({ slug, name: { sv: slug }, kind: 'committee', isExample: false, openActions: 0 })),
  roles: [held('a', 'ks'), held('a', 'by'), held('ö', 'ks')],
  gaps: { noLead: ['å'], onlyMunicipality: ['å', 'ö'], overloaded: [] },
};

describe('the rows of who does what', () => {
  const orders: Readonly<Record<GoalOrder, string[]>> = {
    strategi: ['ö', 'a', 'å'],
    namn: ['a', 'å', 'ö'],
    luckor: ['å', 'ö', 'a'],
    antal: ['a', 'ö', 'å'],
  };
  for (const order of ORDERS) {
    it(`stand by ${order}`, () => expect(goalRows(matrix, order).map(({ goal }) => goal.slug)).toEqual(orders[order]));
  }
  it('have a cell for every actor', () => {
    expect(goalRows(matrix, 'namn').map(({ cells }) => cells.map(({ roles }) => roles.length))).toEqual([[1, 1], [0, 0], [1, 0]]); // prettier-ignore
  });
});

describe('what each actor has on its hands', () => {
  it('is told of those that lead most first', () => {
    const taking = { ...held('å', 'by'), role: 'participates' as const };
    const loads = actorLoads({ ...matrix, roles: [...matrix.roles, taking, { ...taking, goal: 'ö' }] });
    expect(loads.map(({ actor, leads, roles }) => [actor.slug, leads, roles])).toEqual([['ks', 2, 2], ['by', 1, 3]]); // prettier-ignore
  });
});
