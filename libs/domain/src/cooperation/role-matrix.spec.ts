import { inOrderOfKind, isMunicipal, roleGaps, type HeldRole, type MatrixActor } from './role-matrix.js';
import { ACTOR_KINDS } from '../strategy/actor.js';

const ACTORS: readonly MatrixActor[] = [
  { slug: 'ks', kind: 'committee', openActions: 0 },
  { slug: 'bolaget', kind: 'municipal-company', openActions: 0 },
  { slug: 'byalaget', kind: 'local-development-group', openActions: 0 },
];
const held = (goal: string, actor: string, role: HeldRole['role']): HeldRole => ({ goal, actor, role });
const NONE = { noLead: [], onlyMunicipality: [], overloaded: [] };

describe('the gaps in who does what', () => {
  const cases: [what: string, roles: HeldRole[], gaps: Partial<ReturnType<typeof roleGaps>>][] = [
    ['none where one leads and others outside the municipality take part', [held('bo', 'ks', 'leads'), held('bo', 'byalaget', 'delivers')], {}],
    ['no lead where nobody has any role', [], { noLead: ['bo'] }],
    ['no lead where others only take part', [held('bo', 'byalaget', 'participates')], { noLead: ['bo'] }],
    ['only the municipality with its companies', [held('bo', 'ks', 'leads'), held('bo', 'bolaget', 'finances')], { onlyMunicipality: ['bo'] }],
    ['only the municipality though others are informed', [held('bo', 'ks', 'leads'), held('bo', 'byalaget', 'is-informed')], { onlyMunicipality: ['bo'] }],
    ['both at once', [held('bo', 'ks', 'participates')], { noLead: ['bo'], onlyMunicipality: ['bo'] }],
    ['none where someone outside leads alone', [held('bo', 'byalaget', 'leads')], {}],
  ]; // prettier-ignore
  for (const [what, roles, gaps] of cases)
    it(`are ${what}`, () => expect(roleGaps(['bo'], ACTORS, { roles, acts: [] })).toEqual({ ...NONE, ...gaps }));

  it('are none where someone outside the municipality takes part in an action, though without a role in the goal', () => {
    const roles = [held('bo', 'ks', 'leads')];
    const onlyMunicipality = (kind: MatrixActor['kind']) =>
      roleGaps(['bo'], ACTORS, { roles, acts: [{ goal: 'bo', kind }] }).onlyMunicipality;
    expect([onlyMunicipality('local-development-group'), onlyMunicipality('municipal-company')]).toEqual([[], ['bo']]);
  });

  const goals = ['a', 'b', 'c', 'd', 'e'];
  const leading = (count: number): HeldRole[] => goals.slice(0, count).flatMap((goal) => [held(goal, 'ks', 'leads'), held(goal, 'byalaget', 'participates')]); // prettier-ignore
  it('are too much for one that leads more than four goals', () => {
    expect(roleGaps(goals.slice(0, 4), ACTORS, { roles: leading(4), acts: [] }).overloaded).toEqual([]);
    expect(roleGaps(goals, ACTORS, { roles: leading(5), acts: [] }).overloaded).toEqual(['ks']);
  });
  it('are too much for one that leads more than ten actions', () => {
    const busy = (openActions: number) => [{ slug: 'ks', kind: 'committee', openActions } as const];
    expect([10, 11].map((count) => roleGaps([], busy(count), { roles: [], acts: [] }).overloaded)).toEqual([[], ['ks']]);
  });
});

describe('actors of a matrix', () => {
  it('are the municipality as committees, departments and companies', () => {
    expect(ACTOR_KINDS.filter(isMunicipal)).toEqual(['committee', 'department', 'municipal-company']);
  });
  it('stand by kind, and within it as they came', () => {
    const actors = ['byalaget', 'b', 'a'].map((slug) => ({ slug, kind: slug === 'byalaget' ? 'residents' : 'committee' }) as const);
    expect(inOrderOfKind(actors).map(({ slug }) => slug)).toEqual(['b', 'a', 'byalaget']);
  });
});
