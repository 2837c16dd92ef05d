import { findEach, plantedWorld, RECHAIN, type Plant } from './planted-world.fixtures.js';

/** With the triggers off, and where the plant says so the whole chain written anew: only the check of the site is left to find it. */
const PLANTS: readonly Plant[] = [
  [
    'a change of settings that was taken away',
    ['site_settings', 'audit_event'],
    `delete from site_settings where revision = 1; ${RECHAIN}`,
    /site_settings: revision 1 is missing/,
  ],
  [
    'a change of settings that nobody made',
    ['site_settings', 'audit_event'],
    `insert into site_settings (revision, accent) values (3, '#000000'); select seal('{"action":"session.open","by":null,"facts":{},"subject":"account"}')`,
    /site_settings: the audit trail does not tell of revision 3, or otherwise/,
  ],
  [
    'a logo that was exchanged, in a chain that was written anew',
    ['site_logo', 'audit_event'],
    `update site_logo set content = 'annat'; ${RECHAIN}`,
    /site_logo 1: it is not the picture that its hash says/,
  ],
];

describe('a change planted in what the site says', () => {
  const world = plantedWorld();

  it('is not there before anything is planted', async () => expect(await world.found()).toBe(''));

  findEach(world, PLANTS);
});
