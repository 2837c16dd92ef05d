import { safeReturn } from './safe-return.js';

describe('safeReturn', () => {
  const cases: readonly (readonly [address: string | undefined, safe: string])[] = [
    ['/granskning/7?x=1#y', '/granskning/7?x=1#y'],
    ['/', '/'],
    [undefined, ''],
    ['', ''],
    ['//ond.example', ''],
    ['/\\ond.example', ''],
    ['https://ond.example', ''],
    ['javascript:alert(1)', ''],
    ['granskning', ''],
  ];
  for (const [address, safe] of cases) it(`of ${address} is "${safe}"`, () => expect(safeReturn(address)).toBe(safe));
});
