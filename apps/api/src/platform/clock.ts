import { Injectable } from '@nestjs/common';
import { stockholmDate, type IsoDate } from '@slusen/domain';

/** The only clock: rules get its answer as an argument. Specs bring their own. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }

  /** Today in Stockholm. */
  today(): IsoDate {
    return stockholmDate(this.now().toISOString());
  }
}
