import { type AccountRole } from '@slusen/domain';
import { aTarget } from '@slusen/testing';
import { hash } from '@node-rs/argon2';
import { DataSource, type EntityManager } from 'typeorm';
import { dataSourceOptions, migrate } from '../data-source.js';
import { AccountRoleRow } from '../identity/account-role.row.js';
import { AccountRow } from '../identity/account.row.js';
import { ActorRow } from '../organisation/actor.row.js';
import { sealSeed, Seed } from './seed.js';
import { seedSmallWorld } from './small-world.js';

/** What everyone in the office signs in with. */
export const PASSWORD = 'ett långt lösenord';

/** Two departments of the small world; only the first has someone who both reports and reviews. */
const DEVELOPMENT = 'utvecklingsavdelningen';
const CULTURE = 'kultur';

/** Who works there: one of every role, and a second one where four eyes or two hands are needed. */
export const PEOPLE = {
  reporter: { role: 'reporter', department: DEVELOPMENT },
  colleague: { role: 'reporter', department: DEVELOPMENT },
  reviewer: { role: 'reviewer', department: DEVELOPMENT },
  second: { role: 'reviewer', department: DEVELOPMENT },
  both: { role: 'reporter', department: DEVELOPMENT, also: 'reviewer' },
  neighbour: { role: 'reporter', department: CULTURE },
  critic: { role: 'reviewer', department: CULTURE },
  politician: { role: 'politician' },
  strategist: { role: 'strategist' },
  partner: { role: 'partner' },
  administrator: { role: 'administrator' },
  nobody: {},
} as const satisfies Record<string, { role?: AccountRole; department?: string; also?: AccountRole }>;
export type Person = keyof typeof PEOPLE;

const VISITS = {
  '2022-Q1': 31,
  '2022-Q2': 44,
  '2022-Q3': 25,
  '2022-Q4': 47,
  '2023-Q1': 33,
  '2023-Q2': 46,
  '2023-Q3': 27,
  '2023-Q4': 50,
  '2024-Q1': 36,
  '2024-Q2': 49,
};

/** Migrates a database and fills it with the small world and the office; handed to `testDatabase`, so it runs once. */
export async function migrateOffice(ownerUrl: string): Promise<void> {
  await migrate(ownerUrl);
  const owner = await new DataSource(dataSourceOptions({ url: ownerUrl, poolSize: 1 })).initialize();
  try {
    await owner.transaction(seedOffice);
  } finally {
    await owner.destroy();
  }
}

/** Figures that people enter by the quarter: `foretagsbesok` (measures a goal) of one department, `biblioteksbesok` of the other; `moten-i-orten` by the locality. */
async function seedOffice(manager: EntityManager): Promise<void> {
  const seed = new Seed(manager);
  const world = await seedSmallWorld(seed);
  const development = (await manager.findOneByOrFail(ActorRow, { slug: DEVELOPMENT })).id;
  const culture = await seed.actor(CULTURE, { name: 'Kultur' });
  const byQuarter = {
    cadence: 'quarter',
    aggregation: 'sum',
    mayRepeat: true,
    lagDays: 15,
    unitSv: 'besök',
    unitEn: 'visits',
    sourceName: 'Egen räkning',
  } as const;
  const visits = await seed.indicator('foretagsbesok', { ...byQuarter, nameSv: 'Företagsbesök', ownerId: development, min: 0, max: 1000 });
  const library = await seed.indicator('biblioteksbesok', { ...byQuarter, nameSv: 'Biblioteksbesök', ownerId: culture });
  const meetings = await seed.indicator('moten-i-orten', {
    cadence: 'year',
    nameSv: 'Möten i orten',
    ownerId: development,
    perLocality: ['0884-frodinge', '0884-djursdala'],
  });
  await seed.figures({ indicator: meetings, territory: '0884-frodinge' }, { 2024: 3 });
  await seed.figures({ indicator: visits }, VISITS, { source: 'Egen räkning' });
  await seed.figures({ indicator: library }, { '2024-Q1': 9000 });
  await seed.target(world.moreInhabitants, visits, aTarget({ '2023-Q4': 50, '2027-Q4': 80 }, { tolerance: 2 }));
  await seed.action('besok-hos-foretag', { goalId: world.moreGuests, leadId: development });
  const passwordHash = await hash(PASSWORD, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  const departments: Record<string, number> = { [DEVELOPMENT]: development, [CULTURE]: culture };
  for (const [username, facts] of Object.entries(PEOPLE)) await hire(manager, { username, passwordHash, departments, ...facts });
  await sealSeed(manager);
}

interface Hired {
  readonly username: string;
  readonly passwordHash: string;
  readonly departments: Readonly<Record<string, number>>;
  readonly role?: AccountRole;
  readonly also?: AccountRole;
  readonly department?: string;
}

async function hire(manager: EntityManager, { username, passwordHash, departments, role, also, department }: Hired): Promise<void> {
  // The demonstration's administrators need no second factor: every spec would have to have a telephone.
  const isDemonstration = role === 'administrator';
  const { identifiers } = await manager.insert(AccountRow, { username, name: username, passwordHash, isDemonstration });
  const accountId = String(identifiers[0]?.['id']);
  for (const held of [role, also]) {
    if (held)
      await manager.insert(AccountRoleRow, { accountId, role: held, departmentId: department ? (departments[department] ?? null) : null });
  }
}
