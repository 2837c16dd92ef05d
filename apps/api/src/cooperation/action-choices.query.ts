import { Injectable } from '@nestjs/common';
import type { ActionDesk, Reference } from '@slusen/contracts';
import type { Acting } from '../identity/acting.js';
import { IndicatorQuery } from '../indicators/indicator.query.js';
import { ActorQuery } from '../organisation/actor.query.js';
import { TerritoryQuery } from '../organisation/territory.query.js';
import { goalsOf } from '../strategy/strategy.js';
import { StrategyQuery } from '../strategy/strategy.query.js';

/** What can be chosen in the form of an action. */
export type ActionChoices = Pick<ActionDesk, 'goals' | 'actors' | 'territories' | 'indicators'>;

/** Reads what an action can be about, as it is now. */
@Injectable()
export class ActionChoicesQuery {
  constructor(
    private readonly strategies: StrategyQuery,
    private readonly actors: ActorQuery,
    private readonly territories: TerritoryQuery,
    private readonly indicators: IndicatorQuery,
  ) {}

  async now({ asOf }: Acting): Promise<ActionChoices> {
    const [strategy, actors, territories, indicators] = await Promise.all([
      this.strategies.current(asOf),
      this.actors.standing(asOf),
      this.territories.own(asOf),
      this.indicators.all(asOf),
    ]);
    return {
      goals: (strategy ? goalsOf(strategy) : []).map(({ slug, name, area }) => ({ slug, name, area: area.name })),
      actors: actors.map(referenceOf),
      territories: territories.map(({ code, name }) => ({ code, name })),
      indicators: indicators.map(referenceOf),
    };
  }
}

/** Something by its name in addresses and what people call it. */
export const referenceOf = ({ slug, name }: Reference): Reference => ({ slug, name });
