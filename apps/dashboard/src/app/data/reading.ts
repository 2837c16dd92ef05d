import { computed, effect, inject, linkedSignal, PendingTasks, signal, untracked, type Signal } from '@angular/core';
import { ApiClient, type Answer } from './api-client.js';
import { ApiError } from './api-problem.js';

/** Something read from the API that follows its address: absent while it is fetched, then a value or an error. */
export interface Reading<T> {
  hasValue(): boolean;
  /** The value; throws while there is none, so ask `hasValue` first. */
  value(): T;
  readonly error: Signal<ApiError | undefined>;
  reload(): void;
}

/**
 * Reads an address and reads anew when it changes; nothing while it is undefined. What the server read for the page is there
 * at once, so that the browser takes the page over as it stands. Needs an injection context.
 */
export function reading<T>(path: () => string | undefined): Reading<T> {
  const client = inject(ApiClient);
  const tasks = inject(PendingTasks);
  const turn = signal(0);
  const address = computed(path);
  const answer = linkedSignal<string | undefined, Answer | undefined>({
    source: address,
    computation: (wanted) => (wanted === undefined ? undefined : client.transferred(wanted)),
  });

  const load = async (wanted: string): Promise<void> => {
    const found = await client.answer(wanted).catch((): Answer => ({ status: 401, body: null }));
    // Someone who moved on meanwhile wants the other answer.
    if (untracked(address) === wanted) answer.set(found);
  };
  effect(() => {
    const wanted = address();
    const isReload = turn() > 0;
    if (wanted !== undefined && (isReload || !untracked(answer))) tasks.run(() => load(wanted));
  });

  const succeeded = computed(() => isSuccess(answer()));
  return {
    hasValue: succeeded,
    value: () => valueOf<T>(answer()),
    error: computed(() => errorOf(answer())),
    reload: () => turn.update((count) => count + 1),
  };
}

function isSuccess(answer: Answer | undefined): boolean {
  return answer !== undefined && answer.status >= 200 && answer.status < 300;
}

function valueOf<T>(answer: Answer | undefined): T {
  if (!answer || !isSuccess(answer)) throw new Error('Nothing has been read yet');
  return answer.body as T;
}

function errorOf(answer: Answer | undefined): ApiError | undefined {
  return answer && !isSuccess(answer) ? new ApiError(answer.status, answer.body) : undefined;
}
