import { Injectable } from '@nestjs/common';
import { IndicatorRepository } from '../indicators/indicator.repository.js';
import { ReviseDefinition } from '../indicators/revise-definition.js';
import { TargetRepository } from '../targets/target.repository.js';
import type { Follower, FollowerSource } from './follower.js';

/** Indicators that the actor reports and reviews; their drafts, entries on their way and tasks go with them. */
@Injectable()
export class IndicatorFollowers implements FollowerSource {
  constructor(
    private readonly indicators: IndicatorRepository,
    private readonly targets: TargetRepository,
    private readonly reviseDefinition: ReviseDefinition,
  ) {}

  async of(owner: string): Promise<Follower[]> {
    const owned = (await this.indicators.all()).filter(({ content }) => content.owner === owner);
    return owned.map(({ slug, content }) => ({
      thing: `indicator:${slug}`,
      kind: 'indicator',
      name: content.name,
      follow: async (amendment, to) => {
        const around = await this.indicators.surroundings();
        const targets = await this.targets.ofIndicator(slug);
        const breaks = await this.indicators.breaksInForce(slug);
        await this.reviseDefinition.revise(amendment, { slug, definition: { ...content, owner: to }, around, targets, breaks });
        return undefined;
      },
    }));
  }
}
