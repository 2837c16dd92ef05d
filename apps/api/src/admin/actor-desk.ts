import { Injectable } from '@nestjs/common';
import type { NewActor, Reference } from '@slusen/contracts';
import { slugOf } from '@slusen/domain';
import type { Account } from '../identity/account.js';
import { AddActor } from '../organisation/add-actor.js';
import type { RequestKey } from '../platform/preconditions.js';
import { Amending } from '../observations/amending.js';

/** Departments, associations and other actors as a screen adds them. */
@Injectable()
export class ActorDesk {
  constructor(
    private readonly amending: Amending,
    private readonly addActor: AddActor,
  ) {}

  /** Adds an actor, whose address follows from its Swedish name. Throws as `AddActor.add` does. */
  add(by: Account, key: RequestKey, sent: NewActor): Promise<Reference> {
    const slug = slugOf(sent.name.sv);
    const order = { by, record: {}, action: 'actor.add', subject: `actor:${slug}` };
    return this.amending.amendOnce(order, key, async (amendment) => {
      await this.addActor.add(amendment, { ...sent, slug, isExample: false });
      return { slug, name: sent.name };
    });
  }
}
