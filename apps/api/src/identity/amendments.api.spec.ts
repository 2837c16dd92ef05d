import type { Change, ChangeNeed, ChangeRecord } from '@slusen/domain';
import { setTimeout as delay } from 'node:timers/promises';
import { Transactions } from '../platform/transactions.js';
import { DecidedWorld } from '../testing/decided-world.js';
import { OPERATOR } from './account.js';
import { Amendments } from './amendments.js';

const aChange = (need: ChangeNeed, different: Partial<Change> = {}): Change => ({
  ...{ kind: 'goal', subject: `Kräver ${need}`, need, differences: [{ field: 'namn', before: 'A', after: 'B' }] },
  ...different,
});
const REASON = { reason: 'Därför' };
const BOTH = { ...REASON, decision: 'KF § 12' };

describe('changes of what was decided, together', () => {
  let world: DecidedWorld;
  beforeAll(async () => (world = await DecidedWorld.open()), 120_000);
  afterAll(() => world.close());

  const cases: readonly [what: string, changes: Change[], record: ChangeRecord, written: boolean[], code: string | undefined][] = [
    ['nothing at all', [], {}, [], undefined],
    ['what is new', [aChange('nothing')], {}, [true], undefined],
    ['what needs a reason, with one', [aChange('reason')], REASON, [true], undefined],
    ['what needs a reason, without', [aChange('reason')], {}, [false], 'change.reason-required'],
    ['what needs a reason, with a decision only', [aChange('reason')], { decision: 'KF § 12' }, [false], 'change.reason-required'],
    ['what needs a reason, with an empty one', [aChange('reason')], { reason: '' }, [false], 'change.reason-required'],
    ['what needs a decision, with both', [aChange('decision')], BOTH, [true], undefined],
    ['what needs a decision, with a reason only', [aChange('decision')], REASON, [false], 'change.decision-required'],
    ['what needs a version of its own, whatever is said', [aChange('version')], BOTH, [false], 'change.version-required'],
    ['the most that is missing of several', [aChange('reason'), aChange('decision')], {}, [false, false], 'change.decision-required'],
    [
      'one that is answered beside one that is not',
      [aChange('reason'), aChange('decision')],
      REASON,
      [true, false],
      'change.decision-required',
    ],
    ['what differs in nothing', [aChange('version', { differences: [] })], {}, [false], undefined],
    ['what is new and differs in nothing', [aChange('nothing', { isNew: true, differences: [] })], {}, [true], undefined],
  ];
  for (const [what, changes, record, written, code] of cases) {
    it(`${code ? `are refused (${code})` : 'are written'}: ${what}`, async () => {
      const permitted: boolean[] = [];
      const outcome = await world.app
        .get(Transactions)
        .run(async () => {
          const amendment = await world.app.get(Amendments).begin(OPERATOR, record);
          permitted.push(...changes.map((change) => amendment.permits(change)));
          await world.app.get(Amendments).end(amendment, { action: 'spec', subject: 'spec' });
        })
        .catch((error: unknown) => error as { code: string; facts: { changes: string[] } });
      expect(permitted).toEqual(written);
      expect(outcome?.code).toBe(code);
      // Everything is told, so that all of it can be answered for at once.
      if (outcome) expect(outcome.facts.changes).toEqual(changes.map(({ subject }) => `${subject}: namn A → B`));
    });
  }

  it('are one audit event with the reason, the decision and every difference, and none where nothing differs', async () => {
    const before = await world.recorded();
    await world.amend(BOTH, async (a) => void a.permits(aChange('decision', { differences: [] })));
    expect(await world.recorded()).toEqual(before);
    await world.amend(
      BOTH,
      async (a) => void [a.permits(aChange('decision')), a.permits(aChange('nothing', { isNew: true, differences: [] }))],
    );
    expect((await world.lastEvent()).facts).toEqual({
      ...BOTH,
      changes: [
        { kind: 'goal', subject: 'Kräver decision', isNew: false, differences: [{ field: 'namn', before: 'A', after: 'B' }] },
        { kind: 'goal', subject: 'Kräver nothing', isNew: true, differences: [] },
      ],
    });
    expect((await world.recorded())['audit_event']).toBe((before['audit_event'] ?? 0) + 1);
  });

  it('carry their reason and decision into the rows that need them, and into no other', async () => {
    await world.amend(BOTH, async (a) => {
      expect(a.columns('nothing')).toEqual({ changeReason: null, changeDecision: null });
      for (const need of ['reason', 'decision'] as const)
        expect(a.columns(need)).toEqual({ changeReason: 'Därför', changeDecision: 'KF § 12' });
    });
    await world.amend(REASON, async (a) => expect(a.columns('reason')).toEqual({ changeReason: 'Därför', changeDecision: null }));
  });

  it('are made one after the other, each seeing all of the one before', async () => {
    const order: string[] = [];
    const { promise: begun, resolve: hasBegun } = Promise.withResolvers<undefined>();
    const slow = world.amend({}, async () => {
      hasBegun(undefined);
      await delay(120);
      order.push('slow');
    });
    await begun;
    const quick = world.amend({}, async () => void order.push('quick'));
    await Promise.all([slow, quick]);
    expect(order).toEqual(['slow', 'quick']);
  });

  it('that come to nothing let the next one through', async () => {
    await expectAsync(world.amend({}, () => Promise.reject(new Error('stopped')))).toBeRejectedWithError('stopped');
    expect(await world.amend({}, async () => 'next')).toBe('next');
  });
});
