import { Injectable } from '@nestjs/common';
import type { ReorganisationList, ReorganisationPreview } from '@slusen/contracts';
import { DomainError } from '@slusen/domain';
import { OrganisationRepository } from '../organisation/organisation.repository.js';
import { ReorganisationRepository } from '../organisation/reorganisation.repository.js';
import { Followers } from './followers.js';
import { PlannedReorganisationRepository, type NamesBySlug } from './planned-reorganisation.repository.js';
import { plannedView } from './planned-view.js';

/** What would follow an actor, what is planned, and what was done. */
@Injectable()
export class ReorganisationQuery {
  constructor(
    private readonly organisation: OrganisationRepository,
    private readonly reorganisations: ReorganisationRepository,
    private readonly followers: Followers,
    private readonly plans: PlannedReorganisationRepository,
  ) {}

  /** Throws `actor.not-found`. */
  async preview(slug: string, today: string): Promise<ReorganisationPreview> {
    const actor = await this.organisation.actor(slug);
    if (!actor) throw new DomainError('actor.not-found', { actor: slug });
    const [found, plan] = [await this.followers.of(slug, today), await this.plans.openOf(actor.id)];
    return {
      actor: { slug, name: actor.content.name },
      revision: actor.revision,
      hasEnded: await this.organisation.hasEnded(actor.id),
      followers: found.map(({ thing, kind, name }) => ({ thing, kind, name })),
      ...(plan && { planned: plannedView(plan, await this.names()) }),
      today,
    };
  }

  async list(): Promise<ReorganisationList> {
    const [done, actors, open] = await Promise.all([
      this.reorganisations.all({ known: undefined }),
      this.organisation.allActors(),
      this.plans.open(),
    ]);
    const slugs = new Map(actors.map(({ id, content: { slug, name } }) => [id, { slug, name }]));
    const names = new Map([...slugs.values()].map((one) => [one.slug, one]));
    return {
      items: done.map(({ actorId, into, name, becameName, ...words }) => ({
        ...words,
        actor: { slug: slugs.get(actorId)?.slug ?? '', name },
        into: into.flatMap((id) => slugs.get(id) ?? []),
        ...(becameName && { becameName }),
      })),
      planned: open.map((plan) => plannedView(plan, names)),
    };
  }

  private async names(): Promise<NamesBySlug> {
    return new Map((await this.organisation.allActors()).map(({ content: { slug, name } }) => [slug, { slug, name }]));
  }
}
