import { InvalidInput } from './invalid-input.js';
import { readJson } from './json-body.js';

describe('a JSON body', () => {
  const bodies: readonly [body: string, read: unknown][] = [
    ['{"a":1,"b":{"a":2},"c":[{"a":3},{"a":4}]}', { a: 1, b: { a: 2 }, c: [{ a: 3 }, { a: 4 }] }],
    ['"{\\"a\\":1,\\"a\\":2}"', '{"a":1,"a":2}'],
    ['{"a":"x:\\"a\\":1, \\\\"}', { a: 'x:"a":1, \\' }],
    ['{"value":123456789012345}', { value: 123456789012345 }],
    ['{"value":-0.000000123456789012345}', { value: -0.000000123456789012345 }],
    ['[1.50000000000000000000,1e300,10000000000000000]', [1.5, 1e300, 1e16]],
    ['{"comment":"1234567890123456"}', { comment: '1234567890123456' }],
    ['{"comment":"__proto__: constructor"}', { comment: '__proto__: constructor' }],
    ['null', null],
  ];
  for (const [body, read] of bodies) it(`is read: ${body}`, () => expect(readJson(Buffer.from(body))).toEqual(read));

  const refused: readonly [body: string | Buffer, message: string, path: string][] = [
    ['', 'body.not-json', ''],
    ['{', 'body.not-json', ''],
    ['{"a":1}{"a":1}', 'body.not-json', ''],
    ['NaN', 'body.not-json', ''],
    [Buffer.from([0x22, 0xff, 0x22]), 'body.not-utf-8', ''],
    [Buffer.from('{"a":1}', 'utf16le'), 'body.not-json', ''],
    ['{"value":1,"value":2}', 'name.twice', 'value'],
    ['{"value":1,"v\\u0061lue":2}', 'name.twice', 'value'],
    ['{"a":[{"b":{"c":1}, "b" : 2}]}', 'name.twice', 'b'],
    ['{"a":{},"a":{}}', 'name.twice', 'a'],
    ['{"__proto__":{"value":1}}', 'name.not-allowed', '__proto__'],
    ['{"a":[{"\\u005f_proto__":1}]}', 'name.not-allowed', '__proto__'],
    ['{"constructor":{"prototype":{}}}', 'name.not-allowed', 'constructor'],
    ['{"prototype":1}', 'name.not-allowed', 'prototype'],
    ['{"value":0.1000000000000000055}', 'number.too-many-digits', '0.1000000000000000055'],
    ['{"value":1234567890123456}', 'number.too-many-digits', '1234567890123456'],
    ['[-1.234567890123456e-5]', 'number.too-many-digits', '-1.234567890123456e-5'],
  ];
  for (const [body, message, path] of refused) {
    it(`is refused as ${message}: ${String(body)}`, () => {
      expect(() => readJson(Buffer.from(body))).toThrowMatching(
        (error) => error instanceof InvalidInput && error.errors[0]?.message === message && error.errors[0].path === path,
      );
    });
  }

  it('is read however deep it is nested', () => {
    const depth = 200_000;
    expect(() => readJson(Buffer.from(`${'['.repeat(depth)}${']'.repeat(depth)}`))).not.toThrow();
  });
});
