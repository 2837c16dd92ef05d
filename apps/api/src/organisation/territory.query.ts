import { Injectable } from '@nestjs/common';
import { DomainError, type Localized, type TerritoryKind } from '@slusen/domain';
import { asKnown, type AsOf } from '../platform/as-of.js';
import { columns, type LineOf } from '../platform/columns-of.js';
import { localizedOf } from '../platform/localized-of.js';
import { statement, Statements } from '../platform/statements.js';
import { TerritoryRevisionRow } from './territory-revision.row.js';
import { TerritoryRow } from './territory.row.js';

/** What a value is about: the municipality, one of its localities, another municipality, the country. */
export interface Territory {
  readonly code: string;
  readonly kind: TerritoryKind;
  readonly name: Localized;
}

const CODE = columns(TerritoryRow, 't', 'code');
const WORDS = columns(TerritoryRevisionRow, 't', 'kind', 'nameSv', 'nameEn');
type Line = LineOf<typeof CODE> & LineOf<typeof WORDS>;

const BY_CODES = statement({
  name: 'territory.by-codes',
  text: `select ${CODE}, ${WORDS} from ${asKnown('territory', '$2')} t where code = any($1) order by name_sv collate "sv-x-icu", code`,
});

const OWN = statement({
  name: 'territory.own',
  text: `select ${CODE}, ${WORDS} from ${asKnown('territory', '$1')} t where kind in ('municipality', 'locality') order by name_sv collate "sv-x-icu", code`,
});

/** Reads territories. */
@Injectable()
export class TerritoryQuery {
  constructor(private readonly statements: Statements) {}

  /** Those of the codes that exist, in the order of the Swedish alphabet. */
  async byCodes(codes: readonly string[], { known }: AsOf): Promise<Territory[]> {
    if (codes.length === 0) return [];
    return (await this.statements.rows<Line>(BY_CODES, [codes, known])).map(territoryOf);
  }

  /** The municipality and its localities, in the order of the Swedish alphabet. */
  async own({ known }: AsOf): Promise<Territory[]> {
    return (await this.statements.rows<Line>(OWN, [known])).map(territoryOf);
  }

  /** Throws `territory.not-found`. */
  async byCode(code: string, asOf: AsOf): Promise<Territory> {
    const [found] = await this.byCodes([code], asOf);
    if (!found) throw new DomainError('territory.not-found', { territory: code });
    return found;
  }
}

function territoryOf({ code, kind, name_sv, name_en }: Line): Territory {
  return { code, kind, name: localizedOf(name_sv, name_en) };
}
