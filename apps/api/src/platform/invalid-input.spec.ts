import { InvalidInput, requireSound } from './invalid-input.js';
import { pathName } from './path-name.js';

describe('what rules find fault with', () => {
  it('is refused with each place and code, fifty at most', () => {
    const faults = Array.from({ length: 60 }, (_, at) => ({ path: ['areas', at, 'slug'], code: 'name.repeated' as const, text: 'x' }));
    const attempt = () => requireSound(faults);
    expect(attempt).toThrowMatching(
      ({ errors }: InvalidInput) => errors.length === 50 && errors[7]?.path === 'areas.7.slug' && errors[7].message === 'name.repeated',
    );
  });

  it('is nothing where they find none', () => expect(() => requireSound([])).not.toThrow());

  it('is told in short, whatever was sent', () => {
    const { errors } = new InvalidInput([{ message: 'x'.repeat(1000), path: [] }, { message: 'y' }]);
    expect(errors.map(({ path, message }) => [path, message.length])).toEqual([
      ['', 300],
      ['', 1],
    ]);
  });
});

describe('a name in an address', () => {
  const cases: readonly [name: string, isRead: boolean][] = [
    ['folkmangd', true],
    ['Åäö ', true],
    ["'; drop table", true],
    ['x'.repeat(200), true],
    ['x'.repeat(201), false],
    ['', false],
    ['a\u0000b', false],
    ['\ud800', false],
  ];
  for (const [name, isRead] of cases)
    it(`${isRead ? 'is looked up' : 'is refused unread'}: ${JSON.stringify(name).slice(0, 30)}`, () =>
      expect(pathName.safeParse(name).success).toBe(isRead));
});
