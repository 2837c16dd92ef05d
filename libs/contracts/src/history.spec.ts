import { faultsOf, specContract } from './contract.fixtures.js';
import { historyHead, historyView } from './history.js';

const HEAD = { seq: 12, hash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' };

describe('the head of the history', () => {
  specContract(historyView, { head: HEAD }, { unknown: 'stripped', optional: ['head'] });

  const cases: [what: string, changes: object, fault: string][] = [
    ['half a hash', { hash: HEAD.hash.slice(1) }, 'hash: invalid_format'],
    ['more than a hash', { hash: `${HEAD.hash}0` }, 'hash: invalid_format'],
    ['a hash in capitals', { hash: HEAD.hash.toUpperCase() }, 'hash: invalid_format'],
    ['a hash of other letters', { hash: HEAD.hash.replace('9', 'g') }, 'hash: invalid_format'],
    ['a hash and a line end', { hash: `${HEAD.hash}\n` }, 'hash: invalid_format'],
    ['a place between two', { seq: 12.5 }, 'seq: invalid_type'],
  ];
  for (const [what, changes, fault] of cases) {
    it(`is not ${what}`, () => expect(faultsOf(historyHead, { ...HEAD, ...changes })).toEqual([fault]));
  }
});
