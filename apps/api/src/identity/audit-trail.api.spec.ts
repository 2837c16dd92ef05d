import { getRepositoryToken } from '@nestjs/typeorm';
import canonicalize from 'canonicalize';
import type { Repository } from 'typeorm';
import { IndicatorRow } from '../indicators/indicator.row.js';
import { Transactions } from '../platform/transactions.js';
import { wholeApplication, type WholeApplication } from '../testing/whole-application.js';
import { AuditTrail, GENESIS, linkHash } from './audit-trail.js';

interface Line {
  payload: string;
  sealed: string | null;
  previous_hash: Buffer;
  hash: Buffer;
}

describe('the audit trail', () => {
  let whole: WholeApplication;
  beforeAll(async () => (whole = await wholeApplication()), 120_000);
  afterAll(() => whole.close());

  const record = (facts: Record<string, unknown>) =>
    whole.app.get(Transactions).run(() => whole.app.get(AuditTrail).record({ action: 'spec', subject: 'spec', by: null, facts }));
  const indicators = () => whole.app.get<Repository<IndicatorRow>>(getRepositoryToken(IndicatorRow), { strict: false });
  const lines = () => whole.rows<Line>('select a.* from audit_event a join record r on r.id = a.record_id order by r.seq');

  it('is one chain, also when many write at once', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, number) => record({ number })));
    let previous: Buffer = GENESIS;
    const chain = await lines();
    expect(chain.length).toBeGreaterThanOrEqual(20);
    for (const line of chain) {
      const { previous_hash, hash } = line;
      expect(previous_hash.equals(previous)).toBeTrue();
      expect(linkHash(previous, line).equals(hash)).toBeTrue();
      previous = hash;
    }
  });

  it('keeps the very bytes that were hashed: canonical JSON', async () => {
    await record({ ö: 1, a: ['å', null, 1.5], text: 'rad\nbruten "så"' });
    const { payload = '' } = (await lines()).at(-1) ?? {};
    expect(payload).toBe(canonicalize(JSON.parse(payload)) ?? '');
    expect(Object.keys(JSON.parse(payload) as object)).toEqual(['action', 'by', 'facts', 'subject']);
  });

  it('shows it when a word is changed', async () => {
    await record({ value: 57 });
    const { payload, sealed, previous_hash, hash } = (await lines()).at(-1)!;
    expect(linkHash(previous_hash, { sealed, payload: payload.replace('57', '58') }).equals(hash)).toBeFalse();
  });

  it('keeps nothing of a change that was not committed', async () => {
    const before = (await lines()).length;
    const work = whole.app.get(Transactions).run(async () => {
      await whole.app.get(AuditTrail).record({ action: 'spec', subject: 'spec', by: null });
      throw new Error('stopped');
    });
    await expectAsync(work).toBeRejectedWithError('stopped');
    expect((await lines()).length).toBe(before);
  });

  it('has one event for each transaction, which is the last it records', async () => {
    const twice = whole.app.get(Transactions).run(async () => {
      await whole.app.get(AuditTrail).record({ action: 'spec', subject: 'spec', by: null });
      await whole.app.get(AuditTrail).record({ action: 'spec', subject: 'spec', by: null });
    });
    await expectAsync(twice).toBeRejectedWithError(/duplicate key/);
    const late = whole.app.get(Transactions).run(async () => {
      await whole.app.get(AuditTrail).record({ action: 'spec', subject: 'spec', by: null });
      await indicators().insert({ slug: 'for-sent' });
    });
    await expectAsync(late).toBeRejectedWithError(/the transaction was sealed/);
  });

  it('is what history cannot be written without', async () => {
    const unsealed = whole.app.get(Transactions).run(() => indicators().insert({ slug: 'utan-spar' }));
    await expectAsync(unsealed).toBeRejectedWithError(/violates foreign key constraint/);
  });
});
