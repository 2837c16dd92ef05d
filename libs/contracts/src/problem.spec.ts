import { DomainError, errorDetail, ERRORS, type ErrorCode } from '@slusen/domain';
import { faultsOf, specContract } from './contract.fixtures.js';
import { problem, problemCode } from './problem.js';

describe('a problem', () => {
  const { code, facts } = new DomainError('entry.stale', { id: 'e1', version: 3 });
  const STALE = {
    type: 'https://slus.vimmerby.se/problem/entry.stale',
    title: 'Precondition Failed',
    status: ERRORS[code].status,
    detail: errorDetail(code, facts),
    instance: 'urn:uuid:4f8a3c1e-6a53-4b7f-9a9e-0d4a4a7d2f10',
    code,
    errors: [{ path: 'value', message: 'value.too-large' }],
  };
  specContract(problem, STALE, { unknown: 'stripped', optional: ['detail', 'errors', 'instance'] });

  it('keeps the facts of the rule, whatever they are called', () => {
    const told = { ...facts, kinds: ['repeated', 'balance'], previous: null, isFinal: true };
    expect(problem.parse({ ...STALE, facts: told }).facts).toEqual(told);
    expect(faultsOf(problem, { ...STALE, facts: { entry: { id: 'e1' } } })).toEqual(['facts.entry: invalid_union']);
  });
});

describe('the code of a problem', () => {
  it('is that of any rule', () => {
    for (const code of Object.keys(ERRORS) as ErrorCode[]) expect(faultsOf(problemCode, code)).toEqual([]);
  });

  const cases: [code: string, isTaken: boolean][] = [
    ['http.404', true],
    ['http.418', true],
    ['http.', false],
    ['http.4.4', false],
    ['http.not-found', false],
    ['404', false],
    ['entry.lost', false],
    ['Entry.stale', false],
    ['', false],
  ];
  for (const [code, isTaken] of cases) {
    it(`is ${isTaken ? '' : 'not '}"${code}"`, () => expect(problemCode.safeParse(code).success).toBe(isTaken));
  }
});
