import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { IndicatorQuery } from '../indicators/indicator.query.js';
import type { Indicator } from '../indicators/indicator.js';
import { Publications, type Publication } from '../observations/publications.js';
import type { AsOf } from '../platform/as-of.js';
import { KeptUntilPublication } from '../observations/kept-until-publication.js';

/**
 * Keeps the definitions of all indicators in memory, since every step of an entry needs one and they change a few times a year. A published
 * figure changes none of them. Ask before a transaction begins: within one nothing is kept.
 */
@Injectable()
export class IndicatorMemory implements OnModuleDestroy {
  private readonly kept: KeptUntilPublication<ReadonlyMap<string, Indicator>>;

  constructor(
    private readonly indicators: IndicatorQuery,
    publications: Publications,
  ) {
    this.kept = new KeptUntilPublication(publications, isOfFigures);
  }

  onModuleDestroy(): void {
    this.kept.close();
  }

  /** Every indicator by its name in addresses, in the order of the Swedish alphabet. */
  bySlug(asOf: AsOf): Promise<ReadonlyMap<string, Indicator>> {
    return this.kept.of(asOf, async () => new Map((await this.indicators.all(asOf)).map((indicator) => [indicator.slug, indicator])));
  }

  /** Throws `indicator.not-found`. */
  async one(slug: string, asOf: AsOf): Promise<Indicator> {
    return (await this.bySlug(asOf)).get(slug) ?? this.indicators.bySlug(slug, asOf);
  }
}

/** Whether only figures were published, and of indicators that are known: a file of figures may bring new ones. */
function isOfFigures(indicators: ReadonlyMap<string, Indicator>, publication: Publication): boolean {
  return typeof publication !== 'string' && publication.indicators.every((slug) => indicators.has(slug));
}
