import { Injectable } from '@nestjs/common';
import type { NewReorganisation, ReorganisationPreview } from '@slusen/contracts';
import { Amending } from '../observations/amending.js';
import type { Acting } from '../identity/acting.js';
import type { HeldRoles } from '../identity/hand-over-role.js';
import { PlanReorganisation, type ReorganisationRequest } from './plan-reorganisation.js';
import { orderOf } from './reorganisation-order.js';
import { ReorganisationQuery } from './reorganisation.query.js';
import { Reorganise } from './reorganise.js';

/** Reorganisations as a screen makes them: done at once, or planned. */
@Injectable()
export class ReorganisationDesk {
  constructor(
    private readonly amending: Amending,
    private readonly reorganise: Reorganise,
    private readonly planning: PlanReorganisation,
    private readonly query: ReorganisationQuery,
  ) {}

  /** Returns the actor as it is then. Throws `reorganisation.planned`, and as `Reorganise.carryOut` does. */
  carryOut({ account: by, asOf }: Acting, request: ReorganisationRequest, sent: NewReorganisation): Promise<ReorganisationPreview> {
    const { slug, revision: expected, key } = request;
    const accounts: HeldRoles[] = [];
    return this.amending.amendOnce(orderOf(by, { slug, sent }, { accounts }), key, async (amendment) => {
      await this.planning.makeRoom(slug);
      // Where the transaction is begun anew, what the first attempt held is not so.
      accounts.splice(0, Infinity, ...(await this.reorganise.carryOut(amendment, { slug, expected, sent, today: asOf.today })));
      return this.query.preview(slug, asOf.today);
    });
  }

  /** Returns the actor with what is planned for it. Throws as `PlanReorganisation.plan` does. */
  async plan(acting: Acting, request: ReorganisationRequest, sent: NewReorganisation): Promise<ReorganisationPreview> {
    await this.planning.plan(acting, request, sent);
    return this.query.preview(request.slug, acting.asOf.today);
  }
}
