import { Injectable } from '@nestjs/common';
import { AccountFollowers } from './account-followers.js';
import { ActorFollowers } from './actor-followers.js';
import { DraftFollowers } from './draft-followers.js';
import type { Follower, FollowerSource } from './follower.js';
import { IndicatorFollowers } from './indicator-followers.js';
import { RoleFollowers } from './role-followers.js';

/** Everything that points to an actor as of now. */
@Injectable()
export class Followers implements FollowerSource {
  constructor(
    private readonly roles: RoleFollowers,
    private readonly indicators: IndicatorFollowers,
    private readonly actors: ActorFollowers,
    private readonly accounts: AccountFollowers,
    private readonly drafts: DraftFollowers,
  ) {}

  async of(slug: string, today: string): Promise<Follower[]> {
    const found: Follower[] = [];
    const sources: readonly FollowerSource[] = [this.roles, this.indicators, this.actors, this.accounts, this.drafts];
    for (const source of sources) found.push(...(await source.of(slug, today)));
    return found;
  }
}
