import { IsNull, LessThanOrEqual, MoreThanOrEqual, type Repository } from 'typeorm';
import type { AsOf } from '../platform/as-of.js';
import { latest } from '../platform/revisions.js';
import type { StrategyVersionRevisionRow } from './strategy-version-revision.row.js';

/** The version in force, with its number: of those that are valid on the day the latest; undefined when there is none. */
export async function versionInForce(
  versions: Repository<StrategyVersionRevisionRow>,
  asOf: AsOf,
): Promise<StrategyVersionRevisionRow | undefined> {
  const begun = { revision: latest(versions, asOf), validFrom: LessThanOrEqual(asOf.today) };
  const [version] = await versions.find({
    where: [
      { ...begun, validTo: IsNull() },
      { ...begun, validTo: MoreThanOrEqual(asOf.today) },
    ],
    relations: { strategyVersion: true },
    order: { validFrom: 'DESC', strategyVersion: { number: 'DESC', id: 'DESC' } },
  });
  return version;
}
