import { Injectable } from '@nestjs/common';
import { IndicatorQuery } from '../indicators/indicator.query.js';
import { asKnown, type AsOf } from '../platform/as-of.js';
import { statement, Statements } from '../platform/statements.js';
import type { Register } from './figure-row.js';
import type { KnownArea } from './row-area.js';
import type { ImportOrder } from './import-order.js';
import type { KnownIndicator } from './row-indicator.js';
import { folded } from './spelling.js';

const TERRITORIES = statement({
  name: 'import.territories',
  text: `select id, code, name_sv as name, kind from ${asKnown('territory', '$1')} t`,
});

/** What an import is read against. */
@Injectable()
export class ImportRegister {
  constructor(
    private readonly indicators: IndicatorQuery,
    private readonly statements: Statements,
  ) {}

  async read({ mayCreate, round, areaKind }: Pick<ImportOrder, 'mayCreate' | 'round' | 'areaKind'>, asOf: AsOf): Promise<Register> {
    const indicators = new Map<string, KnownIndicator[]>();
    for (const { id, slug, name, unit, rules, formula } of await this.indicators.all(asOf)) {
      const hasLimits = !rules.officialStatistics && (rules.min !== undefined || rules.max !== undefined);
      const limits = hasLimits ? { min: rules.min, max: rules.max } : undefined;
      const { cadence, irregularYears, decimals, breaks, lagDays, endsAfter } = rules;
      const computedFrom = formula?.parts.map((part) => part.name.sv);
      const measured = { cadence, irregularYears, decimals, breaks, lagDays, endsAfter };
      const known = { id, slug, name: name.sv, unit: unit.sv, ...measured, limits, computedFrom };
      for (const key of new Set([slug, name.sv])) indicators.set(key, [...(indicators.get(key) ?? []), known]);
    }
    const spellings = new Map([...indicators].map(([name, [one]]) => [folded(name), one?.name ?? name]));
    const areas = await this.statements.rows<KnownArea & { code: string }>(TERRITORIES, [asOf.known]);
    const territories = new Map(areas.map(({ code, ...area }) => [code, area]));
    return { indicators, spellings, territories, areaKind, mayCreate, round, today: asOf.today };
  }
}
