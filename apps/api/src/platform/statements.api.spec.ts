import { wholeApplication, type WholeApplication } from '../testing/whole-application.js';
import { everyStatement, statement } from './statements.js';

describe('the statements of the program', () => {
  let whole: WholeApplication;
  beforeAll(async () => (whole = await wholeApplication()), 120_000);
  afterAll(() => whole.close());

  it('name tables and columns that are there', async () => {
    expect(everyStatement().length).toBeGreaterThan(20);
    for (const { name, text } of everyStatement()) {
      await expectAsync(whole.rows(`prepare "${name}" as ${text}`))
        .withContext(name)
        .toBeResolved();
    }
  });

  it('have a name of their own', () => {
    const one = { name: 'spec.twice', text: 'select 1' };
    statement(one);
    expect(() => statement(one)).toThrowError('Two statements are called spec.twice');
  });
});
