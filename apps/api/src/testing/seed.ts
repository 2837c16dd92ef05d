import {
  finalPeriodOf,
  baselinePeriodOf,
  parsePeriod,
  periodCode,
  periodPosition,
  type ActorKind,
  type ActorRole,
  type MissingKind,
  type Target,
  type TerritoryKind,
} from '@slusen/domain';
import type { EntityManager } from 'typeorm';
import { ActionRevisionRow } from '../cooperation/action-revision.row.js';
import { ActionRow } from '../cooperation/action.row.js';
import { IndicatorDefinitionRow } from '../indicators/indicator-definition.row.js';
import { IndicatorRow } from '../indicators/indicator.row.js';
import { PointNoteRow } from '../indicators/point-note.row.js';
import { SeriesBreakRow } from '../indicators/series-break.row.js';
import { ObservationRow } from '../observations/observation.row.js';
import { SeriesHeadRow } from '../observations/series-head.row.js';
import { ActorRow } from '../organisation/actor.row.js';
import { TerritoryRow } from '../organisation/territory.row.js';
import { AreaRow } from '../strategy/area.row.js';
import { GoalRow } from '../strategy/goal.row.js';
import { ResponsibilityRow } from '../strategy/responsibility.row.js';
import { StrategyVersionRow } from '../strategy/strategy-version.row.js';
import { StrategyRow } from '../strategy/strategy.row.js';
import { ActorRevisionRow } from '../organisation/actor-revision.row.js';
import { TerritoryRevisionRow } from '../organisation/territory-revision.row.js';
import { StrategyRevisionRow } from '../strategy/strategy-revision.row.js';
import { StrategyVersionRevisionRow } from '../strategy/strategy-version-revision.row.js';
import { AreaRevisionRow } from '../strategy/area-revision.row.js';
import { GoalRevisionRow } from '../strategy/goal-revision.row.js';
import { TargetRow } from '../targets/target.row.js';

type Figures = Readonly<Record<string, number | MissingKind>>;

/** Which series figures belong to; the municipality as a whole when no territory is named. */
export interface SeedSeries {
  readonly indicator: number;
  readonly territory?: string;
  readonly breakdown?: string;
}

/** The last act of a transaction that puts rows into history. */
export async function sealSeed(manager: EntityManager): Promise<void> {
  await manager.query(`select seal('{"action":"spec.seed","by":null,"facts":{},"subject":"spec"}')`);
}

/** Puts rows into a database of a spec, each with sensible columns unless something else is named. Returns their ids. */
export class Seed {
  constructor(
    private readonly manager: EntityManager,
    private readonly municipality = '0884',
  ) {}

  async territory(
    code: string,
    { name = code, kind = 'municipality', parent }: { name?: string; kind?: TerritoryKind; parent?: number } = {},
  ): Promise<number> {
    const id = await this.insert(TerritoryRow, { code });
    await this.revision(TerritoryRevisionRow, { territoryId: id, kind, nameSv: name, nameEn: null, parentId: parent ?? null });
    return id;
  }

  async actor(
    slug: string,
    { name = slug, kind = 'department', isExample = false }: { name?: string; kind?: ActorKind; isExample?: boolean } = {},
  ): Promise<number> {
    const id = await this.insert(ActorRow, { slug });
    await this.revision(ActorRevisionRow, { actorId: id, kind, nameSv: name, nameEn: null, parentId: null, contact: null, isExample });
    return id;
  }

  async strategyVersion(different: Partial<StrategyVersionRow & StrategyVersionRevisionRow> = {}): Promise<number> {
    const { strategyId = await this.strategy(), number = 1, ...rest } = different;
    const id = await this.insert(StrategyVersionRow, { strategyId, number });
    await this.revision(StrategyVersionRevisionRow, {
      strategyVersionId: id,
      bodySv: 'kommunfullmäktige',
      bodyEn: 'the municipal council',
      decidedOn: '2017-11-27',
      validFrom: '2018-01-01',
      validTo: null,
      isExample: false,
      ...rest,
    });
    return id;
  }

