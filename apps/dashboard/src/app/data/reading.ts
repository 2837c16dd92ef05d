import { inject, resource, signal, type ResourceRef, type ResourceStreamItem } from '@angular/core';
import { ApiClient, type Answer } from './api-client.js';
import { ApiError } from './api-problem.js';

/** Something read from the API: absent while it is fetched, then a value or an error. */
export type Reading<T> = ResourceRef<T | undefined>;

/**
 * Reads an address, and anew when it changes; nothing while it is undefined. What the
 * server read for the page, a refusal too, is there at once, so that the browser takes the page over as it stands. Needs an
 * injection context.
 */
export function reading<T>(path: () => string | undefined): Reading<T> {
  const client = inject(ApiClient);
  return resource<T, string | undefined>({
    params: path,
    // A stream of one answer, since a loader would always let the page wait for it.
    stream: ({ params }) => {
      const transferred = client.transferred(params);
      return transferred ? signal(itemOf<T>(transferred)) : client.answer(params).then((answer) => signal(itemOf<T>(answer)));
    },
  });
}

function itemOf<T>({ status, body }: Answer): ResourceStreamItem<T> {
  return status >= 200 && status < 300 ? { value: body as T } : { error: new ApiError(status, body) };
}
