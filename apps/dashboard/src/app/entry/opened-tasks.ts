import { inject, Injectable } from '@angular/core';
import type { Task } from '@slusen/contracts';
import { CurrentAccount } from '../data/current-account.js';

/** Which figure a task is about. */
export type TaskPlace = Pick<Task, 'period'> & {
  readonly indicator: { readonly slug: string };
  readonly territory: { readonly code: string };
  readonly breakdown: string;
};

const PREFIX = 'slusen.opened-tasks.';

/**
 * The tasks whose forms this person opened in this window, also before a reload: one that was left without being handed in was
 * skipped, and nobody is sent back to it.
 */
@Injectable({ providedIn: 'root' })
export class OpenedTasks {
  private readonly current = inject(CurrentAccount);

  note(place: TaskPlace): void {
    sessionStorage.setItem(this.nameOf(place), '1');
  }

  has(place: TaskPlace): boolean {
    return sessionStorage.getItem(this.nameOf(place)) !== null;
  }

  private nameOf(place: TaskPlace): string {
    return `${PREFIX}${this.current.account()?.id ?? ''}/${keyOf(place)}`;
  }
}

/** Two tasks with the same key are about one figure. */
export const keyOf = ({ indicator, period, territory, breakdown }: TaskPlace): string =>
  [indicator.slug, period, territory.code, breakdown].join('/');
