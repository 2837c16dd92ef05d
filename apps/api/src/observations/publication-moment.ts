import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { PublicUntil } from '../platform/public-until.js';
import { KeptUntilPublication } from './kept-until-publication.js';
import { NextPublicationQuery } from './next-publication.query.js';
import { Publications } from './publications.js';

/** Tells how long a public answer may be kept: no longer than until the next figure under embargo becomes public. */
@Injectable()
export class PublicationMoment implements OnModuleInit, OnModuleDestroy {
  private readonly kept: KeptUntilPublication<number>;

  constructor(
    publications: Publications,
    private readonly next: NextPublicationQuery,
    private readonly until: PublicUntil,
    private readonly clock: Clock,
  ) {
    this.kept = new KeptUntilPublication(publications);
  }

  onModuleInit(): void {
    this.until.toldBy(() => this.moment());
  }

  onModuleDestroy(): void {
    this.kept.close();
  }

  private moment(): Promise<number> {
    const [today, now] = [this.clock.today(), this.clock.now().getTime()];
    return this.kept.of(
      { today, known: undefined },
      () => this.next.at(),
      (moment) => moment > now,
    );
  }
}
