import type { Problem } from '@slusen/contracts';

/** A request that did not succeed: its status (0 when no answer came) and the problem the API told of, if it did. */
export class ApiError extends Error {
  readonly problem: Problem | undefined;

  constructor(
    readonly status: number,
    body: unknown,
  ) {
    super(`The API answered ${status}`);
    this.name = 'ApiError';
    this.problem = isProblem(body) ? body : undefined;
  }
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && 'title' in body;
}

/** The problem answer within an error of a request, if the API gave one (a dropped line, say, gives none). */
export function problemOf(error: unknown): Problem | undefined {
  return error instanceof ApiError ? error.problem : undefined;
}

/** The HTTP status of a failed request; 0 when no answer came at all. */
export function statusOf(error: unknown): number {
  return error instanceof ApiError ? error.status : 0;
}
