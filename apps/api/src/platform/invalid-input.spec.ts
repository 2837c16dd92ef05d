import * as z from 'zod';
import { InputPipe } from './input-pipe.js';
import { InvalidInput, requireSound } from './invalid-input.js';
import { pathName } from './path-name.js';
import { problemOf } from './problem-of.js';

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

describe('what is sent and does not fit', () => {
  const schema = z.strictObject({ name: z.string(), kind: z.enum(['a', 'b']), of: z.array(z.object({ at: z.int() })) });
  const refused = async (sent: unknown): Promise<InvalidInput> =>
    new InputPipe().transform(sent, { type: 'body', schema }).then(
      () => fail('it was taken') as never,
      (error: InvalidInput) => error,
    );

  it('names what was left out, apart from what is wrong', async () => {
    const error = await refused({ kind: 'c', of: [{ at: 1 }, {}] });
    expect(error.errors).toEqual([
      { path: 'name', message: 'missing: expected string' },
      { path: 'kind', message: 'Invalid option: expected one of "a"|"b"' },
      { path: 'of.1.at', message: 'missing: expected number' },
    ]);
    expect(problemOf(error).detail).toBe('Missing: name, of.1.at. See "errors" for each place that does not fit.');
  });

  it('says so of a word to choose, and of everything', async () => {
    const word = await refused({ name: 'x', of: [] });
    expect(word.errors).toEqual([{ path: 'kind', message: 'missing: expected one of "a"|"b"' }]);
    const nothing = await refused(undefined);
    expect([nothing.errors, nothing.missing]).toEqual([[{ path: '', message: 'missing: expected object' }], []]);
  });

  it('names nothing where all is there', async () => {
    expect(problemOf(await refused({ name: null, kind: 'a', of: [], more: 1 })).detail).toBe(
      'See "errors" for each place that does not fit.',
    );
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
