import { Injectable } from '@nestjs/common';
import type { Entry } from '@slusen/domain';

/** What is to be done when an entry has taken a step, in the very transaction. */
export type StepHandler = (entry: Entry) => Promise<void>;

/** Whoever is to know of the steps of entries says so here, since entries know nothing of what follows from them: mails, say. */
@Injectable()
export class StepHandlers {
  private readonly handlers: StepHandler[] = [];

  add(handler: StepHandler): void {
    this.handlers.push(handler);
  }

  /** Within the transaction of the step, which is the entry's last event. */
  async tell(entry: Entry): Promise<void> {
    for (const handler of this.handlers) await handler(entry);
  }
}
