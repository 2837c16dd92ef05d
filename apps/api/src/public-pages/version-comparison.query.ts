import { Injectable } from '@nestjs/common';
import type { ComparedVersions, VersionComparisonView } from '@slusen/contracts';
import { DomainError, versionPlaces, type VersionContent, type VersionPlace } from '@slusen/domain';
import type { AsOf } from '../platform/as-of.js';
import { declareRead } from '../platform/read-tags.js';
import { StrategyQuery } from '../strategy/strategy.query.js';
import { ComparedVersionQuery } from './compared-version.query.js';
import { comparisonView, type ReadVersion } from './comparison-view.js';

/** Two adopted versions side by side. */
@Injectable()
export class VersionComparisonQuery {
  constructor(
    private readonly strategies: StrategyQuery,
    private readonly versions: ComparedVersionQuery,
  ) {}

  /** Throws `version.not-found`, and `strategy.not-found` where none is in force and none is named. */
  async run({ from, to }: Pick<ComparedVersions, 'from' | 'to'>, asOf: AsOf): Promise<VersionComparisonView> {
    declareRead('strategy');
    const places = versionPlaces(await this.strategies.versionsAdopted(asOf), asOf.today);
    const current = places.find(({ state }) => state === 'in-force');
    const later = to ?? current?.version.number;
    if (later === undefined) throw new DomainError('strategy.not-found', { today: asOf.today });
    const earlier = from ?? places.find(({ version }) => version.number === later)?.replaces?.number ?? later;
    const [first, second] = [placeOf(earlier, places), placeOf(later, places)];
    const [before, after] = await Promise.all([this.versions.read(first, asOf), this.versions.read(second, asOf)]);
    return comparisonView(before, after, numbersOf(places));
  }

  /** A version that is not adopted beside one that is: the one of the number, else the one in force; where none is, everything is new. */
  async beside(draft: ReadVersion, number: number | undefined, asOf: AsOf): Promise<VersionComparisonView> {
    const places = versionPlaces(await this.strategies.versionsAdopted(asOf), asOf.today);
    const wanted = number ?? places.find(({ state }) => state === 'in-force')?.version.number;
    const before = wanted === undefined ? NOTHING : await this.versions.read(placeOf(wanted, places), asOf);
    return comparisonView(before, draft, numbersOf(places));
  }
}

type Places = readonly VersionPlace<VersionContent>[];

const numbersOf = (places: Places): number[] => places.map(({ version }) => version.number);

function placeOf(number: number, places: Places): Places[number] {
  const place = places.find(({ version }) => version.number === number);
  if (!place) throw new DomainError('version.not-found', { version: number });
  return place;
}

const NOTHING: ReadVersion = {
  side: {},
  says: { name: { sv: '' }, purpose: { sv: '' }, areas: [] },
  actors: new Map(),
  indicators: new Map(),
  changesOf: () => [],
};
