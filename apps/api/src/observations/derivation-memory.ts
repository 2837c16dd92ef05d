import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Indicator, IndicatorFormula } from '../indicators/indicator.js';
import { IndicatorQuery } from '../indicators/indicator.query.js';
import type { AsOf } from '../platform/as-of.js';
import { KeptUntilPublication } from './kept-until-publication.js';
import { Publications } from './publications.js';

/** An indicator whose figures are computed. */
export type DerivedIndicator = Indicator & { readonly formula: IndicatorFormula };

/** Keeps in memory which indicators are derived and from what, since every series without figures asks, and hardly any is. */
@Injectable()
export class DerivationMemory implements OnModuleDestroy {
  private readonly kept: KeptUntilPublication<readonly DerivedIndicator[]>;

  constructor(
    private readonly indicators: IndicatorQuery,
    publications: Publications,
  ) {
    // A figure that is published changes no formula.
    this.kept = new KeptUntilPublication(publications, (_, publication) => typeof publication !== 'string');
  }

  onModuleDestroy(): void {
    this.kept.close();
  }

  /** Every derived indicator as it was defined at the moment. */
  all(asOf: AsOf): Promise<readonly DerivedIndicator[]> {
    return this.kept.of(asOf, async () => (await this.indicators.derived(asOf)).filter(isDerived));
  }
}

const isDerived = (indicator: Indicator): indicator is DerivedIndicator => indicator.formula !== undefined;
