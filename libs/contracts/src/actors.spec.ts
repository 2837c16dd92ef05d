import { ACTOR_KINDS, ACTOR_ROLES } from '@slusen/domain';
import { actorList, actorView } from './actors.js';
import { faultsOf, specContract } from './contract.fixtures.js';
import { BOARD, GOAL } from './examples.fixtures.js';

const ROLE = { goal: GOAL, role: 'leads', note: { sv: 'med bolagen', en: 'with the companies' }, isExample: false };
const ACTOR = {
  slug: 'gatukontoret',
  name: { sv: 'Gatukontoret', en: 'Street department' },
  kind: 'department',
  isExample: false,
  parent: BOARD,
  contact: '0492-76 90 00',
  roles: [ROLE],
};

describe('an actor', () => {
  specContract(actorView, ACTOR, {
    unknown: 'stripped',
    optional: ['contact', 'name.en', 'parent', 'parent.name.en', 'roles.*.goal.name.en', 'roles.*.note', 'roles.*.note.en'],
  });

  it('is of one of the kinds and has one of the roles that the domain knows', () => {
    for (const kind of ACTOR_KINDS) expect(faultsOf(actorView, { ...ACTOR, kind })).toEqual([]);
    for (const role of ACTOR_ROLES) expect(faultsOf(actorView, { ...ACTOR, roles: [{ ...ROLE, role }] })).toEqual([]);
    expect(faultsOf(actorView, { ...ACTOR, kind: 'party' })).toEqual(['kind: invalid_value']);
    expect(faultsOf(actorView, { ...ACTOR, roles: [{ ...ROLE, role: 'pays' }] })).toEqual(['roles.0.role: invalid_value']);
  });

  it('may do nothing yet', () => expect(faultsOf(actorView, { ...ACTOR, roles: [] })).toEqual([]));

  it('has an address that can be linked to', () => {
    for (const slug of ['Gatukontoret', 'gatu kontoret', 'gatu--kontoret', '-gatu', 'gatukontoret/', 'förvaltning', ''])
      expect(faultsOf(actorView, { ...ACTOR, slug })).toEqual(['slug: slug.malformed']);
  });
});

describe('the actors', () => {
  it('are a list, however short', () => {
    expect(actorList.parse({ items: [ACTOR] }) as unknown).toEqual({ items: [ACTOR] });
    expect(faultsOf(actorList, { items: [] })).toEqual([]);
    expect(faultsOf(actorList, [ACTOR])).toEqual([': invalid_type']);
  });
});
