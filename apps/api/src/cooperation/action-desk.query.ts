import { Injectable } from '@nestjs/common';
import type { ActionDesk, ActionView } from '@slusen/contracts';
import type { Acting } from '../identity/acting.js';
import { Permissions } from '../identity/permissions.js';
import { ActionChoicesQuery, referenceOf } from './action-choices.query.js';
import { ActionReadingQuery } from './action-reading.query.js';
import { ActionViews } from './action-views.js';
import { Answering } from './answering.js';

/** What whoever enters actions has before them. */
@Injectable()
export class ActionDeskQuery {
  constructor(
    private readonly permissions: Permissions,
    private readonly answering: Answering,
    private readonly actions: ActionReadingQuery,
    private readonly views: ActionViews,
    private readonly choices: ActionChoicesQuery,
  ) {}

  /** The actions that the account answers for, and what can be chosen in the form. */
  async of(acting: Acting): Promise<ActionDesk> {
    const { account, asOf } = acting;
    this.permissions.require(account, 'action.desk');
    const [leads, choices, rows] = await Promise.all([
      this.answering.actorsOf(account, 'action.plan'),
      this.choices.now(acting),
      this.actions.latest({}, asOf),
    ]);
    const own = rows.filter(({ leadId }) => leads.some(({ id }) => id === leadId));
    const items = await this.views.summaries(await this.actions.withHistory(own), asOf);
    return { items, leads: leads.map(referenceOf), ...choices };
  }

  /** An action as it is at this very moment, to be changed from there. Throws `action.not-found`. */
  async one({ account, asOf }: Acting, slug: string): Promise<ActionView> {
    this.permissions.require(account, 'action.desk');
    return this.views.view(await this.actions.bySlug(slug, asOf), asOf);
  }
}
