import { Injectable } from '@nestjs/common';
import type { SeriesPoint } from '@slusen/contracts';
import type { AsOf } from '../platform/as-of.js';
import { declareRead } from '../platform/read-tags.js';
import { DerivationMemory, type DerivedIndicator } from './derivation-memory.js';
import { derivedPoints } from './derived-points.js';
import { EVERY_PERIOD, RecordedSeriesQuery, type SeriesKey } from './recorded-series.query.js';

type Place = Omit<SeriesKey, 'indicatorId'>;
type Series<Key> = Map<Key, SeriesPoint[]>;

/**
 * The one public reading of series: the current public revision of every period, oldest first, as it was recorded, or computed from the same
 * reading of its parts where nothing is recorded and the indicator is derived.
 */
@Injectable()
export class SeriesQuery {
  constructor(
    private readonly recorded: RecordedSeriesQuery,
    private readonly derivations: DerivationMemory,
  ) {}

  async points(key: SeriesKey, asOf: AsOf): Promise<SeriesPoint[]> {
    const points = await this.recorded.points(key, asOf);
    if (points.length > 0) return points;
    const derived = await this.derivedOne(({ id }) => id === key.indicatorId, asOf);
    return derived ? this.computed(derived, key, asOf) : [];
  }

  /** The same with the indicator's name in addresses; empty too when there is no such indicator. */
  async named(slug: string, place: Place, asOf: AsOf): Promise<SeriesPoint[]> {
    const points = await this.recorded.named(slug, place, asOf);
    if (points.length > 0) return points;
    const derived = await this.derivedOne((one) => one.slug === slug, asOf);
    return derived ? this.computed(derived, place, asOf) : [];
  }

  /** The whole territory's series of several indicators at once. */
  async ofIndicators(indicatorIds: readonly number[], territory: string, asOf: AsOf): Promise<Series<number>> {
    return this.withDerived(await this.recorded.ofIndicators(indicatorIds, territory, asOf), { ids: indicatorIds, territory }, asOf);
  }

  /**
   * The ends of series only: what lies at most so many months before the latest real value of a period that ended by the position, each
   * indicator with its own number of months; and all that is later. What is computed comes whole, since its parts may end apart.
   */
  async ends(
    months: ReadonlyMap<number, number>,
    where: { readonly territory: string; readonly until: number },
    asOf: AsOf,
  ): Promise<Series<number>> {
    const { territory } = where;
    return this.withDerived(await this.recorded.ends(months, where, asOf), { ids: [...months.keys()], territory }, asOf);
  }

  /** The series of the territory's parts (a municipality's localities), by their code. */
  async ofParts(indicatorId: number, territory: string, asOf: AsOf): Promise<Series<string>> {
    return this.elsewhere(indicatorId, (id) => this.recorded.ofParts(id, territory, asOf), asOf);
  }

  /** The series of other municipalities and the country, to compare with, by their code; of each the latest so many periods. */
  async ofOthers({ indicatorId, territory }: SeriesKey, asOf: AsOf, periods = EVERY_PERIOD): Promise<Series<string>> {
    return this.elsewhere(indicatorId, (id) => this.recorded.ofOthers({ indicatorId: id, territory }, asOf, periods), asOf);
  }

  private async computed(derived: DerivedIndicator, place: Place, asOf: AsOf): Promise<SeriesPoint[]> {
    const { parts } = derived.formula;
    declareParts([derived]);
    return derivedPoints(derived, await Promise.all(parts.map(({ id }) => this.points({ ...place, indicatorId: id }, asOf))));
  }

  private async withDerived(
    found: Series<number>,
    { ids, territory }: { readonly ids: readonly number[]; readonly territory: string },
    asOf: AsOf,
  ): Promise<Series<number>> {
    const bare = ids.filter((id) => !found.has(id));
    const wanted = bare.length === 0 ? [] : (await this.derivations.all(asOf)).filter(({ id }) => bare.includes(id));
    if (wanted.length === 0) return found;
    declareParts(wanted);
    const parts = await this.ofIndicators(
      [...new Set(wanted.flatMap(({ formula }) => formula.parts.map(({ id }) => id)))],
      territory,
      asOf,
    );
    for (const derived of wanted) {
      const points = derivedPoints(
        derived,
        derived.formula.parts.map(({ id }) => parts.get(id) ?? []),
      );
      if (points.length > 0) found.set(derived.id, points);
    }
    return found;
  }

  /** Series of other places, each computed where every part has one. */
  private async elsewhere(indicatorId: number, read: (id: number) => Promise<Series<string>>, asOf: AsOf): Promise<Series<string>> {
    const found = await read(indicatorId);
    if (found.size > 0) return found;
    const derived = await this.derivedOne(({ id }) => id === indicatorId, asOf);
    if (!derived) return found;
    const [first = new Map<string, SeriesPoint[]>(), ...others] = await Promise.all(
      derived.formula.parts.map(({ id }) => this.elsewhere(id, read, asOf)),
    );
    const made = [...first].map(
      ([code, points]) => [code, derivedPoints(derived, [points, ...others.map((part) => part.get(code) ?? [])])] as const,
    );
    return new Map(made.filter(([, points]) => points.length > 0));
  }

  private async derivedOne(isWanted: (one: DerivedIndicator) => boolean, asOf: AsOf): Promise<DerivedIndicator | undefined> {
    return (await this.derivations.all(asOf)).find(isWanted);
  }
}

/** What is computed changes with each of its parts. */
function declareParts(derived: readonly DerivedIndicator[]): void {
  declareRead(...derived.flatMap(({ formula }) => formula.parts.map(({ slug }) => `indicator:${slug}` as const)));
}
