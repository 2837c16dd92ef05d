import { Injectable } from '@nestjs/common';
import type { Entry, IsoDate } from '@slusen/domain';

/** What was decided of a request for more time. */
export interface TimeDecided {
  /** The account that asked. */
  readonly askedBy: string;
  readonly figure: Pick<Entry, 'indicator' | 'territory' | 'breakdown' | 'period'>;
  /** Until when the figure was asked for before. */
  readonly lastDay: IsoDate;
  /** The day that was granted; absent where it was declined. */
  readonly until?: IsoDate | undefined;
  readonly reason?: string | undefined;
}

/** Whoever is to know what becomes of requests for more time says so here, since entries know nothing of mails. */
@Injectable()
export class TimeHandlers {
  private readonly handlers: ((decided: TimeDecided) => Promise<void>)[] = [];

  add(handler: (decided: TimeDecided) => Promise<void>): void {
    this.handlers.push(handler);
  }

  /** Within the transaction of the decision. */
  async tell(decided: TimeDecided): Promise<void> {
    for (const handler of this.handlers) await handler(decided);
  }
}
