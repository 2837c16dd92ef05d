import { rowsOf } from './scratch.js';
import { testDatabase, type TestDatabase } from './template-database.js';

let migrations = 0;
async function migrate(ownerUrl: string): Promise<void> {
  migrations += 1;
  await rowsOf(ownerUrl, 'CREATE TABLE figure (n integer)');
  await rowsOf(ownerUrl, 'GRANT SELECT, INSERT ON figure TO slusen_app');
}

describe('database of a suite', () => {
  const made: TestDatabase[] = [];
  const make = async () => {
    const database = await testDatabase({ migrate });
    made.push(database);
    return database;
  };
  afterEach(async () => {
    for (const database of made.splice(0)) await database.drop();
  });

  it('is migrated once for all suites and belongs to one of them', async () => {
    const [one, other] = await Promise.all([make(), make()]);
    await rowsOf(one.appUrl, 'INSERT INTO figure VALUES (1)');
    expect(await rowsOf(one.appUrl, 'SELECT n FROM figure')).toEqual([[1]]);
    expect(await rowsOf(other.appUrl, 'SELECT n FROM figure')).toEqual([]);
    expect(migrations).toBe(1);
  }, 60_000);

  it('has the rights the app has in earnest', async () => {
    const { appUrl, ownerUrl } = await make();
    await expectAsync(rowsOf(appUrl, 'CREATE TABLE mine (n integer)')).toBeRejectedWithError(/permission denied/);
    await expectAsync(rowsOf(appUrl, 'DELETE FROM figure')).toBeRejectedWithError(/permission denied/);
    expect(await rowsOf(ownerUrl, 'DELETE FROM figure')).toEqual([]);
  }, 60_000);

  it('is gone once it is dropped', async () => {
    const { appUrl, drop } = await make();
    await drop();
    await expectAsync(rowsOf(appUrl, 'SELECT 1')).toBeRejectedWithError(/does not exist/);
  }, 60_000);
});
