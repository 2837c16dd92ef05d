import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { DomainError, parsePeriod, type Unit } from '@slusen/domain';
import { In, type FindOptionsWhere, type Repository } from 'typeorm';
import { ActorQuery, type NamedActor } from '../organisation/actor.query.js';
import type { AsOf } from '../platform/as-of.js';
import { related } from '../platform/columns.js';
import { localizedOf } from '../platform/localized-of.js';
import { latest } from '../platform/revisions.js';
import { inSwedishOrder } from '../platform/swedish-order.js';
import { IndicatorDefinitionRow } from './indicator-definition.row.js';
import { SeriesBreakRow } from './series-break.row.js';
import type { Indicator } from './indicator.js';

/** A definition with what it is read beside. */
interface Defined {
  readonly row: IndicatorDefinitionRow;
  readonly owner: NamedActor | undefined;
  readonly breaks: readonly SeriesBreakRow[];
}

/** Reads indicators in their definition in force. */
@Injectable()
export class IndicatorQuery {
  constructor(
    @InjectRepository(IndicatorDefinitionRow) private readonly definitions: Repository<IndicatorDefinitionRow>,
    @InjectRepository(SeriesBreakRow) private readonly breaks: Repository<SeriesBreakRow>,
    private readonly actors: ActorQuery,
  ) {}

  /** Throws `indicator.not-found`. */
  async bySlug(slug: string, asOf: AsOf): Promise<Indicator> {
    const [indicator] = await this.defined({ indicator: { slug } }, asOf);
    if (!indicator) throw new DomainError('indicator.not-found', { indicator: slug });
    return indicator;
  }

  async byIds(ids: readonly number[], asOf: AsOf): Promise<Map<number, Indicator>> {
    const indicators = await this.defined({ indicatorId: In([...ids]) }, asOf);
    return new Map(indicators.map((indicator) => [indicator.id, indicator]));
  }

  /** Every indicator, by Swedish name. */
  async all(asOf: AsOf): Promise<Indicator[]> {
    return inSwedishOrder(await this.defined({}, asOf), ({ name }) => name.sv);
  }

  private async defined(which: FindOptionsWhere<IndicatorDefinitionRow>, asOf: AsOf): Promise<Indicator[]> {
    const rows = await this.definitions.find({
      where: { ...which, revision: latest(this.definitions, asOf) },
      relations: { indicator: true },
      order: { indicatorId: 'ASC' },
    });
    const ids = rows.map(({ indicatorId }) => indicatorId);
    const [breaks, owners] = await Promise.all([
      this.breaks.find({
        where: { indicatorId: In(ids), isWithdrawn: false, revision: latest(this.breaks, asOf) },
        order: { firstPeriod: 'ASC' },
      }),
      this.actors.byIds(
        rows.flatMap(({ ownerId }) => ownerId ?? []),
        asOf,
      ),
    ]);
    return rows.map((row) =>
      indicatorOf({
        row,
        owner: owners.get(row.ownerId ?? 0),
        breaks: breaks.filter(({ indicatorId }) => indicatorId === row.indicatorId),
      }),
    );
  }
}

function indicatorOf({ row, owner, breaks }: Defined): Indicator {
  return {
    id: row.indicatorId,
    slug: related(row.indicator).slug,
    name: localizedOf(row.nameSv, row.nameEn),
    definition: localizedOf(row.definitionSv, row.definitionEn),
    unit: unitOf(row),
    rules: rulesOf(row, breaks),
    source: row.sourceUrl ? { name: row.sourceName, url: row.sourceUrl } : { name: row.sourceName },
    owner: owner && { id: owner.id, slug: owner.slug, name: owner.name },
    perLocality: row.perLocality,
    isExample: row.isExample,
    contextNote: row.contextNoteSv ? localizedOf(row.contextNoteSv, row.contextNoteEn) : undefined,
    balance: row.balance ?? undefined,
  };
}

function unitOf({ unitSv, unitEn, unitOneSv, unitOneEn }: IndicatorDefinitionRow): Unit {
  const unit = localizedOf(unitSv, unitEn);
  return unitOneSv ? { ...unit, one: localizedOf(unitOneSv, unitOneEn) } : unit;
}

function rulesOf(row: IndicatorDefinitionRow, breaks: readonly SeriesBreakRow[]): Indicator['rules'] {
  const { direction, cadence, reporting, aggregation, decimals, lagDays, graceDays, mayRepeat, officialStatistics, irregularYears } = row;
  return {
    ...{ direction, cadence, reporting, aggregation, decimals, lagDays, graceDays, mayRepeat, officialStatistics, irregularYears },
    ...(row.min === null ? {} : { min: row.min }),
    ...(row.max === null ? {} : { max: row.max }),
    breaks: breaks.map(({ firstPeriod, reasonSv, reasonEn, decision }) => ({
      firstPeriod: parsePeriod(firstPeriod),
      reason: localizedOf(reasonSv, reasonEn),
      ...(decision ? { decision } : {}),
    })),
  };
}
