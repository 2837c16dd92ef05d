import { aTarget } from '@slusen/testing';
import type { Seed } from './seed.js';

/** The day that the specs of the small world live in, at nine in Stockholm. */
export const NOW = '2026-11-23T08:00:00.000Z';

/** Ids of what is in the small world. */
export interface SmallWorld {
  readonly population: number;
  readonly nights: number;
  readonly moreInhabitants: number;
  readonly moreGuests: number;
  readonly unmeasured: number;
  /** A goal of the earlier version, which the one in force does not have. */
  readonly superseded: number;
}

const MONTHS = Array.from({ length: 12 }, (_, index) => `M${String(index + 1).padStart(2, '0')}`);
/** More than a third of the year in July, as in Vimmerby. */
const SEASON = [1, 1, 1, 2, 4, 9, 36, 20, 5, 2, 1, 1].map((share) => share * 1000);

/** Two areas, three goals (one left unmeasured), a yearly and a seasonal indicator, and an earlier strategy version. */
export async function seedSmallWorld(seed: Seed): Promise<SmallWorld> {
  const municipality = await seed.territory('0884', { name: 'Vimmerby' });
  await seed.territory('0884-frodinge', { name: 'Frödinge', kind: 'locality', parent: municipality });
  await seed.territory('0884-djursdala', { name: 'Djursdala', kind: 'locality', parent: municipality });
  const department = await seed.actor('utvecklingsavdelningen', { name: 'Utvecklingsavdelningen' });
  const group = await seed.actor('argus', { name: 'Årets grupp', kind: 'local-development-group', isExample: true });
  const goals = await seedStrategy(seed);
  await seed.role(goals.moreInhabitants, group, 'participates');
  await seed.role(goals.moreInhabitants, department, 'leads');
  await seed.role(goals.moreGuests, department, 'leads');
  const population = await seedPopulation(seed, department);
  const nights = await seedNights(seed);
  await seed.target(goals.moreInhabitants, population, aTarget({ 2020: 15672, 2030: 15800 }, { tolerance: 50 }));
  await seed.target(goals.superseded, population, aTarget({ 2020: 15672, 2025: 16000 }));
  await seed.target(
    goals.moreGuests,
    nights,
    aTarget({ '2025-M07': 80000, '2027-M12': 86000 }, { measure: 'rolling-12-months', isExample: true }),
  );
  return { population, nights, ...goals };
}

async function seedStrategy(seed: Seed) {
  const earlier = await seed.strategyVersion({ validTo: '2025-12-31' });
  const superseded = await seed.goal(await seed.area(earlier, 'leva'), 'gammalt-mal');
  const version = await seed.strategyVersion({ strategyId: 1, number: 2, validFrom: '2026-01-01', paragraph: '§ 12', dnr: 'KS 2025/100' });
  const business = await seed.area(version, 'verka', 2);
  const living = await seed.area(version, 'leva', 1);
  return {
    superseded,
    moreInhabitants: await seed.goal(living, 'fler-invanare', { position: 1 }),
    unmeasured: await seed.goal(living, 'gemenskap', { position: 2, unmeasuredReasonSv: 'Det som räknas går inte att räkna.' }),
    moreGuests: await seed.goal(business, 'fler-gaster', { isExample: true }),
  };
}

async function seedPopulation(seed: Seed, ownerId: number): Promise<number> {
  const population = await seed.indicator('folkmangd', {
    nameSv: 'Folkmängd 31 december',
    nameEn: 'Population 31 December',
    lagDays: 50,
    ownerId,
    perLocality: ['0884-frodinge', '0884-djursdala'],
  });
  await seed.figures(
    { indicator: population },
    { 2019: 15647, 2020: 15672, 2021: 15578, 2022: 15557, 2023: 15461, 2024: 15384, 2025: 15327 },
  );
  await seed.figures({ indicator: population, territory: '0884-frodinge' }, { 2019: 296, 2020: 302 });
  await seed.figures({ indicator: population, territory: '0884-djursdala' }, { 2020: 'not-applicable' });
  return population;
}

async function seedNights(seed: Seed): Promise<number> {
  const nights = await seed.indicator('gastnatter', {
    nameSv: 'Gästnätter',
    unitSv: 'gästnätter',
    unitEn: 'guest nights',
    cadence: 'month',
    aggregation: 'sum',
    lagDays: 30,
    isExample: true,
  });
  // Two years to July 2026: the value for August is late, and not by so much that July is too old.
  const all = [2024, 2025, 2026].flatMap((year) =>
    MONTHS.map((month, index) => [`${year}-${month}`, (SEASON[index] ?? 0) + (year === 2026 ? 300 : 0)] as const),
  );
  const codes = all.slice(7, 31);
  await seed.figures({ indicator: nights }, Object.fromEntries(codes), { provenance: 'example' });
  return nights;
}