  async area(strategyVersionId: number, slug: string, position = 1): Promise<number> {
    const id = await this.insert(AreaRow, { strategyVersionId, slug });
    await this.revision(AreaRevisionRow, { areaId: id, position, nameSv: slug, shortNameSv: slug, descriptionSv: `Om ${slug}` });
    return id;
  }

  async goal(areaId: number, slug: string, different: Partial<GoalRevisionRow> = {}): Promise<number> {
    const id = await this.insert(GoalRow, { areaId, slug });
    const words = { nameSv: slug, descriptionSv: `Om ${slug}`, unmeasuredReasonSv: null };
    await this.revision(GoalRevisionRow, { position: 1, ...words, isExample: false, ...different, goalId: id });
    return id;
  }

  async role(goalId: number, actorId: number, role: ActorRole, note: string | null = null): Promise<number> {
    return this.insert(ResponsibilityRow, { goalId, actorId, role, revision: 1, isWithdrawn: false, noteSv: note });
  }

  /** Something that is done for a goal from February 2026 to the end of the year. */
  async action(slug: string, { goalId, leadId }: { goalId: number; leadId: number }): Promise<number> {
    const actionId = await this.insert(ActionRow, { slug });
    const time = { startsOn: '2026-02-01', endsOn: '2026-12-31', status: 'ongoing' } as const;
    await this.revision(ActionRevisionRow, { actionId, goalId, leadId, titleSv: slug, ...time, isExample: false });
    return actionId;
  }

  /** Measured since long before the days that specs live in, unless something else is said. */
  async indicator(
    slug: string,
    { inForceFrom = '2000-01-01', ...different }: Partial<IndicatorDefinitionRow & Pick<IndicatorRow, 'inForceFrom'>> = {},
  ): Promise<number> {
    const indicatorId = await this.insert(IndicatorRow, { slug, inForceFrom });
    await this.insert(IndicatorDefinitionRow, { ...DEFINITION, nameSv: slug, ...different, indicatorId, revision: 1 });
    return indicatorId;
  }

  async seriesBreak(indicatorId: number, firstPeriod: string, reason: string): Promise<number> {
    return this.insert(SeriesBreakRow, { indicatorId, firstPeriod, revision: 1, isWithdrawn: false, reasonSv: reason, decision: null });
  }

  /** Something to know of the municipality's figure of a period. */
  async pointNote(indicatorId: number, note: Pick<PointNoteRow, 'period' | 'textSv'>): Promise<number> {
    const { id: territoryId } = await this.manager.findOneByOrFail(TerritoryRow, { code: this.municipality });
    return this.insert(PointNoteRow, { indicatorId, territoryId, revision: 1, isWithdrawn: false, textEn: null, ...note });
  }

  /** The indicator measures the goal, against a target if there is one. */
  async target(goalId: number, indicatorId: number, target?: Target): Promise<number> {
    return this.insert(TargetRow, { goalId, indicatorId, revision: 1, ...columnsOf(target) });
  }

  /** The indicator measures the goal no more, by a decision of its own. */
  async withdrawTarget(goalId: number, indicatorId: number, why: { readonly reason: string; readonly decision: string }): Promise<number> {
    const changed = { changeReason: why.reason, changeDecision: why.decision };
    return this.insert(TargetRow, { goalId, indicatorId, revision: 2, ...columnsOf(undefined), kind: 'withdrawn', ...changed });
  }

  /** Another target in the place of the first one, by a decision of its own. */
  async changeTarget(goalId: number, indicatorId: number, { target, decision }: { target: Target; decision: string }): Promise<number> {
    const changed = { changeReason: 'Därför', changeDecision: decision };
    return this.insert(TargetRow, { goalId, indicatorId, revision: 2, ...columnsOf(target), ...changed });
  }

  /** A target as its row holds it. */
  targetColumns(target: Target): Partial<TargetRow> {
    return columnsOf(target);
  }

