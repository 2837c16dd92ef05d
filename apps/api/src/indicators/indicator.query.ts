import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { DomainError } from '@slusen/domain';
import { In, IsNull, Not, type FindOptionsWhere, type Repository } from 'typeorm';
import { ActorQuery } from '../organisation/actor.query.js';
import type { AsOf } from '../platform/as-of.js';
import { latest } from '../platform/revisions.js';
import { statement, Statements } from '../platform/statements.js';
import { inSwedishOrder } from '../platform/swedish-order.js';
import { IndicatorDefinitionRow } from './indicator-definition.row.js';
import { definedBy, wholeIndicator, type DefinedIndicator } from './indicator-of.js';
import type { Indicator } from './indicator.js';
import { SeriesBreakRow } from './series-break.row.js';

/** Since when each indicator is measured: by a decision, else since it was recorded. */
const SINCE = statement({
  name: 'indicator.since',
  text: `
    select i.id, coalesce(i.in_force_from, (r.at at time zone 'Europe/Stockholm')::date)::text as since
      from indicator i left join record r on r.id = i.record_id where i.id = any($1)`,
});

type Which = FindOptionsWhere<IndicatorDefinitionRow>;

/** Reads indicators in their definition in force. */
@Injectable()
export class IndicatorQuery {
  constructor(
    @InjectRepository(IndicatorDefinitionRow) private readonly definitions: Repository<IndicatorDefinitionRow>,
    @InjectRepository(SeriesBreakRow) private readonly breaks: Repository<SeriesBreakRow>,
    private readonly actors: ActorQuery,
    private readonly statements: Statements,
  ) {}

  /** Throws `indicator.not-found`. */
  async bySlug(slug: string, asOf: AsOf): Promise<Indicator> {
    const [indicator] = await this.whole({ indicator: { slug } }, asOf);
    if (!indicator) throw new DomainError('indicator.not-found', { indicator: slug });
    return indicator;
  }

  async byIds(ids: readonly number[], asOf: AsOf): Promise<Map<number, Indicator>> {
    const indicators = await this.whole({ indicatorId: In([...ids]) }, asOf);
    return new Map(indicators.map((indicator) => [indicator.id, indicator]));
  }

  /** Every indicator, by Swedish name. */
  async all(asOf: AsOf): Promise<Indicator[]> {
    return inSwedishOrder(await this.whole({}, asOf), ({ name }) => name.sv);
  }

  /** Those whose figures are computed from others'. */
  derived(asOf: AsOf): Promise<Indicator[]> {
    return this.whole({ formula: Not(IsNull()) }, asOf);
  }

  /** With what they are computed from and replaced by, which only a few are. */
  private async whole(which: Which, asOf: AsOf): Promise<Indicator[]> {
    const own = await this.defined(which, asOf);
    const named = own.flatMap(({ formula, replacedBy }) => [...(formula?.parts ?? []), ...(replacedBy === undefined ? [] : [replacedBy])]);
    if (named.length === 0) return own.map((one) => one.indicator);
    const others = await this.reached(named, asOf);
    return own.map((one) => wholeIndicator(one, others));
  }

  /** The named indicators, and all that they are computed from, each once. */
  private async reached(
    slugs: readonly string[],
    asOf: AsOf,
    known: ReadonlyMap<string, DefinedIndicator> = new Map(),
  ): Promise<ReadonlyMap<string, DefinedIndicator>> {
    const next = [...new Set(slugs)].filter((slug) => !known.has(slug));
    if (next.length === 0) return known;
    const found = await this.defined({ indicator: { slug: In(next) } }, asOf);
    const all = new Map([...known, ...found.map((one) => [one.indicator.slug, one] as const)]);
    return this.reached(
      found.flatMap(({ formula }) => formula?.parts ?? []),
      asOf,
      all,
    );
  }

  private async defined(which: Which, asOf: AsOf): Promise<DefinedIndicator[]> {
    const rows = await this.definitions.find({
      where: { ...which, revision: latest(this.definitions, asOf) },
      relations: { indicator: true },
      order: { indicatorId: 'ASC' },
    });
    if (rows.length === 0) return [];
    const ids = rows.map(({ indicatorId }) => indicatorId);
    const [breaks, owners, since] = await Promise.all([
      this.breaks.find({
        where: { indicatorId: In(ids), isWithdrawn: false, revision: latest(this.breaks, asOf) },
        order: { firstPeriod: 'ASC' },
      }),
      this.actors.byIds(
        rows.flatMap(({ ownerId }) => ownerId ?? []),
        asOf,
      ),
      this.statements.rows<{ id: number; since: string | null }>(SINCE, [ids]),
    ]);
    const sinceOf = new Map(since.map((line) => [line.id, line.since ?? undefined]));
    return rows.map((row) =>
      definedBy({
        row,
        since: sinceOf.get(row.indicatorId),
        owner: owners.get(row.ownerId ?? 0),
        breaks: breaks.filter(({ indicatorId }) => indicatorId === row.indicatorId),
      }),
    );
  }
}
