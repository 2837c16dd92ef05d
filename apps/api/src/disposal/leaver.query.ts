import { Injectable } from '@nestjs/common';
import type { PseudonymPreview } from '@slusen/contracts';
import { DomainError, pseudonymOf } from '@slusen/domain';
import type { Account } from '../identity/account.js';
import { Permissions } from '../identity/permissions.js';
import { IS_PERSON } from '../people/person-columns.js';
import { Settings } from '../platform/settings.js';
import { statement, Statements } from '../platform/statements.js';
import { DisposalRepository } from './disposal.repository.js';

const WHO = statement({ name: 'leaver.who', text: `select name, username, email from account a where a.id = $1 and ${IS_PERSON}` });

/** By the list that removes them. */
const GONE = statement({ name: 'leaver.gone', text: 'select of_table as table, rows from leaver_counts($1)' });
const LEFT = statement({
  name: 'leaver.left',
  text: `
    select 'entry_event' as table, count(*)::int as rows from entry_event where account_id = $1
     union all
    select 'audit_event', count(*)::int from audit_event e where position(format(',"by":"%s",', $1::text) in e.payload) > 0`,
});
const TEXTS = statement({
  name: 'leaver.texts',
  text: 'select table_name as table, column_name as column, hits as rows from texts_naming($1)',
});

/** What goes with somebody who left and what stays, asked before it is done: it cannot be undone. */
@Injectable()
export class LeaverQuery {
  constructor(
    private readonly permissions: Permissions,
    private readonly statements: Statements,
    private readonly disposals: DisposalRepository,
    private readonly settings: Settings,
  ) {}

  /** Throws `account.not-found`. */
  async preview(by: Account, id: string): Promise<PseudonymPreview> {
    this.permissions.require(by, 'disposal.read');
    const [who] = await this.statements.rows<{ name: string; username: string; email: string | null }>(WHO, [id]);
    if (!who) throw new DomainError('account.not-found', { username: id });
    const words = [who.name, who.username, ...(who.email === null ? [] : [who.email])];
    return {
      pseudonym: pseudonymOf(await this.disposals.nextPseudonym({ isTaken: false })),
      removed: (await this.counted(GONE, id)).filter(({ rows }) => rows > 0),
      kept: (await this.counted(LEFT, id)).filter(({ rows }) => rows > 0),
      texts: await this.statements.rows<PseudonymPreview['texts'][number]>(TEXTS, [words]),
      copiesKept: this.settings.config.backup.keep,
    };
  }

  private counted(asked: typeof GONE, id: string): Promise<PseudonymPreview['kept']> {
    return this.statements.rows<PseudonymPreview['kept'][number]>(asked, [id]);
  }
}
