import { Injectable } from '@nestjs/common';
import { ActionRepository } from '../cooperation/action.repository.js';
import { HandOverAction } from '../cooperation/hand-over-action.js';
import { OrganisationRepository } from '../organisation/organisation.repository.js';
import { ReviseActor } from '../organisation/revise-actor.js';
import type { Follower, FollowerSource } from './follower.js';

/** Those who belong to the actor, and actions under way that it leads or takes part in. */
@Injectable()
export class ActorFollowers implements FollowerSource {
  constructor(
    private readonly organisation: OrganisationRepository,
    private readonly reviseActor: ReviseActor,
    private readonly actions: ActionRepository,
    private readonly handOverAction: HandOverAction,
  ) {}

  async of(slug: string): Promise<Follower[]> {
    return [...(await this.children(slug)), ...(await this.actionsOf(slug))];
  }

  private async children(parent: string): Promise<Follower[]> {
    const all = await this.organisation.allActors();
    const { actors: standing } = await this.organisation.references();
    const above = all.find(({ content }) => content.slug === parent)?.content.parent;
    return all
      .filter(({ content }) => content.parent === parent && standing.has(content.slug))
      .map(({ content }) => ({
        thing: `child:${content.slug}`,
        kind: 'child',
        name: content.name,
        follow: async (amendment, to) => {
          // Who takes over from what it belonged to comes in its place.
          await this.reviseActor.revise(amendment, { ...content, parent: content.slug === to ? above : to });
          return undefined;
        },
      }));
  }

  private async actionsOf(actor: string): Promise<Follower[]> {
    const named = (await this.actions.open()).filter(({ content }) => content.lead === actor || content.partners.includes(actor));
    return named.map(({ slug, content }) => ({
      thing: `action:${slug}`,
      kind: 'action',
      name: content.title,
      follow: async (amendment, to) => {
        await this.handOverAction.handOver(amendment, { slug, from: actor, to });
        return undefined;
      },
    }));
  }
}
