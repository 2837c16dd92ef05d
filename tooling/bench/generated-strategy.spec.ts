import { strategyFile as schema } from '@slusen/contracts';
// @ts-expect-error Plain JavaScript, as all tooling.
import { strategyFile } from './generated-strategy.mjs';

describe('the generated strategy', () => {
  it('is a strategy file that the product accepts', () => {
    const { error } = schema.safeParse((strategyFile as (year: number) => unknown)(2026));
    expect(error).toBeUndefined();
  });
});
