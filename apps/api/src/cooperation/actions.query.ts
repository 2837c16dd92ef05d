import { Injectable } from '@nestjs/common';
import type { ActionList, ActionSelection, ActionSummary, ActionView } from '@slusen/contracts';
import type { AsOf } from '../platform/as-of.js';
import { declareRead } from '../platform/read-tags.js';
import { ActionReadingQuery } from './action-reading.query.js';
import { ActionViews } from './action-views.js';

/** What is done for the goals, as everyone reads it. */
@Injectable()
export class ActionsQuery {
  constructor(
    private readonly actions: ActionReadingQuery,
    private readonly views: ActionViews,
  ) {}

  async list({ limit, offset, ...asked }: Omit<ActionSelection, 'known'>, asOf: AsOf): Promise<ActionList> {
    declareRead('strategy');
    const rows = await this.actions.latest(asked, asOf);
    const shown = await this.actions.withHistory(rows.slice(offset, offset + limit));
    return { items: await this.views.summaries(shown, asOf), total: rows.length, limit, offset };
  }

  /** Every one of them. */
  async all(asOf: AsOf): Promise<ActionSummary[]> {
    declareRead('strategy');
    return this.views.summaries(await this.actions.withHistory(await this.actions.latest({}, asOf)), asOf);
  }

  /** Throws `action.not-found`. */
  async bySlug(slug: string, asOf: AsOf): Promise<ActionView> {
    declareRead('strategy');
    return this.views.view(await this.actions.bySlug(slug, asOf), asOf);
  }
}
