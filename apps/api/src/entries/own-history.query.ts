import { Injectable } from '@nestjs/common';
import type { Acting } from '../identity/acting.js';
import { Permissions } from '../identity/permissions.js';
import { Masks } from '../masking/masks.js';
import { columns, type LineOf } from '../platform/columns-of.js';
import { statement, Statements } from '../platform/statements.js';
import { EntryEventRow } from './entry-event.row.js';

const EVENT = columns(EntryEventRow, 'v', 'id', 'action', 'value', 'missing', 'reason');
type Line = LineOf<typeof EVENT> & {
  readonly at: Date;
  readonly indicator: string;
  readonly period: string;
  readonly territory: string;
  readonly breakdown: string;
};

/** Years of work of one person; a file of more is of no use to anybody. */
const MOST = 20_000;
const STEPS = statement({
  name: 'entry.own-history',
  text: `
    select ${EVENT}, r.at, i.slug as indicator, e.period, t.code as territory, h.breakdown
      from entry_event v join record r on r.id = v.record_id join entry e on e.id = v.entry_id join series_head h on h.id = e.series_id
      join indicator i on i.id = h.indicator_id join territory t on t.id = h.territory_id
     where v.account_id = $1 order by v.id desc limit ${MOST}`,
});

/** A step that somebody took with an entry. */
export type OwnStep = Omit<Line, 'id' | 'at'> & { readonly at: string };

/** What somebody has done with entries, latest first. */
@Injectable()
export class OwnHistoryQuery {
  constructor(
    private readonly permissions: Permissions,
    private readonly statements: Statements,
    private readonly masks: Masks,
  ) {}

  async of({ account }: Acting): Promise<OwnStep[]> {
    this.permissions.require(account, 'desk.own-history');
    const lines = await this.statements.rows<Line>(STEPS, [account.id]);
    return Promise.all(
      lines.map(async ({ id, at, ...step }) => ({ ...(await this.masks.shown('entry_event', id, step)), at: at.toISOString() })),
    );
  }
}
