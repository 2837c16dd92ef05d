import { Injectable } from '@nestjs/common';
import type { MaskFinding, MaskFindings, MaskingList, MaskSearch } from '@slusen/contracts';
import type { MaskReason } from '@slusen/domain';
import type { Account } from '../identity/account.js';
import { Permissions } from '../identity/permissions.js';
import { statement, Statements, type Statement } from '../platform/statements.js';
import { fieldsOf, keyOf, MASKABLE, type Maskable } from './maskable.js';

/** As many as one decision can be about. */
const MOST_FINDINGS = 500;

interface Line {
  readonly row: string;
  readonly field: string;
  readonly text: string;
  readonly about: string;
  readonly series: string | null;
  readonly period: string | null;
  readonly revision: number | null;
}
interface HiddenLine extends Line {
  readonly reason: MaskReason;
  readonly decision: string;
  readonly at: Date;
  readonly sha256: string;
}

/** Where a place is, for whoever is to recognise it. Not everything has revisions. */
const where = (maskable: Maskable): string => `
  ${keyOf(maskable)} as row, ${maskable.about} as about, ${maskable.series ?? 'null'} as series, ${maskable.period ?? 'null'} as period,
  ${maskable.isUnnumbered ? 'null::integer' : 't.revision'} as revision`;
const found = (maskable: Maskable, condition: string): string => `
  select ${where(maskable)}, f.field, f.text from ${maskable.table} t ${maskable.joins ?? ''} cross join lateral ${fieldsOf(maskable)}
   where ${condition} and ${maskable.where ?? 'true'}
     and not exists (select from masked m where m.table_name = '${maskable.table}' and m.row_key = ${keyOf(maskable)} and m.field = f.field)
   order by ${maskable.order ?? 't.record_id'} desc, f.field`;

interface Readings {
  readonly maskable: Maskable;
  /** $1 a pattern of `like`, $2 how many at most. */
  readonly texts: Statement;
  /** $1 the indicator, $2 the period, $3 how many at most; only where there are values. */
  readonly values: Statement | undefined;
  readonly hidden: Statement;
}

const READINGS: readonly Readings[] = MASKABLE.map((maskable) => {
  const { table, about, period, others = [] } = maskable;
  const values = `f.field = 'value' and f.text is not null and ${about} = $1 and ${period ?? 'null'} = $2`;
  const reading = (name: string, text: string): Statement => statement({ name: `masking.${name}.${table}`, text });
  return {
    maskable,
    texts: reading('texts', `${found(maskable, `f.text ilike $1 and f.field <> 'value'`)} limit $2`),
    values: others.includes('value') ? reading('values', `${found(maskable, values)} limit $3`) : undefined,
    hidden: reading(
      'hidden',
      `select ${where(maskable)}, m.field, '' as text, l.reason, l.decision, r.at, encode(l.sha256, 'hex') as sha256
         from masked m join masking l on l.table_name = m.table_name and l.row_key = m.row_key and l.field = m.field and not l.is_lifted
          and not exists (select from masking n where n.table_name = l.table_name and n.row_key = l.row_key and n.field = l.field and n.revision > l.revision)
         join record r on r.id = l.record_id
         join ${table} t on ${keyOf(maskable)} = m.row_key ${maskable.joins ?? ''}
        where m.table_name = '${table}'`,
    ),
  };
});

/** What is shown where, for whoever is to hide it, and what is hidden. */
@Injectable()
export class MaskingQuery {
  constructor(
    private readonly permissions: Permissions,
    private readonly statements: Statements,
  ) {}

  /** Every place that shows the text, or the values of the period; of all moments, since all of them can be asked for. */
  async find(by: Account, search: MaskSearch): Promise<MaskFindings> {
    this.permissions.require(by, 'masking.decide');
    const findings: MaskFinding[] = [];
    for (const { maskable, texts, values } of READINGS) {
      const lines = 'text' in search ? await this.texts(texts, search.text) : await this.values(values, search);
      findings.push(...lines.map((line) => ({ ...placeOf(maskable, line), text: textOf(line) })));
    }
    return { findings: findings.slice(0, MOST_FINDINGS), isMore: findings.length > MOST_FINDINGS };
  }

  /** Everything that is hidden, the latest first. */
  async hidden(by: Account): Promise<MaskingList> {
    this.permissions.require(by, 'masking.decide');
    const lists = [];
    for (const { maskable, hidden } of READINGS) {
      const lines = await this.statements.rows<HiddenLine>(hidden);
      lists.push(...lines.map((line) => ({ ...placeOf(maskable, line), ...decisionOf(line) })));
    }
    return { hidden: lists.sort((a, b) => b.at.localeCompare(a.at)) };
  }

  private texts(reading: Statement, text: string): Promise<Line[]> {
    return this.statements.rows<Line>(reading, [`%${text.replaceAll(/[\\%_]/g, '\\$&')}%`, MOST_FINDINGS + 1]);
  }

  private async values(reading: Statement | undefined, { indicator, period }: { indicator: string; period: string }): Promise<Line[]> {
    return reading ? this.statements.rows<Line>(reading, [indicator, period, MOST_FINDINGS + 1]) : [];
  }
}

function placeOf({ table, page }: Maskable, { row, field, about, series, period, revision }: Line): Omit<MaskFinding, 'text'> {
  return {
    place: { table, row, field },
    about,
    ...(page ? { page: `/${page}/${about}` } : {}),
    ...(series === null ? {} : { series }),
    ...(period === null ? {} : { period }),
    ...(revision === null ? {} : { revision }),
  };
}

/** A value without the zeros that its column pads it with. */
const textOf = ({ field, text }: Line): string => (field === 'value' ? String(Number(text)) : text);

const decisionOf = ({ reason, decision, at, sha256 }: HiddenLine) => ({ reason, decision, sha256, at: at.toISOString() });
