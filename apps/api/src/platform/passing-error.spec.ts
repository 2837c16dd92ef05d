import { QueryFailedError, QueryRunnerAlreadyReleasedError, QueryRunnerProviderAlreadyReleasedError } from 'typeorm';
import { codeOf, isPassing } from './passing-error.js';

const coded = (code: string, message = 'x'): Error => Object.assign(new Error(message), { code });
const failed = (error: Error): Error => new QueryFailedError('select 1', [], error);

/** What the database says of itself, by the state it names. */
const STATES: readonly (readonly [what: string, state: string, passes: boolean])[] = [
  ['a connection that it does not know', '08003', true],
  ['a conversation that lost its order', '08P01', true],
  ['a full disk', '53100', true],
  ['no memory left', '53200', true],
  ['too many connections', '53300', true],
  ['an administrator who stops it', '57P01', true],
  ['a crash of another session', '57P02', true],
  ['a start that is not done', '57P03', true],
  ['a session that was idle for too long', '57P05', true],
  ['a statement that took too long', '57014', true],
  ['a transaction that was idle for too long', '25P03', true],
  ['a transaction that took too long', '25P04', true],
  ['a database that only reads for the while', '25006', true],
  ['a disk that cannot be read', '58030', true],
  ['two that collided', '40001', true],
  ['two that waited for each other', '40P01', true],
  ['a lock that was not given', '55P03', true],
  ['a transaction that went on after a mistake', '25P02', false],
  ['a mistake in a statement', '42601', false],
  ['a right that is missing', '42501', false],
  ['two of the same', '23505', false],
  ['a password that is wrong', '28P01', false],
];

/** What is said on the way to the database, by those who say it. */
const WAYS: readonly (readonly [what: string, error: unknown])[] = [
  ['nothing that listens', coded('ECONNREFUSED')],
  ['a connection cut by the other side', coded('ECONNRESET')],
  ['a write to one that was cut', coded('EPIPE', 'This socket has been ended by the other party')],
  ['a write to a socket that is gone', coded('ERR_STREAM_DESTROYED', 'Cannot call write after a stream was destroyed')],
  ['a name that cannot be looked up', coded('EAI_AGAIN')],
  ['a socket of the machine that is not there', Object.assign(coded('ENOENT'), { syscall: 'connect' })],
  ['an answer for each of several addresses', new AggregateError([coded('ECONNREFUSED'), coded('ETIMEDOUT')])],
  ['no file left to open', coded('EMFILE')],
  ['a pool with nothing left', new Error('timeout exceeded when trying to connect')],
  ['a server that does not take up', new Error('timeout expired')],
  ['the same, told by the pool', new Error('Connection terminated due to connection timeout', { cause: new Error('x') })],
  ['a connection that broke', new Error('Connection terminated unexpectedly')],
  ['a connection that was closed under the work', new Error('Connection terminated')],
  ['work on a connection that broke', new Error('Client has encountered a connection error and is not queryable')],
  ['work on a connection that was closed', new Error('Client was closed and is not queryable')],
  ['a connection that is let go of twice', new Error('Release called on client which has already been released to the pool.')],
  ['an answer that nobody asked for', new Error('Received unexpected commandComplete message from backend.')],
  ['a transaction whose connection was let go of', new QueryRunnerAlreadyReleasedError()],
  ['a manager whose connection was let go of', new QueryRunnerProviderAlreadyReleasedError()],
  ['a pool that is being closed', new Error('Cannot use a pool after calling end on the pool')],
  ['a data source that is being closed', new Error('Driver not Connected')],
];

describe('isPassing', () => {
  for (const [what, state, passes] of STATES) {
    it(`${passes ? 'passes' : 'does not pass'}: ${what}`, () => {
      expect(isPassing(coded(state))).toBe(passes);
      expect(isPassing(failed(coded(state))))
        .withContext('told by TypeORM')
        .toBe(passes);
    });
  }

  for (const [what, error] of WAYS) {
    it(`passes: ${what}`, () => {
      expect(isPassing(error)).toBeTrue();
      expect(isPassing(new Error('told on', { cause: error })))
        .withContext('as a cause')
        .toBeTrue();
    });
  }

  for (const mistake of [new TypeError('x is not a function'), coded('ENOENT'), 'oj', null, undefined, { message: 7, code: 7 }]) {
    it(`does not pass: ${String(mistake)}`, () => expect(isPassing(mistake)).toBeFalse());
  }

  it('has an end where errors name each other as their cause', () => {
    const one = new Error('one');
    one.cause = new Error('other', { cause: one });
    expect(isPassing(one)).toBeFalse();
  });
});

describe('codeOf', () => {
  it('is what the driver said, whoever tells it on', () => {
    expect([codeOf(coded('22021')), codeOf(failed(coded('22021'))), codeOf(new Error('x')), codeOf('oj')]).toEqual([
      '22021',
      '22021',
      '',
      '',
    ]);
  });
});
