import { faultsOf, specContract } from './contract.fixtures.js';
import { auditList, auditPageQuery, auditSearch, dataHealth } from './oversight.js';

describe('a search in the trail', () => {
  specContract(
    auditSearch,
    { who: 'eva', about: 'folkmangd', from: '2026-11-01', to: '2026-11-30' },
    { optional: ['who', 'about', 'from', 'to'], unknown: 'refused' },
  );

  it('is leafed through like any list, with days of the calendar', () => {
    expect(auditPageQuery.parse({ who: ' eva ' })).toEqual({ who: 'eva', limit: 20 });
    expect(auditPageQuery.parse({ before: '12' })).toEqual({ before: 12, limit: 20 });
    expect(faultsOf(auditPageQuery, { from: '2026-02-30', limit: '0', before: '0' }).sort()).toEqual([
      'before: invalid_format',
      'from: invalid_format',
      'limit: too_small',
    ]);
  });
});

describe('what the trail answers', () => {
  const EVA = { id: '7a0f1c2e-0000-4000-8000-000000000001', username: 'eva', name: 'Eva Norrby' };
  const EVENT = {
    seq: 12,
    at: '2026-11-27T09:00:00.000Z',
    action: 'settings.change',
    subject: 'settings',
    by: EVA,
    account: EVA,
    changes: [{ subject: 'site', field: 'accent', before: '#111111', after: '#222222' }],
    facts: { revision: 2, roles: [{ role: 'reporter' }] },
  };
  it('is the whole event, and of a change what was there before and after, where something was', () => {
    expect(auditList.parse({ items: [EVENT], isMore: false }) as unknown).toEqual({ items: [EVENT], isMore: false });
    const { by: _, account: __, ...bare } = EVENT;
    expect(faultsOf(auditList, { items: [{ ...bare, changes: [{ subject: 'site', field: 'accent' }] }], isMore: false })).toEqual([]);
    expect(faultsOf(auditList, { items: [{ ...bare, seq: undefined }], isMore: false })).toEqual(['items.0.seq: invalid_type']);
  });
});

describe('how the data are', () => {
  const LACKING = {
    indicator: { slug: 'besok', name: { sv: 'Besök', en: 'Visits' } },
    owner: { sv: 'Kultur', en: 'Culture' },
    hasTarget: false,
    isBegun: true,
    overdue: 2,
    since: '2026-10-30',
  };
  specContract(
    dataHealth,
    { today: '2026-11-27', indicators: 12, lacking: [LACKING] },
    { optional: ['lacking.*.owner', 'lacking.*.since', 'lacking.*.indicator.name.en', 'lacking.*.owner.en'], unknown: 'stripped' },
  );
});
