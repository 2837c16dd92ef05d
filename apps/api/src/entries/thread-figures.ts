import { Injectable } from '@nestjs/common';
import type { ThreadQuery } from '@slusen/contracts';
import { IndicatorMemory } from '../follow-up/indicator-memory.js';
import type { Acting } from '../identity/acting.js';
import { Permissions } from '../identity/permissions.js';
import { Settings } from '../platform/settings.js';
import { enterablePeriod } from './enterable-period.js';
import type { ThreadPlace } from './threads.query.js';

/** Finds the figure that somebody speaks of, as far as they may. */
@Injectable()
export class ThreadFigures {
  constructor(
    private readonly permissions: Permissions,
    private readonly indicators: IndicatorMemory,
    private readonly settings: Settings,
  ) {}

  /** Throws `indicator.not-found`, `period.wrong-cadence` or `period.not-begun`. */
  async find(acting: Acting, { indicator: slug, period, territory, breakdown }: ThreadQuery, to: 'read' | 'write'): Promise<ThreadPlace> {
    const indicator = await this.indicators.one(slug, acting.asOf);
    const figure = { department: indicator.owner?.slug };
    if (to === 'write') this.permissions.require(acting.account, 'thread.write', figure);
    else this.permissions.require(acting.account, 'thread.read', figure);
    enterablePeriod(period, indicator, acting.asOf.today);
    return { indicator, territory: territory ?? this.settings.territory, breakdown, period };
  }
}
