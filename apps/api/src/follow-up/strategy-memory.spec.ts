import type { EntityManager } from 'typeorm';
import type { Statements } from '../platform/statements.js';
import { Publications } from '../observations/publications.js';
import { Transactions } from '../platform/transactions.js';
import type { ResponsibilityQuery } from '../strategy/responsibility.query.js';
import type { StrategyInForce } from '../strategy/strategy.js';
import type { StrategyQuery } from '../strategy/strategy.query.js';
import type { GoalDefinitionsQuery } from './goal-definitions.query.js';
import { StrategyMemory } from './strategy-memory.js';

const TODAY = '2026-11-23';

/** A database whose strategy is named by the number of its commits, and that answers when it is told to. */
class Decisions {
  commits = 1;
  readings = 0;
  answering: Promise<void> = Promise.resolve();
  fails = false;

  async current(): Promise<StrategyInForce> {
    this.readings += 1;
    const name = { sv: `beslut ${this.commits}` };
    await this.answering;
    if (this.fails) throw new Error('gone');
    return { decision: { name }, isExample: false, areas: [] } as unknown as StrategyInForce;
  }
}

describe('memory of what was decided', () => {
  let decisions: Decisions;
  let publications: Publications;
  let memory: StrategyMemory;
  beforeEach(() => {
    [decisions, publications] = [new Decisions(), new Publications({} as Statements)];
    const none = { ofGoals: async () => new Map() };
    memory = new StrategyMemory(
      decisions as unknown as StrategyQuery,
      none as unknown as ResponsibilityQuery,
      none as unknown as GoalDefinitionsQuery,
      publications,
    );
    publications.hear(true);
  });
  afterEach(() => memory.onModuleDestroy());

  const nameOn = async (today: string, known?: string): Promise<string> =>
    (await memory.current({ today, known }))!.strategy.decision.name.sv;

  it('reads once for all who ask, also at the same time', async () => {
    expect(await Promise.all([nameOn(TODAY), nameOn(TODAY)])).toEqual(['beslut 1', 'beslut 1']);
    await nameOn(TODAY);
    expect(decisions.readings).toBe(1);
  });

  it('reads again on another day, since another version may be in force', async () => {
    await nameOn(TODAY);
    decisions.commits = 2;
    expect(await nameOn('2026-11-24')).toBe('beslut 2');
  });

  it('does not give what was read before a commit to whoever asks after its announcement', async () => {
    let answer = (): void => {};
    decisions.answering = new Promise((resolve) => (answer = resolve));
    const before = nameOn(TODAY);
    decisions.commits = 2;
    publications.announce('everything');
    const after = nameOn(TODAY);
    answer();
    expect([await before, await after, await nameOn(TODAY)]).toEqual(['beslut 1', 'beslut 2', 'beslut 2']);
  });

  it('keeps nothing that was read while other processes were not heard', async () => {
    publications.hear(false);
    await nameOn(TODAY);
    decisions.commits = 2;
    expect(await nameOn(TODAY)).toBe('beslut 2');
    decisions.commits = 3;
    publications.hear(true);
    expect(await nameOn(TODAY)).toBe('beslut 3');
  });

  it('keeps nothing of another moment, and gives such a moment nothing that was kept', async () => {
    await nameOn(TODAY);
    decisions.commits = 2;
    expect(await nameOn(TODAY, '2026-11-23T08:00:00.000Z')).toBe('beslut 2');
    decisions.commits = 3;
    expect(await nameOn(TODAY)).toBe('beslut 1');
  });

  it('keeps nothing that a transaction sees', async () => {
    const source = {
      transaction: (work: (manager: EntityManager) => Promise<unknown>) =>
        work({ queryRunner: { connect: async () => ({}) } } as unknown as EntityManager),
    };
    await new Transactions(source as unknown as ConstructorParameters<typeof Transactions>[0]).run(() => nameOn(TODAY));
    decisions.commits = 2;
    expect(await nameOn(TODAY)).toBe('beslut 2');
  });

  it('does not remember a failure', async () => {
    decisions.fails = true;
    await expectAsync(nameOn(TODAY)).toBeRejectedWithError('gone');
    decisions.fails = false;
    expect(await nameOn(TODAY)).toBe('beslut 1');
  });
});
