import { inject, Injectable } from '@angular/core';
import type {
  EntryFigure,
  EntryForm,
  EntryStep,
  EntryView,
  NewEntry,
  NewTaskAnswer,
  OwnIndicators,
  QueueQuery,
  QuickReasons,
  ReviewQueue,
  TaskAnswerView,
  TaskList,
  TimeDecision,
} from '@slusen/contracts';
import { ApiClient } from './api-client.js';
import { freshReading } from './fresh-reading.js';
import { reading, type Reading } from './reading.js';

/** Which figure a form is for. */
export interface FigureAddress {
  readonly indicator: string;
  readonly period: string;
  readonly territory?: string | undefined;
  readonly breakdown?: string | undefined;
}

/** Where the form of a figure is read. */
function formPath({ indicator, period, territory, breakdown }: FigureAddress): string {
  const query = new URLSearchParams({ indicator, period, ...(territory && { territory }), ...(breakdown && { breakdown }) });
  return `/api/entry-form?${query}`;
}

/** What of the review queue is asked for; what is not said leaves nothing out. */
export type QueueChoice = Pick<QueueQuery, 'limit' | 'offset'> & Partial<Record<'round' | 'department' | 'person' | 'order', string | undefined>>;

function queuePath({ limit, offset, ...choice }: QueueChoice): string {
  const said = Object.entries(choice).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return `/api/review-queue?${new URLSearchParams([['limit', String(limit)], ['offset', String(offset)], ...said])}`;
}

/** One's own list of what one often writes when something is sent back. */
const REASONS = '/api/account/quick-reasons';
/** An entry as it was read. */
type EntryVersion = Pick<EntryView, 'id' | 'version'>;

/** Where a file of an entry is. */
export const attachmentPath = (entry: string, attachment: string): string => `/api/entries/${entry}/attachments/${attachment}`;

/** The version of an entry that a change starts from, as the API wants it in `If-Match`. */
function ifMatch(version: number): { 'If-Match': string } {
  return { 'If-Match': `"${version}"` };
}

/** Entries: tasks, form, saving, workflow steps, review queue. Methods that return a reading need an injection context. */
@Injectable({ providedIn: 'root' })
export class EntriesApi {
  private readonly client = inject(ApiClient);

  tasks(): Reading<TaskList> {
    return freshReading<TaskList>(() => '/api/tasks');
  }

  /** Everything that one reports or reviews. */
  ownIndicators(): Reading<OwnIndicators> {
    return freshReading<OwnIndicators>(() => '/api/own-indicators');
  }

  /** The same, once it is wanted. */
  ownIndicatorsWhen(isWanted: () => boolean): Reading<OwnIndicators> {
    return reading<OwnIndicators>(() => (isWanted() ? '/api/own-indicators' : undefined));
  }

  /** Answers a task instead of entering its figure. */
  answer(body: NewTaskAnswer, idempotencyKey: string): Promise<TaskAnswerView> {
    return this.client.send<TaskAnswerView>({ method: 'POST', path: '/api/tasks/answers', body, headers: { 'Idempotency-Key': idempotencyKey } });
  }

  /** Grants or declines the time that an answer asks for. */
  decide(answer: number, body: TimeDecision, idempotencyKey: string): Promise<TaskAnswerView> {
    const path = `/api/tasks/answers/${answer}/decision`;
    return this.client.send<TaskAnswerView>({ method: 'POST', path, body, headers: { 'Idempotency-Key': idempotencyKey } });
  }

  form(address: () => FigureAddress | undefined): Reading<EntryForm> {
    return reading<EntryForm>(() => {
      const wanted = address();
      return wanted && formPath(wanted);
    });
  }

  entry(id: () => string): Reading<EntryView> {
    return reading<EntryView>(() => `/api/entries/${encodeURIComponent(id())}`);
  }

  queue(choice: () => QueueChoice): Reading<ReviewQueue> {
    return freshReading<ReviewQueue>(() => queuePath(choice()));
  }

  /** The queue once: what comes after an entry. */
  readQueue(choice: QueueChoice): Promise<ReviewQueue> {
    return this.client.get<ReviewQueue>(queuePath(choice));
  }

  quickReasons(): Reading<QuickReasons> {
    return reading<QuickReasons>(() => REASONS);
  }

  keepQuickReasons(body: QuickReasons): Promise<QuickReasons> {
    return this.client.send<QuickReasons>({ method: 'PUT', path: REASONS, body });
  }

  read(id: string): Promise<EntryView> {
    return this.client.get<EntryView>(`/api/entries/${id}`);
  }

  /** The form once, outside of a resource: what a question about a figure's history needs. */
  readForm(address: FigureAddress): Promise<EntryForm> {
    return this.client.get<EntryForm>(formPath(address));
  }

  create(entry: NewEntry, idempotencyKey: string): Promise<EntryView> {
    return this.client.send<EntryView>({ method: 'POST', path: '/api/entries', body: entry, headers: { 'Idempotency-Key': idempotencyKey } });
  }

  save(id: string, version: number, figure: EntryFigure): Promise<EntryView> {
    return this.client.send<EntryView>({ method: 'PUT', path: `/api/entries/${id}`, body: figure, headers: ifMatch(version) });
  }

  /** Puts a file with the entry, under an id of ours, so that what is sent twice is one. */
  attach({ id, version }: EntryVersion, file: { readonly id: string; readonly name: string; readonly content: Blob }): Promise<EntryView> {
    const path = `${attachmentPath(id, file.id)}?name=${encodeURIComponent(file.name)}`;
    const headers = { ...ifMatch(version), 'Content-Type': 'application/octet-stream' };
    return this.client.send<EntryView>({ method: 'PUT', path, body: file.content, headers });
  }

  /** Takes a file away, or brings it back. */
  keepAttachment({ id, version }: EntryVersion, attachment: string, kept: boolean): Promise<EntryView> {
    const path = `${attachmentPath(id, attachment)}/kept`;
    return this.client.send<EntryView>({ method: 'PUT', path, body: { kept }, headers: ifMatch(version) });
  }

  step({ id, version }: EntryVersion, step: EntryStep, idempotencyKey: string): Promise<EntryView> {
    const headers = { ...ifMatch(version), 'Idempotency-Key': idempotencyKey };
    return this.client.send<EntryView>({ method: 'POST', path: `/api/entries/${id}/steps`, body: step, headers });
  }
}
