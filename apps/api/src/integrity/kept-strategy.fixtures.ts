import { strategyFile, type StrategyFile } from '@slusen/contracts';
import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The same words in both languages. */
export const both = (sv: string) => ({ sv, en: sv });
const indicator = {
  decimals: 0,
  direction: 'increase',
  lagDays: 10,
  graceDays: 30,
  source: { name: 'Egen räkning' },
  owner: 'gatukontoret',
} as const;

/** A small strategy as it stands in a file, before defaults are filled in. */
export const STRATEGY_FILE = {
  format: 1,
  territories: [
    { code: '0884', kind: 'municipality', name: { sv: 'Vimmerby' } },
    { code: '0884-tuna', kind: 'locality', name: { sv: 'Tuna' }, parent: '0884' },
  ],
  actors: [
    { slug: 'kommunstyrelsen', kind: 'committee', name: { sv: 'Kommunstyrelsen' } },
    { slug: 'gatukontoret', kind: 'department', name: { sv: 'Gatukontoret' }, parent: 'kommunstyrelsen' },
  ],
  strategy: { slug: 'strategi', name: both('Utvecklingsstrategi'), purpose: both('Kommunen ska växa.') },
  version: { number: 1, body: both('kommunfullmäktige'), decidedOn: '2020-11-17', paragraph: '§ 112', validFrom: '2021-01-01' },
  areas: [
    {
      slug: 'leva',
      name: both('Leva'),
      shortName: both('Leva'),
      description: both('Bostäder och boendemiljöer.'),
      goals: [
        {
          slug: 'fler-bor-har',
          name: both('Fler bor här'),
          description: both('Folkmängden ska öka.'),
          roles: [{ actor: 'kommunstyrelsen', role: 'leads' }],
          targets: [
            {
              indicator: 'folkmangd',
              kind: 'point',
              baseline: { period: '2019', value: 15647 },
              milestones: [{ period: '2025', value: 15700 }],
              final: { period: '2030', value: 15800 },
              tolerance: 50,
              decision: 'Kommunfullmäktige 2020-11-17 § 112',
            },
          ],
          indicatorsWithoutTarget: ['besok', 'i-orten'],
        },
        {
          slug: 'trivsel',
          name: both('Trivsel'),
          description: both('Människor trivs.'),
          deliberatelyNotMeasured: both('Trivsel låter sig inte räknas.'),
        },
      ],
    },
  ],
  indicators: [
    {
      slug: 'folkmangd',
      name: both('Folkmängd'),
      definition: both('Antal folkbokförda.'),
      unit: both('invånare'),
      cadence: 'year',
      aggregation: 'last',
      officialStatistics: true,
      perLocality: ['0884-tuna'],
      ...indicator,
    },
    {
      slug: 'besok',
      name: both('Besök'),
      definition: both('Antal besök.'),
      unit: { ...both('besökare'), one: both('besökare') },
      cadence: 'quarter',
      aggregation: 'sum',
      ...indicator,
    },
    {
      slug: 'i-orten',
      name: both('Folkmängd i orten'),
      definition: both('Antal folkbokförda i orten.'),
      unit: both('invånare'),
      cadence: 'year',
      aggregation: 'last',
      perLocality: ['0884-tuna'],
      breaks: [{ firstPeriod: '2023', reason: both('Orten fick en ny gräns.') }],
      ...indicator,
    },
  ],
} as const;

const HEADER = 'municipality_code,municipality,indicator,period,value,unit,source';
/** What the world begins with. */
export const FIGURES = [['2019', 15647], ['2020', 15672], ['2021', 15578], ['2022', 15557], ['2023', 15461], ['2024', 15380], ['2025', 15327]] as const; // prettier-ignore

/** The strategy with its defaults. */
export const strategy = (): StrategyFile => strategyFile.parse(STRATEGY_FILE);

/** A file of figures as a user has it, in the folder given. */
export async function figureFile(folder: string, figures: readonly (readonly [period: string, value: number])[]): Promise<string> {
  const path = join(folder, `${randomUUID()}.csv`);
  await writeFile(
    path,
    [HEADER, ...figures.map(([period, value]) => `0884,Vimmerby,folkmangd,${period},${value},invånare,SCB`), ''].join('\n'),
  );
  return path;
}
