import { type ErrorFact, type ErrorFacts } from './domain-error.js';
import { ERRORS, type ErrorCode } from './errors.js';

/** What to do about an error, in one English sentence with its facts in place. */
export function errorDetail(code: ErrorCode, facts: ErrorFacts): string {
  return ERRORS[code].detail.replace(/\{(\w+)\}/g, (_, name: string) => factText(facts[name]));
}

function factText(fact: ErrorFact | undefined): string {
  return Array.isArray(fact) ? fact.join(', ') : String(fact ?? '');
}
