import { faultsOf, specContract } from './contract.fixtures.js';
import { firstFigure, firstValue } from './first-figure.js';

describe('how far the first figure has come', () => {
  const VIEW = {
    done: ['municipality', 'indicator'],
    indicator: { slug: 'utlan', name: { sv: 'Utlån', en: 'Loans' } },
    department: 'biblioteket',
    proposal: { draft: 4, isOwn: true },
  };
  specContract(firstFigure, VIEW, { optional: ['indicator', 'indicator.name.en', 'department', 'proposal'], unknown: 'stripped' });

  it('knows its steps', () => expect(faultsOf(firstFigure, { done: ['coffee'] })).toEqual(['done.0: invalid_value']));
});

describe('what is between an indicator and its first value', () => {
  const VIEW = {
    ...{ isByHand: true, hasValue: false, isSubmitted: false, hasReporter: true, hasReviewer: false, mayEnter: true },
    ...{ department: { slug: 'biblioteket', name: { sv: 'Biblioteket', en: 'The library' } }, period: '2025' },
  };
  specContract(firstValue, VIEW, { optional: ['department', 'department.name.en', 'period'], unknown: 'stripped' });
});
