import { Injectable } from '@nestjs/common';
import { differencesOf, DomainError, ROUND_WORDING, roundFault, roundName, type RoundContent } from '@slusen/domain';
import type { Amendment } from '../identity/amendment.js';
import { Permissions } from '../identity/permissions.js';
import { RoundRepository } from './round.repository.js';

/** Opens a round for a period, or says otherwise of one that is there. */
@Injectable()
export class PlanRound {
  constructor(
    private readonly permissions: Permissions,
    private readonly rounds: RoundRepository,
  ) {}

  /** Throws `round.taken`, and what `roundFault` finds. */
  async open(amendment: Amendment, content: RoundContent): Promise<void> {
    this.permissions.require(amendment.by, 'round.plan');
    requireSound(content);
    const { period } = content;
    if (await this.rounds.ofPeriod(period)) throw new DomainError('round.taken', { round: period });
    amendment.permits({ kind: 'round', subject: roundName(period, 'sv'), isNew: true, need: 'nothing', differences: [] });
    await this.rounds.insertRound(content);
  }

  /** Changes a round from the revision that was read; throws `round.not-found`, `round.stale`, and what `roundFault` finds. */
  async change(amendment: Amendment, content: RoundContent, expected: number): Promise<void> {
    this.permissions.require(amendment.by, 'round.plan');
    const { period } = content;
    const there = await this.rounds.ofPeriod(period);
    if (!there) throw new DomainError('round.not-found', { round: period });
    if (there.revision !== expected) throw new DomainError('round.stale', { revision: there.revision });
    requireSound(content);
    const differences = differencesOf(ROUND_WORDING, [there.content, content]);
    if (!amendment.permits({ kind: 'round', subject: roundName(period, 'sv'), need: 'nothing', differences })) return;
    await this.rounds.insertRevision(there.id, there.revision + 1, content);
  }
}

function requireSound(content: RoundContent): void {
  const fault = roundFault(content);
  if (fault) throw new DomainError(fault);
}
