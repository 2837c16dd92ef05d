import { passwordFault } from './password.js';

describe('A new password', () => {
  const cases: readonly (readonly [length: number, fault: ReturnType<typeof passwordFault>])[] = [
    [0, 'password.too-short'],
    [11, 'password.too-short'],
    [12, undefined],
    [200, undefined],
    [201, 'password.too-long'],
  ];
  for (const [length, fault] of cases) {
    it(`of ${length} characters is ${fault ?? 'accepted'}`, () => expect(passwordFault('å'.repeat(length))).toBe(fault));
  }
});
