import { inject, Injectable } from '@angular/core';
import type { RoundChange, RoundList, RoundProgress, RoundRuleSent, RoundRuleView, RoundSent, RoundView } from '@slusen/contracts';
import { ApiClient } from './api-client.js';
import { freshReading } from './fresh-reading.js';
import { reading, type Reading } from './reading.js';

const ROUNDS = '/api/rounds';

/** What is said of a round or a rule from now on: of which one, from which revision, and the request's own name. */
interface Said<Content> {
  /** The period of a round, or the cadence of a rule. */
  readonly of: string;
  readonly revision: number;
  readonly said: Content;
  readonly key: string;
}

/** Follow-up rounds and the rules by which they come back. Methods that return a reading need an injection context. */
@Injectable({ providedIn: 'root' })
export class RoundsApi {
  private readonly client = inject(ApiClient);

  /** Every round; read only once they are wanted. */
  list(areWanted: () => boolean = () => true): Reading<RoundList> {
    return reading<RoundList>(() => (areWanted() ? ROUNDS : undefined));
  }

  round(period: () => string): Reading<RoundView> {
    return reading<RoundView>(() => roundPath(period()));
  }

  progress(period: () => string): Reading<RoundProgress> {
    return freshReading<RoundProgress>(() => `${roundPath(period())}/progress`);
  }

  open(sent: RoundSent, key: string): Promise<RoundView> {
    return this.client.send<RoundView>({ method: 'POST', path: ROUNDS, body: sent, headers: { 'Idempotency-Key': key } });
  }

  change(change: Said<RoundChange>): Promise<RoundView> {
    return this.say<RoundView>(roundPath(change.of), change);
  }

  changeRule(change: Said<RoundRuleSent>): Promise<RoundRuleView> {
    return this.say<RoundRuleView>(`/api/round-rules/${encodeURIComponent(change.of)}`, change);
  }

  private say<View>(path: string, { revision, said, key }: Said<unknown>): Promise<View> {
    return this.client.send<View>({ method: 'PUT', path, body: said, headers: { 'Idempotency-Key': key, 'If-Match': `"${revision}"` } });
  }
}

const roundPath = (period: string): string => `${ROUNDS}/${encodeURIComponent(period)}`;
