import { SnakeNaming } from './naming.js';

describe('a column', () => {
  const names: readonly [property: string, column: string][] = [
    ['slug', 'slug'],
    ['nameSv', 'name_sv'],
    ['unmeasuredReasonSv', 'unmeasured_reason_sv'],
    ['sha256', 'sha256'],
    ['publishAt', 'publish_at'],
  ];
  for (const [property, column] of names)
    it(`of ${property} is called ${column}`, () => expect(new SnakeNaming().columnName(property, undefined, [])).toBe(column));

  it('keeps the name that it is given', () => expect(new SnakeNaming().columnName('nameSv', 'namn', [])).toBe('namn'));
});
