import { Injectable } from '@angular/core';
import type { Task } from '@slusen/contracts';

/** Which figure a task is about. */
export type TaskPlace = Pick<Task, 'period'> & {
  readonly indicator: { readonly slug: string };
  readonly territory: { readonly code: string };
  readonly breakdown: string;
};

/** The tasks whose forms were opened since the page was loaded: one that was left without being handed in was skipped, and nobody is sent back to it. */
@Injectable({ providedIn: 'root' })
export class OpenedTasks {
  private readonly keys = new Set<string>();

  note(place: TaskPlace): void {
    this.keys.add(keyOf(place));
  }

  has(place: TaskPlace): boolean {
    return this.keys.has(keyOf(place));
  }
}

/** Two tasks with the same key are about one figure. */
export const keyOf = ({ indicator, period, territory, breakdown }: TaskPlace): string =>
  [indicator.slug, period, territory.code, breakdown].join('/');
