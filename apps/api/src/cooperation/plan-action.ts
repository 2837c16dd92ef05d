import { Injectable } from '@nestjs/common';
import { DomainError, type ActionContent } from '@slusen/domain';
import type { Amendment } from '../identity/amendment.js';
import { Permissions } from '../identity/permissions.js';
import { ActionRepository } from './action.repository.js';
import { Answering } from './answering.js';
import { NamedInAction } from './named-in-action.js';

/** A new action for a goal (undefined: there is none of that name), with the address it is to have where it brings one. */
export interface ActionPlan {
  readonly content: ActionContent;
  readonly goalId: number | undefined;
  readonly slug?: string;
}

/** Enters something that is to be done for a goal. */
@Injectable()
export class PlanAction {
  constructor(
    private readonly permissions: Permissions,
    private readonly named: NamedInAction,
    private readonly answering: Answering,
    private readonly actions: ActionRepository,
  ) {}

  /** Returns its address. Throws InvalidInput, and `action.foreign-lead` when somebody else answers for who is to lead. */
  async plan(amendment: Amendment, { content, goalId, slug }: ActionPlan): Promise<string> {
    const { by } = amendment;
    this.permissions.require(by, 'action.plan');
    const ids = await this.named.find({ content, goalId });
    const { isAnswering, department } = await this.answering.for(by, 'action.plan', content.lead);
    if (!isAnswering) throw new DomainError('action.foreign-lead', { lead: content.lead });
    const address = slug ?? (await this.actions.freeSlug(content.title.sv));
    amendment.permits({ kind: 'action', subject: content.title.sv, isNew: true, need: 'nothing', differences: [] });
    const id = await this.actions.insertAction(address);
    await this.actions.insertRevision(id, { revision: 1, content, ids, saidById: department?.id });
    return address;
  }
}
