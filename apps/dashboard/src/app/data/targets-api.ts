import { inject, Injectable } from '@angular/core';
import type { TargetDecision, TargetInForce, TargetTrial, TriedTarget } from '@slusen/contracts';
import { ApiClient } from './api-client.js';
import { reading, type Reading } from './reading.js';

/** Whose target it is: the goal's, for the indicator. */
export interface TargetPlace {
  readonly goal: string;
  readonly indicator: string;
}

const pathOf = ({ goal, indicator }: TargetPlace): string =>
  `/api/admin/goals/${encodeURIComponent(goal)}/targets/${encodeURIComponent(indicator)}`;

/** Targets of the strategy in force, as they are decided; and what one would mean. A reading needs an injection context. */
@Injectable({ providedIn: 'root' })
export class TargetsApi {
  private readonly client = inject(ApiClient);

  inForce(place: () => TargetPlace): Reading<TargetInForce> {
    return reading<TargetInForce>(() => pathOf(place()));
  }

  again(place: TargetPlace): Promise<TargetInForce> {
    return this.client.get<TargetInForce>(pathOf(place));
  }

  decide(place: TargetPlace, sent: TargetDecision, { revision, key }: { revision: number; key: string }): Promise<TargetInForce> {
    const headers = { 'If-Match': `"${revision}"`, 'Idempotency-Key': key };
    return this.client.send<TargetInForce>({ method: 'PUT', path: pathOf(place), body: sent, headers });
  }

  /** Stores nothing. */
  attempt(tried: TriedTarget): Promise<TargetTrial> {
    return this.client.send<TargetTrial>({ method: 'POST', path: '/api/admin/target-trials', body: tried, headers: {} });
  }
}
