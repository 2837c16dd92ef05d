import { Injectable } from '@nestjs/common';
import { ACTION_WORDING, differencesOf, DomainError, type ActionContent } from '@slusen/domain';
import type { Amendment } from '../identity/amendment.js';
import { Permissions } from '../identity/permissions.js';
import { OrganisationRepository } from '../organisation/organisation.repository.js';
import { ActionRepository } from './action.repository.js';
import { Answering } from './answering.js';
import { NamedInAction } from './named-in-action.js';

/** What is to be said of an action from now on, and the revision that it was made from. */
export interface ActionRevision {
  readonly slug: string;
  readonly expected: number;
  readonly content: Omit<ActionContent, 'isExample'>;
  /** The goal in force of the name that it says, if there is one. */
  readonly goalId: number | undefined;
}

/** Says otherwise of an action: how far it has come, who takes part, until when; what was said before stays in its history. */
@Injectable()
export class ReviseAction {
  constructor(
    private readonly permissions: Permissions,
    private readonly named: NamedInAction,
    private readonly answering: Answering,
    private readonly actions: ActionRepository,
    private readonly organisation: OrganisationRepository,
  ) {}

  /**
   * Throws `action.not-found`, `permission.forbidden` when somebody else answers for who leads it, `action.stale`, InvalidInput, and
   * `action.foreign-lead` when it is handed to an actor that somebody else answers for.
   */
  async revise(amendment: Amendment, { slug, expected, content: said, goalId }: ActionRevision): Promise<void> {
    const { by } = amendment;
    this.permissions.require(by, 'action.revise');
    const there = await this.actions.bySlug(slug);
    const { isAnswering, department } = await this.answering.for(by, 'action.revise', there.content.lead);
    if (!isAnswering) throw new DomainError('permission.forbidden', { action: 'action.revise' });
    if (there.revision !== expected) throw new DomainError('action.stale', { revision: there.revision });
    const content = { ...said, isExample: there.content.isExample };
    // A goal that left the strategy keeps the actions that were entered for it.
    const goal = goalId ?? (content.goal === there.content.goal ? there.goalId : undefined);
    const ids = await this.named.find({ content, before: there.content, goalId: goal });
    const next = await this.answering.for(by, 'action.revise', content.lead);
    if (!next.isAnswering) throw new DomainError('action.foreign-lead', { lead: content.lead });
    const differences = differencesOf(ACTION_WORDING, [there.content, content], await this.organisation.names());
    if (!amendment.permits({ kind: 'action', subject: there.content.title.sv, need: 'nothing', differences })) return;
    await this.actions.insertRevision(there.id, { revision: there.revision + 1, content, ids, saidById: department?.id });
  }
}
