import { DomainError, stockholmDate, type DisposalDecision, type Instant } from '@slusen/domain';

/** Throws `disposal.not-decided`: nobody removes anything by a decision that is to come. */
export function requireDecided({ decidedOn }: DisposalDecision, at: Instant): void {
  if (decidedOn > stockholmDate(at)) throw new DomainError('disposal.not-decided');
}
