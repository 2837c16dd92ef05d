import { faultsOf, specContract } from './contract.fixtures.js';
import { strategyFileOutcome, strategyFileSent, strategyTemplate, templateDecision } from './strategy-start.js';

describe('a strategy file that is sent', () => {
  it('may hold whatever somebody chose, as long as it is an object', () => {
    expect(faultsOf(strategyFileSent, { file: { format: 7, anything: [1] } })).toEqual([]);
    for (const file of [undefined, null, 'text', []]) expect(faultsOf(strategyFileSent, { file })).toEqual(['file: invalid_type']);
    expect(faultsOf(strategyFileSent, { file: {}, more: 1 })).toEqual([': unrecognized_keys']);
  });
});

describe('what became of it', () => {
  const OUTCOME = { faults: [{ path: ['areas', 0, 'slug'], code: 'slug.malformed', text: 'a b' }], isMore: false, changes: 0 };
  it('tells each fault with its place', () => {
    expect(strategyFileOutcome.parse(OUTCOME) as unknown).toEqual(OUTCOME);
    expect(faultsOf(strategyFileOutcome, { ...OUTCOME, faults: [{ ...OUTCOME.faults[0], path: [0.5] }] }).length).toBe(1);
  });
});

describe('the template', () => {
  const words = { sv: 'Leva' };
  it('tells what it brings, and nothing else', () => {
    const template = { name: words, purpose: words, areas: [{ slug: 'leva', name: words, shortName: words, description: words }] };
    expect(strategyTemplate.parse({ ...template, areas: [{ ...template.areas[0], goals: [] }] }) as unknown).toEqual(template);
  });
});

describe('the decision behind a template', () => {
  const DECISION = {
    name: 'Hultsfred växer',
    ...{ body: 'council', decidedOn: '2026-11-23', paragraph: '§ 112', dnr: 'KS 2026/12', validFrom: '2027-01-01' },
  };
  specContract(templateDecision, DECISION, { optional: ['name', 'paragraph', 'dnr'], unknown: 'refused' });

  it('was made on a day of the calendar', () =>
    expect(faultsOf(templateDecision, { ...DECISION, decidedOn: '2026-02-30' })).toEqual(['decidedOn: invalid_format']));
});
