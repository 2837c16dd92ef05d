import { Injectable } from '@nestjs/common';
import { actionFaults, type ActionContent } from '@slusen/domain';
import { IndicatorRepository } from '../indicators/indicator.repository.js';
import { OrganisationRepository } from '../organisation/organisation.repository.js';
import { requireSound } from '../platform/invalid-input.js';

/** The rows that an action refers to. */
export interface NamedIds {
  readonly goalId: number;
  readonly leadId: number;
  readonly partnerIds: readonly number[];
  readonly territoryId: number | undefined;
  readonly indicatorId: number | undefined;
}

/** What is to be said of an action, what it said until now, and the goal it is for (undefined: there is none of that name). */
export interface Said {
  readonly content: ActionContent;
  readonly before?: ActionContent | undefined;
  readonly goalId: number | undefined;
}

/** Finds what an action names, and refuses what names nothing or does not fit together. */
@Injectable()
export class NamedInAction {
  constructor(
    private readonly organisation: OrganisationRepository,
    private readonly indicators: IndicatorRepository,
  ) {}

  /** Throws InvalidInput with every place that is wrong. */
  async find({ content, before, goalId }: Said): Promise<NamedIds> {
    const actors = await this.actors(namedIn(content), new Set(before && namedIn(before)));
    const territoryId = await this.place(content.territory);
    const indicatorId = content.indicator === undefined ? undefined : await this.indicators.id(content.indicator);
    const around = {
      goals: { has: () => goalId !== undefined },
      actors,
      territories: { has: () => territoryId !== undefined },
      indicators: { has: () => indicatorId !== undefined },
    };
    requireSound(actionFaults(content, around, before));
    const leadId = actors.get(content.lead);
    if (goalId === undefined || leadId === undefined) throw new Error('What is sound names what is there');
    return { goalId, leadId, partnerIds: content.partners.flatMap((slug) => actors.get(slug) ?? []), territoryId, indicatorId };
  }

  /** Those that stood there before may stay, also when they are no more. */
  private async actors(slugs: readonly string[], before: ReadonlySet<string>): Promise<Map<string, number>> {
    const found = new Map<string, number>();
    for (const slug of new Set(slugs)) {
      const id = await (before.has(slug) ? this.organisation.actorId(slug) : this.organisation.standingActorId(slug));
      if (id !== undefined) found.set(slug, id);
    }
    return found;
  }

  /** Another municipality or the country is no place of ours. */
  private async place(code: string | undefined): Promise<number | undefined> {
    const place = code === undefined ? undefined : await this.organisation.territory(code);
    return place && ['municipality', 'locality'].includes(place.content.kind) ? place.id : undefined;
  }
}

const namedIn = ({ lead, partners }: ActionContent): string[] => [lead, ...partners];
