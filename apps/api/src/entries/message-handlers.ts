import { Injectable } from '@nestjs/common';
import type { Entry } from '@slusen/domain';

/** Where somebody has their questions before them: among their tasks, or in the review queue. */
export type QuestionDesk = 'tasks' | 'review';

/** What was said about a figure, for whoever is to know of it. */
export interface SaidMessage {
  readonly figure: Pick<Entry, 'indicator' | 'period' | 'territory' | 'breakdown'>;
  readonly text: string;
  readonly by: string;
  /** Whom it asks, or whose question it answers: by account. */
  readonly to: string;
  readonly desk: QuestionDesk;
  readonly isAnswer: boolean;
}

type MessageHandler = (said: SaidMessage) => Promise<void>;

/** Whoever is to know of what was said to somebody says so here, since entries know nothing of what follows from it: mails, say. */
@Injectable()
export class MessageHandlers {
  private readonly handlers: MessageHandler[] = [];

  add(handler: MessageHandler): void {
    this.handlers.push(handler);
  }

  /** Within the transaction in which it was said. */
  async tell(said: SaidMessage): Promise<void> {
    for (const handler of this.handlers) await handler(said);
  }
}
