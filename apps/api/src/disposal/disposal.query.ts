import { Injectable } from '@nestjs/common';
import type { DisposalCriterion, DisposalList, DisposalPreview } from '@slusen/contracts';
import { stockholmDate, type DatedDisposal } from '@slusen/domain';
import type { Account } from '../identity/account.js';
import type { Acting } from '../identity/acting.js';
import { Permissions } from '../identity/permissions.js';
import { Settings } from '../platform/settings.js';
import { statement, Statements, type Statement } from '../platform/statements.js';
import { requireOld } from './carry-out-disposal.js';
import { HiddenTexts } from './hidden-texts.js';

type View = DisposalList['items'][number];
interface Line extends Omit<View, 'at' | 'before' | 'person' | 'removed'> {
  readonly at: Date;
  readonly before: string | null;
  readonly person: string | null;
  readonly removed: Readonly<Record<string, number>> | null;
}

/** How many are read at once; a municipality carries out a few a year. */
const MOST = 500;
const LIST = statement({
  name: 'disposal.list',
  text: `
    select d.id, d.kind, r.at, w.name as by, a.name as person, d.before_day as before,
           json_build_object('body', d.body, 'decidedOn', d.decided_on, 'reference', d.reference) as decision, e.payload::jsonb #> '{facts,removed}' as removed
      from disposal d join record r on r.id = d.record_id join audit_event e on e.record_id = d.record_id join account w on w.id = d.by_id
      left join account a on a.id = d.account_id
     order by d.id desc limit ${MOST}`,
});

const counting = (kind: string, tables: Readonly<Record<string, string>>): Statement =>
  statement({
    name: `disposal.count-${kind}`,
    text: Object.entries(tables)
      .map(([table, from]) => `select '${table}' as table, count(*)::int as rows from ${from}($1::date)`)
      .join(' union all '),
  });
const COUNTS: Readonly<Record<DatedDisposal, Statement>> = {
  events: counting('events', { audit_event: 'disposable_events' }),
  'working-material': counting('working-material', {
    entry: 'disposable_drafts',
    returned_reason: 'disposable_returns',
    figure_message: 'disposable_messages',
  }),
  mails: counting('mails', { mail: 'disposable_mails' }),
};

const ENTRY = `join series_head h on h.id = e.series_id join indicator i on i.id = h.indicator_id`;
const examples = (kind: string, text: string): Statement =>
  statement({ name: `disposal.examples-${kind}`, text: `${text} order by 1 limit 5` });
const EXAMPLES: Readonly<Record<DatedDisposal, Statement>> = {
  events: examples(
    'events',
    `select r.at, a.payload::jsonb ->> 'action' as what from disposable_events($1::date) d join audit_event a using (record_id) join record r on r.id = d.record_id`,
  ),
  'working-material': examples(
    'working-material',
    `select e.updated_at as at, i.slug || ' ' || e.period as what from disposable_drafts($1::date) d join entry e on e.id = d.entry_id ${ENTRY}
     union all
     select r.at, i.slug || ' ' || e.period from disposable_returns($1::date) d join entry_event v on v.id = d.event_id join record r on r.id = v.record_id join entry e on e.id = v.entry_id ${ENTRY}
     union all
     select r.at, i.slug || ' ' || m.period from disposable_messages($1::date) d join figure_message m on m.id = d.message_id join record r on r.id = m.record_id join indicator i on i.id = m.indicator_id`,
  ),
  mails: examples(
    'mails',
    `select m.created_at as at, m.subject as what from disposable_mails($1::date) d join mail m on m.id = d.mail_id`,
  ),
};

/** What was removed by which decision, and what one would remove. */
@Injectable()
export class DisposalQuery {
  constructor(
    private readonly permissions: Permissions,
    private readonly statements: Statements,
    private readonly hidden: HiddenTexts,
    private readonly settings: Settings,
  ) {}

  async list(by: Account): Promise<DisposalList> {
    this.permissions.require(by, 'disposal.read');
    const lines = await this.statements.rows<Line>(LIST);
    return { items: lines.map(viewOf), hidden: await this.hidden.list(by), copiesKept: this.settings.config.backup.keep };
  }

  /** Throws `disposal.too-late`, `disposal.kept` or `masking.not-hidden`. */
  async preview({ account, at }: Acting, wanted: DisposalCriterion): Promise<DisposalPreview> {
    this.permissions.require(account, 'disposal.read');
    if (wanted.kind === 'masked')
      return { counts: [{ table: 'masking', rows: (await this.hidden.maskingsOf(wanted.places)).length }], examples: [] };
    requireOld(wanted, stockholmDate(at));
    const counts = await this.statements.rows<DisposalPreview['counts'][number]>(COUNTS[wanted.kind], [wanted.before]);
    const lines = await this.statements.rows<{ at: Date; what: string }>(EXAMPLES[wanted.kind], [wanted.before]);
    return { counts, examples: lines.map(({ at: then, what }) => ({ at: then.toISOString(), what })) };
  }
}

function viewOf({ at, before, person, removed, ...line }: Line): View {
  return {
    ...{ ...line, at: at.toISOString() },
    removed: Object.entries(removed ?? {}).flatMap(([table, rows]) => (rows > 0 ? [{ table, rows }] : [])),
    ...(before === null ? {} : { before }),
    ...(person === null ? {} : { person }),
  };
}
