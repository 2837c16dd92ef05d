import { inject, Injectable } from '@angular/core';
import type { NewMessage, OpenQuestions, Thread, WrittenMessage } from '@slusen/contracts';
import { ApiClient } from './api-client.js';
import type { FigureAddress } from './entries-api.js';
import { freshReading } from './fresh-reading.js';
import { reading, type Reading } from './reading.js';

const THREADS = '/api/threads';

function pathOf({ indicator, period, territory, breakdown }: FigureAddress): string {
  return `${THREADS}?${new URLSearchParams({ indicator, period, ...(territory && { territory }), ...(breakdown && { breakdown }) })}`;
}

/** What officials ask and answer about figures. Methods that return a reading need an injection context. */
@Injectable({ providedIn: 'root' })
export class ThreadsApi {
  private readonly client = inject(ApiClient);

  thread(figure: () => FigureAddress): Reading<Thread> {
    return reading<Thread>(() => pathOf(figure()));
  }

  read(figure: FigureAddress): Promise<Thread> {
    return this.client.get<Thread>(pathOf(figure));
  }

  /** The questions that wait for one's answer. */
  questions(): Reading<OpenQuestions> {
    return freshReading<OpenQuestions>(() => `${THREADS}/questions`);
  }

  write(body: Omit<NewMessage, 'breakdown'> & FigureAddress, idempotencyKey: string): Promise<WrittenMessage> {
    return this.client.send<WrittenMessage>({ method: 'POST', path: THREADS, body, headers: { 'Idempotency-Key': idempotencyKey } });
  }
}
