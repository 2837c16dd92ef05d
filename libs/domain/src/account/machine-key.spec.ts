import { machineKeyEndFault } from './machine-key.js';

describe('The last day of a key of a business system', () => {
  const cases: readonly [lastDay: string, fault: ReturnType<typeof machineKeyEndFault>][] = [
    ['2026-11-26', 'machine-key.end-passed'],
    ['2026-11-27', undefined],
    ['2027-12-31', undefined],
    ['2028-11-27', undefined],
    ['2028-11-28', 'machine-key.end-too-far'],
    ['9999-12-31', 'machine-key.end-too-far'],
  ];
  for (const [lastDay, fault] of cases)
    it(`may ${fault ? 'not ' : ''}be ${lastDay}`, () => expect(machineKeyEndFault(lastDay, '2026-11-27')).toBe(fault));
});
