import { Injectable } from '@nestjs/common';
import type { NewMessage, WrittenMessage } from '@slusen/contracts';
import { DomainError } from '@slusen/domain';
import type { Acting } from '../identity/acting.js';
import type { RequestKey } from '../platform/preconditions.js';
import { MessageRecords, type Saying } from './message-records.js';
import { ThreadFigures } from './thread-figures.js';
import { ThreadsQuery, type ThreadPlace } from './threads.query.js';

/** Takes what officials ask and answer about a figure. */
@Injectable()
export class WriteMessage {
  constructor(
    private readonly figures: ThreadFigures,
    private readonly threads: ThreadsQuery,
    private readonly records: MessageRecords,
  ) {}

  /** Throws `indicator.not-found`, `territory.not-found`, `thread.cannot-be-asked` or `thread.not-a-question`. */
  async write(acting: Acting, key: RequestKey, sent: NewMessage): Promise<WrittenMessage> {
    const place = await this.figures.find(acting, sent, 'write');
    return this.records.record(acting.account, key, { place, saying: () => this.saying(place, sent) });
  }

  /** Who is asked works with such figures; what is answered is a question of this thread. */
  private async saying(place: ThreadPlace, { text, asks, answers }: NewMessage): Promise<Saying> {
    const people = await this.threads.people(place);
    const to = (who: string): Saying['to'] => ({ to: who, desk: people.find(({ id }) => id === who)?.desk ?? 'tasks' });
    if (asks !== undefined) {
      if (!people.some(({ id }) => id === asks)) throw new DomainError('thread.cannot-be-asked');
      return { text, asks, to: to(asks) };
    }
    if (answers === undefined) return { text };
    const question = (await this.threads.lines(place)).find(({ id, asked_id: asked }) => id === answers && asked !== null);
    if (!question) throw new DomainError('thread.not-a-question');
    return { text, answers, to: to(question.account_id) };
  }
}
