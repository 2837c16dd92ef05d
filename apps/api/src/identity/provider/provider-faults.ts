import { AuthorizationResponseError, ClientError } from 'openid-client';

/** The provider did not answer in time. */
export class ProviderSlow extends Error {
  constructor() {
    super('The provider did not answer in time');
  }
}

/** What the provider itself says when it is not well. */
const UNWELL = new Set(['temporarily_unavailable', 'server_error']);

/** Whether an error says that the provider is away or unwell, rather than that its answer is wrong: then the same may work in a while. */
export function isAway(error: unknown): boolean {
  if (error instanceof ProviderSlow) return true;
  if (error instanceof AuthorizationResponseError) return UNWELL.has(error.error);
  // What `fetch` throws where nobody listens.
  if (error instanceof TypeError) return error.message === 'fetch failed';
  if (!(error instanceof ClientError)) return false;
  return error.code === 'OAUTH_TIMEOUT' || (error.cause instanceof Response && error.cause.status >= 500);
}
