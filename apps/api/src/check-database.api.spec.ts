import { checkDatabase } from './check-database.js';
import { ConfigError } from './config.js';
import { migrate } from './data-source.js';
import { testDatabase, type TestDatabase } from '@slusen/embedded-postgres/testing';

describe('a database of one’s own', () => {
  let database: TestDatabase;
  beforeAll(async () => (database = await testDatabase({ migrate })), 120_000);
  afterAll(() => database.drop());

  const changed = (address: string, change: (url: URL) => void): string => {
    const url = new URL(address);
    change(url);
    return url.href;
  };
  const refusal = async (url: string, ownerUrl: string): Promise<string> => {
    const error: unknown = await checkDatabase({ url, ownerUrl }, 1).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(ConfigError);
    return (error as Error).message;
  };

  it('may be used as the app that owns nothing', async () => {
    await expectAsync(checkDatabase({ url: database.appUrl, ownerUrl: database.ownerUrl })).toBeResolved();
  });

  it('may not be used as its owner', async () => {
    expect(await refusal(database.ownerUrl, database.appUrl)).toMatch(/^DATABASE_URL names a role that owns/);
  });

  const wrong: [what: string, change: (url: URL) => void, sentence: RegExp][] = [
    ['a wrong password', (url) => (url.password = 'fel'), /the password is refused/],
    ['another database', (url) => (url.pathname = '/finns-inte'), /there is no database of that name/],
    ['a closed port', (url) => (url.port = '1'), /nothing answers at that address/],
  ];
  for (const [what, change, sentence] of wrong) {
    it(`with ${what} is refused in one sentence that names the setting and no password`, async () => {
      const asApp = await refusal(changed(database.appUrl, change), database.ownerUrl);
      const asOwner = await refusal(database.appUrl, changed(database.ownerUrl, change));
      expect(asApp).toMatch(/^DATABASE_URL cannot be used: [^\n]+\.$/);
      expect(asOwner).toMatch(/^DATABASE_OWNER_URL cannot be used: [^\n]+\.$/);
      for (const said of [asApp, asOwner]) expect(said).toMatch(sentence);
      expect(asApp + asOwner).not.toContain('fel');
    });
  }
});
