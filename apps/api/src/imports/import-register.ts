import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Account } from '../identity/account.js';
import { IndicatorQuery } from '../indicators/indicator.query.js';
import { asKnown, type AsOf } from '../platform/as-of.js';
import { Statements } from '../platform/statements.js';
import { CreateMissing } from './create-missing.js';
import type { Register } from './figure-row.js';
import type { KnownIndicator } from './row-indicator.js';
import type { Seen } from './seen.js';

const TERRITORIES = { name: 'import.territories', text: `select code, name_sv as name from ${asKnown('territory')} t` };

/** What an import is read against, and what it makes where it may. */
@Injectable()
export class ImportRegister {
  constructor(
    private readonly indicators: IndicatorQuery,
    private readonly missing: CreateMissing,
    private readonly statements: Statements,
  ) {}

  async read(mayCreate: boolean, asOf: AsOf): Promise<Register> {
    const indicators = new Map<string, KnownIndicator[]>();
    for (const { slug, name, unit, rules } of await this.indicators.all(asOf)) {
      const limits = rules.officialStatistics ? undefined : { min: rules.min, max: rules.max };
      const known = { slug, unit: unit.sv, cadence: rules.cadence, irregularYears: rules.irregularYears, limits };
      for (const key of new Set([slug, name.sv])) indicators.set(key, [...(indicators.get(key) ?? []), known]);
    }
    const territories = new Map(
      (await this.statements.rows<{ code: string; name: string }>(TERRITORIES)).map(({ code, name }) => [code, name]),
    );
    return { indicators, territories, mayCreate, today: asOf.today };
  }

  /** Makes the indicators and areas of the file that are not there, in the name of who answers for it; returns the new indicators' slugs. */
  createMissing(manager: EntityManager, by: Account, file: { readonly seen: Seen; readonly source: string }): Promise<string[]> {
    return this.missing.create(manager, by, file);
  }

  /**
   * Gives the staged rows their series, making heads where a series has its first figure, and locks them in one order.
   * Says whether every row has one: rows of indicators and areas that are not there yet do not.
   */
  async resolveSeries(manager: EntityManager): Promise<boolean> {
    await manager.query(`
      insert into series_head (indicator_id, territory_id, breakdown)
      select distinct i.id, t.id, s.breakdown from staged s join indicator i on i.slug = s.indicator join territory t on t.code = s.territory
       where s.series_id is null order by 1, 2, 3
      on conflict do nothing`);
    await manager.query(`
      update staged s set series_id = h.id from series_head h join indicator i on i.id = h.indicator_id join territory t on t.id = h.territory_id
       where s.series_id is null and i.slug = s.indicator and t.code = s.territory and h.breakdown = s.breakdown`);
    await manager.query('select 1 from series_head where id in (select series_id from staged) order by id for update');
    const rest = await manager.query<unknown[]>('select 1 from staged where series_id is null limit 1');
    return rest.length === 0;
  }
}