  /** Figures by the code of their period, oldest first; every one final, exact and public unless something else is named. */
  async figures(
    series: SeedSeries,
    figures: Figures,
    different: Partial<Omit<ObservationRow, 'series' | 'department'>> = {},
  ): Promise<void> {
    const seriesId = await this.series(series);
    const rows = Object.entries(figures).map(([code, figure]) => ({
      revision: 1,
      quality: 'final' as const,
      provenance: 'exact' as const,
      source: 'SCB',
      publishAt: new Date('2020-01-01T00:00:00Z'),
      ...different,
      seriesId,
      period: code,
      periodEnd: periodPosition(parsePeriod(code)),
      value: typeof figure === 'number' ? figure : null,
      missing: typeof figure === 'number' ? null : figure,
    }));
    await this.recorded((manager) => manager.insert(ObservationRow, rows));
  }

  /** The id of the series, made when it is not there. */
  async series({ indicator, territory = this.municipality, breakdown = '' }: SeedSeries): Promise<number> {
    const { id: territoryId } = await this.manager.findOneByOrFail(TerritoryRow, { code: territory });
    const key = { indicatorId: indicator, territoryId, breakdown };
    const head = await this.manager.findOneBy(SeriesHeadRow, key);
    return head?.id ?? this.insert(SeriesHeadRow, key);
  }

  /** In a transaction of its own, or in the caller's, who seals that one. */
  private async recorded<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    if (this.manager.queryRunner?.isTransactionActive) return work(this.manager);
    return this.manager.transaction(async (manager) => {
      const answer = await work(manager);
      await sealSeed(manager);
      return answer;
    });
  }

  private async strategy(): Promise<number> {
    const id = await this.insert(StrategyRow, { slug: 'slus' });
    await this.revision(StrategyRevisionRow, {
      strategyId: id,
      nameSv: 'SLUS',
      nameEn: null,
      purposeSv: 'Ökad samverkan',
      purposeEn: null,
    });
    return id;
  }

  /** The first of what a thing says. */
  private async revision<Row extends { revision: number }>(row: new () => Row, columns: Partial<Row>): Promise<void> {
    await this.recorded((manager) => manager.insert(row, { ...columns, revision: 1 } as never));
  }

  private async insert<Row extends { id: number }>(row: new () => Row, columns: Partial<Row>): Promise<number> {
    const { identifiers } = await this.recorded((manager) => manager.insert(row, columns as never));
    return Number(identifiers[0]?.['id']);
  }
}

const DEFINITION = {
  definitionSv: 'Antal folkbokförda den 31 december',
  unitSv: 'invånare',
  unitEn: 'inhabitants',
  decimals: 0,
  direction: 'increase',
  cadence: 'year',
  reporting: 'period',
  aggregation: 'last',
  lagDays: 0,
  graceDays: 30,
  min: null,
  max: null,
  mayRepeat: false,
  officialStatistics: false,
  sourceName: 'SCB',
  sourceUrl: null,
  ownerId: null,
  irregularYears: [],
  balance: null,
  perLocality: [],
  isExample: false,
} satisfies Partial<IndicatorDefinitionRow>;

function columnsOf(target: Target | undefined): Partial<TargetRow> {
  if (!target) return { kind: 'none', measure: 'value', path: 'linear', milestones: [], isExample: false };
  const { kind, measure, tolerance, decision, isExample } = target;
  const common = { kind, measure, tolerance, decision, isExample, milestones: [], path: 'linear' as const };
  const ends = { baselinePeriod: periodCode(baselinePeriodOf(target)), finalPeriod: periodCode(finalPeriodOf(target)) };
  if (target.kind === 'band') return { ...common, ...ends, low: target.low, high: target.high };
  const milestones = target.milestones.map(({ period, value }) => ({ period: periodCode(period), value }));
  return { ...common, ...ends, path: target.path, milestones, baselineValue: target.baseline.value, finalValue: target.final.value };
}
