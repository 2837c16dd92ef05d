import { HttpException } from '@nestjs/common';
import { type Problem } from '@slusen/contracts';
import { DomainError, errorDetail, ERRORS, type ErrorCode, type ErrorFacts } from '@slusen/domain';
import { InvalidInput } from './invalid-input.js';
import { codeOf, isPassing } from './passing-error.js';
import { statusDetail } from './problem-detail.js';

const TITLES: Readonly<Record<number, string>> = {
  400: 'The request could not be understood',
  401: 'Sign in first',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  408: 'The request did not come to its end',
  409: 'In conflict with what is there',
  412: 'Changed since it was read',
  413: 'Too large',
  414: 'The address is too long',
  415: 'Unsupported media type',
  422: 'A rule refuses it',
  428: 'A precondition is missing',
  429: 'Too many attempts',
  431: 'The headers are too large',
  500: 'Something went wrong here',
  503: 'Not available right now',
};

/** So many places that were left out are named in a sentence. */
const MOST_NAMED = 10;

/** A text that the database has no character for; schemas refuse it, this is for one that forgot. */
const UNREADABLE = /^(22021|22P05)$/;

/** The problem of an HTTP status by itself, where nothing more is known. */
export const problemFor = (status: number): Problem => ({ ...headOf(status, `http.${status}`), detail: statusDetail(status) });

function problem(code: ErrorCode, facts: ErrorFacts = {}): Problem {
  return { ...headOf(ERRORS[code].status, code), detail: errorDetail(code, facts) };
}

function headOf(status: number, code: Problem['code']): Pick<Problem, 'type' | 'title' | 'status' | 'code'> {
  return { type: `urn:slusen:problem:${code}`, title: TITLES[status] ?? 'Error', status, code };
}

/** What was left out is named at once; what is wrong with the rest stands at each place. */
function invalid({ errors, missing }: InvalidInput): Problem {
  const { detail, ...head } = problem('input.invalid');
  return { ...head, detail: missing.length > 0 ? `Missing: ${missing.slice(0, MOST_NAMED).join(', ')}. ${detail}` : detail, errors };
}

/** What any error becomes on the wire: never a stack, a statement or a table name. */
export function problemOf(error: unknown): Problem {
  if (error instanceof DomainError) {
    return { ...problem(error.code, error.facts), facts: { ...error.facts } as NonNullable<Problem['facts']> };
  }
  if (error instanceof InvalidInput) return invalid(error);
  if (isPassing(error)) return problem('service.unavailable');
  if (UNREADABLE.test(codeOf(error))) return problem('input.invalid');
  const status = error instanceof HttpException ? error.getStatus() : (error as { statusCode?: number } | undefined)?.statusCode;
  if (status && status >= 400 && status < 500) return problemFor(status);
  return problem('service.error');
}
