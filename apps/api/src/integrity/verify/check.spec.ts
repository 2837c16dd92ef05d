import type pg from 'pg';
import { Faults, runCheck } from './check.js';

describe('a check', () => {
  /** A connection that notes what it is asked. */
  const aClient = () => {
    const asked: string[] = [];
    return { asked, client: { query: async (text: string) => void asked.push(text) } as unknown as pg.ClientBase };
  };

  it('tells how much it looked at, what it found and what is worth knowing', async () => {
    const { client, asked } = aClient();
    const result = await runCheck(
      { name: 'x', run: async (_, faults) => (faults.add('target 7', 'is gone'), faults.note('Old.'), 12) },
      client,
    );
    expect(result).toEqual({
      name: 'x',
      looked: 12,
      ms: jasmine.any(Number),
      faultCount: 1,
      faults: [{ where: 'target 7', what: 'is gone' }],
      notes: ['Old.'],
    });
    expect(asked).toEqual(['savepoint before_check', 'rollback to savepoint before_check']);
  });

  it('that cannot be carried out is a fault, and lets the next one be', async () => {
    const { client, asked } = aClient();
    const result = await runCheck({ name: 'x', run: () => Promise.reject(new Error('relation "x" is gone')) }, client);
    expect([result.looked, result.faultCount]).toEqual([0, 1]);
    expect(result.faults[0]).toEqual({ where: 'the check itself', what: 'it could not be carried out: relation "x" is gone' });
    expect(asked.at(-1)).toBe('rollback to savepoint before_check');
  });

  it('counts every fault and names the first hundred', () => {
    const faults = new Faults();
    for (let n = 0; n < 250; n++) faults.add(`row ${n}`, 'is wrong');
    expect([faults.count, faults.kept.length, faults.kept.at(-1)?.where]).toEqual([250, 100, 'row 99']);
  });
});
