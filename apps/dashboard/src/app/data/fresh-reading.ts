import { inject } from '@angular/core';
import { ApiClient } from './api-client.js';
import { onReturn } from './on-return.js';
import { reading, type Reading } from './reading.js';

/**
 * A reading of what others change meanwhile, such as a queue: read again when people come back to it. What is shown stays until
 * there is an answer, and when there is none. Needs an injection context.
 */
export function freshReading<T>(path: () => string): Reading<T> {
  const client = inject(ApiClient);
  const list = reading<T>(path);
  const readAgain = async (): Promise<void> => {
    const asked = path();
    const answer = await client.get<T>(asked);
    if (asked === path()) list.set(answer);
  };
  onReturn(() => {
    if (list.hasValue()) readAgain().catch(() => undefined);
    else list.reload();
  });
  return list;
}
