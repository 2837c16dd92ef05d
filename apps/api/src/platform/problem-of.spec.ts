import { NotFoundException } from '@nestjs/common';
import { problem } from '@slusen/contracts';
import { DomainError } from '@slusen/domain';
import { QueryFailedError } from 'typeorm';
import { InvalidInput } from './invalid-input.js';
import { problemOf } from './problem-of.js';

const coded = (message: string, code: string): Error => Object.assign(new Error(message), { code });
const failed = (code: string): Error => new QueryFailedError('select secret from account', [], coded('relation "account" …', code));

describe('problemOf', () => {
  const cases: readonly (readonly [name: string, error: unknown, status: number, code: string])[] = [
    ['a broken rule', new DomainError('entry.value-required'), 422, 'entry.value-required'],
    ['something that is not there', new DomainError('goal.not-found', { goal: 'x' }), 404, 'goal.not-found'],
    ['a stale version', new DomainError('entry.stale', { version: 2 }), 412, 'entry.stale'],
    ['too many attempts', new DomainError('session.throttled', { seconds: 4 }), 429, 'session.throttled'],
    ['an own entry returned', new DomainError('entry.own-return'), 403, 'entry.own-return'],
    ['input that does not fit', new InvalidInput([{ message: 'period.unknown', path: ['period'] }]), 400, 'input.invalid'],
    ['no such route', new NotFoundException('Cannot GET /secret'), 404, 'http.404'],
    ['a body that is too large', Object.assign(new Error('x'), { statusCode: 413 }), 413, 'http.413'],
    ['a database that is away', coded('connect ECONNREFUSED', 'ECONNREFUSED'), 503, 'service.unavailable'],
    ['a database that starts', failed('57P03'), 503, 'service.unavailable'],
    ['a session that was ended', failed('57P01'), 503, 'service.unavailable'],
    ['a pool with nothing left', new Error('timeout exceeded when trying to connect'), 503, 'service.unavailable'],
    ['a connection that broke', new Error('Connection terminated unexpectedly'), 503, 'service.unavailable'],
    [
      'a connection that broke in the middle of a transaction',
      new Error('Query runner already released. Cannot run queries anymore.'),
      503,
      'service.unavailable',
    ],
    ['a full disk', failed('53100'), 503, 'service.unavailable'],
    ['too many connections', failed('53300'), 503, 'service.unavailable'],
    ['a statement that took too long', failed('57014'), 503, 'service.unavailable'],
    ['two that collided to the last', failed('40P01'), 503, 'service.unavailable'],
    ['a character that no column holds', failed('22021'), 400, 'input.invalid'],
    ['a mistake in a statement', failed('42601'), 500, 'service.error'],
    ['a mistake in the program', new TypeError('x is not a function'), 500, 'service.error'],
    ['something thrown that is no error', 'oj', 500, 'service.error'],
    ['nothing at all', undefined, 500, 'service.error'],
    ['an error that calls itself a 500', Object.assign(new Error('x'), { statusCode: 500 }), 500, 'service.error'],
  ];
  for (const [name, error, status, code] of cases) {
    it(`answers ${status} ${code} to ${name}`, () => {
      const found = problemOf(error);
      expect([found.status, found.code, found.type]).toEqual([status, code, `urn:slusen:problem:${code}`]);
      expect(problem.safeParse(found).success).toBeTrue();
      expect(found.detail).toMatch(/^[A-Z].{15,160}\.$/);
      expect(JSON.stringify(found)).not.toMatch(/secret|relation|account|not a function|terminated/);
    });
  }

  it('names each place that is wrong, fifty at most', () => {
    const issues = Array.from({ length: 80 }, (_, at) => ({ message: 'wrong', path: ['answers', at, { key: 'comment' }] }));
    const { errors } = problemOf(new InvalidInput(issues));
    expect(errors?.length).toBe(50);
    expect(errors?.[3]).toEqual({ path: 'answers.3.comment', message: 'wrong' });
  });

  it('carries the facts of a broken rule', () => {
    expect(problemOf(new DomainError('entry.stale', { entry: 'x', version: 2 })).facts).toEqual({ entry: 'x', version: 2 });
  });
});
