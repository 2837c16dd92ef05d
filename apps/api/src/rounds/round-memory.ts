import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { RoundsByDay, type RoundContent } from '@slusen/domain';
import { KeptUntilPublication } from '../observations/kept-until-publication.js';
import { Publications } from '../observations/publications.js';
import type { AsOf } from '../platform/as-of.js';
import { RoundRepository } from './round.repository.js';

/** Keeps the rounds in memory, since every list of tasks asks and they change a few times a year. */
@Injectable()
export class RoundMemory implements OnModuleDestroy {
  private readonly kept: KeptUntilPublication<RoundsByDay>;

  constructor(
    private readonly rounds: RoundRepository,
    publications: Publications,
  ) {
    // A figure that is published changes no round.
    this.kept = new KeptUntilPublication(publications, (_, publication) => typeof publication !== 'string');
  }

  onModuleDestroy(): void {
    this.kept.close();
  }

  /** The rounds as they were planned at the moment, by when they ask for what. */
  byDay(asOf: AsOf): Promise<RoundsByDay> {
    return this.kept.of(asOf, async () => {
      const all = await this.rounds.all(asOf);
      return new RoundsByDay(all.map(({ content }): RoundContent => content));
    });
  }
}
