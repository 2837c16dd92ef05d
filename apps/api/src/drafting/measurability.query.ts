import { Injectable } from '@nestjs/common';
import type { DraftMeasurability, StrategyDraft } from '@slusen/contracts';
import { countMeasurable, type IsoDate } from '@slusen/domain';
import { AccountRoleRepository } from '../identity/account-role.repository.js';
import { contentsOf, type DraftParts, type DraftSurroundings } from './draft-content.js';
import { goalsJudged, goalsToldOf, nameIn, type MeasurabilityGrounds } from './draft-measurability.js';
import { DraftRepository } from './draft.repository.js';
import { DraftSurroundingsQuery } from './draft-surroundings.query.js';

/** Whether a draft can be followed up when it is adopted: what is missing, goal by goal. */
@Injectable()
export class MeasurabilityQuery {
  constructor(
    private readonly drafts: DraftRepository,
    private readonly surroundings: DraftSurroundingsQuery,
    private readonly roles: AccountRoleRepository,
  ) {}

  /** Throws `draft.not-found`. */
  async check(id: number, today: IsoDate): Promise<DraftMeasurability> {
    const { title, state } = await this.drafts.draft(id);
    const parts = contentsOf(await this.drafts.parts(id));
    const grounds = await this.grounds(await this.surroundings.read());
    return {
      draft: { id, title, state, name: nameIn(parts) },
      checkedOn: today,
      count: countMeasurable(goalsJudged(parts, grounds)),
      goals: goalsToldOf(parts, grounds),
    };
  }

  /** Only how much there is that lacks nothing, of what has been read already. */
  async count(parts: DraftParts, around: DraftSurroundings): Promise<StrategyDraft['measurable']> {
    return countMeasurable(goalsJudged(parts, await this.grounds(around)));
  }

  private async grounds({ indicators }: DraftSurroundings): Promise<MeasurabilityGrounds> {
    return { indicators, people: await this.roles.holders(['reporter', 'reviewer']) };
  }
}
