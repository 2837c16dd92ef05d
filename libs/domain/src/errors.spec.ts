import { DomainError } from './domain-error.js';
import { errorDetail } from './error-detail.js';
import { ERRORS, type ErrorCode } from './errors.js';

const CODES = Object.keys(ERRORS) as ErrorCode[];

describe('the errors', () => {
  it('say in one English sentence what to do', () => {
    for (const code of CODES)
      expect(ERRORS[code].detail)
        .withContext(code)
        .toMatch(/^[A-Z{].{15,200}\.$/);
  });

  it('have a status of their kind: what is not there is 404, and nothing but the fault of a server, ours or the municipality’s sign-in, is 5xx', () => {
    const statusOf = (code: ErrorCode): number => ERRORS[code].status;
    expect(CODES.filter((code) => code.endsWith('.not-found') !== (statusOf(code) === 404))).toEqual(['permission.hidden']);
    expect(CODES.filter((code) => statusOf(code) >= 500)).toEqual(['service.unavailable', 'service.error', 'provider.away']);
    expect(CODES.filter((code) => statusOf(code) < 400)).toEqual([]);
  });

  it('are met by someone on a page, someone at the command line, or a program', () => {
    const audiences = new Set<string>(CODES.map((code) => ERRORS[code].audience));
    expect([...audiences].sort()).toEqual(['api', 'command', 'screen']);
  });
});

describe('errorDetail', () => {
  it('puts the facts in their places', () => {
    const { code, facts } = new DomainError('strategy.another', { there: 'slus', file: 'plan' });
    expect(errorDetail(code, facts)).toBe(
      'The database holds the strategy slus, but the file is about plan; one installation holds one strategy.',
    );
  });

  it('names each of several', () => {
    expect(errorDetail('entry.unanswered-plausibility', { kinds: ['repeated', 'balance'] })).toBe(
      'Answer each question about the value, in the field "answers" (repeated, balance).',
    );
  });
});
