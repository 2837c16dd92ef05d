import { Injectable } from '@nestjs/common';
import { ACTION_WORDING, differencesOf } from '@slusen/domain';
import type { Amendment } from '../identity/amendment.js';
import { OrganisationRepository } from '../organisation/organisation.repository.js';
import { ActionRepository } from './action.repository.js';
import { NamedInAction } from './named-in-action.js';

/** Which actor's part in an action somebody else takes over. */
export interface HandOver {
  readonly slug: string;
  readonly from: string;
  readonly to: string;
}

/** Lets another actor take the place of one that ends, as leader or among those who take part; nobody is asked who answers for it. */
@Injectable()
export class HandOverAction {
  constructor(
    private readonly named: NamedInAction,
    private readonly actions: ActionRepository,
    private readonly organisation: OrganisationRepository,
  ) {}

  /** Throws `action.not-found`, and InvalidInput where the action does not fit together. */
  async handOver(amendment: Amendment, { slug, from, to }: HandOver): Promise<void> {
    const { id, revision, goalId, content: there } = await this.actions.bySlug(slug);
    const lead = there.lead === from ? to : there.lead;
    const partners = [...new Set(there.partners.map((one) => (one === from ? to : one)))].filter((one) => one !== lead);
    const content = { ...there, lead, partners };
    const ids = await this.named.find({ content, before: there, goalId });
    const differences = differencesOf(ACTION_WORDING, [there, content], await this.organisation.names());
    if (!amendment.permits({ kind: 'action', subject: there.title.sv, need: 'nothing', differences })) return;
    await this.actions.insertRevision(id, { revision: revision + 1, content, ids, saidById: undefined });
  }
}
