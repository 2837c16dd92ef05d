import { wholeFault, type PartedValue, type WholeFault } from './whole-check.js';

describe('a whole beside its parts', () => {
  const cases: [what: string, value: PartedValue, fault: WholeFault | undefined][] = [
    ['that make it up', { whole: 101, parts: [48, 53], adds: true }, undefined],
    ['that make it up as decimals do, whatever floats say', { whole: 0.3, parts: [0.1, 0.2], adds: true }, undefined],
    ['that are one more', { whole: 101, parts: [49, 53], adds: true }, { kind: 'not-the-sum', sum: 102 }],
    ['of shares, between them', { whole: 12.4, parts: [10, 15], adds: false }, undefined],
    ['of shares, the same as one of them', { whole: 15, parts: [10, 15], adds: false }, undefined],
    ['of shares, above all of them', { whole: 15.1, parts: [10, 15], adds: false }, { kind: 'outside', least: 10, most: 15 }],
    ['of shares, below all of them', { whole: 9, parts: [10, 15, 11], adds: false }, { kind: 'outside', least: 10, most: 15 }],
  ];
  for (const [what, value, fault] of cases) it(what, () => expect(wholeFault(value)).toEqual(fault));
});
