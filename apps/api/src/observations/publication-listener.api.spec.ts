import { setTimeout as delay } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { dataSourceOptions, migrate } from '../data-source.js';
import { testDatabase, type TestDatabase } from '@slusen/embedded-postgres/testing';
import { Statements } from '../platform/statements.js';
import { Transactions } from '../platform/transactions.js';
import { PublicationListener } from './publication-listener.js';
import { CHANNEL, Publications, type Publication } from './publications.js';

const LISTENING = `select pid from pg_stat_activity where application_name = 'slusen-listen' and datname = current_database()`;

describe('listening for publications of other processes', () => {
  let database: TestDatabase;
  let source: DataSource;
  let publications: Publications;
  let listener: PublicationListener;
  let heard: Publication[];
  beforeAll(async () => {
    database = await testDatabase({ migrate });
    source = await new DataSource(dataSourceOptions({ url: database.appUrl, poolSize: 2 })).initialize();
  }, 120_000);
  afterAll(async () => {
    await source.destroy();
    await database.drop();
  });
  beforeEach(() => {
    publications = new Publications(new Statements(source));
    heard = [];
    publications.stream.subscribe((publication) => heard.push(publication));
    listener = new PublicationListener(source, publications);
  });
  afterEach(() => listener.onModuleDestroy());

  const connections = async (): Promise<number[]> => (await source.query<{ pid: number }[]>(LISTENING)).map(({ pid }) => pid);
  /** What a connection leaves behind is seen a moment later. */
  const until = async (holds: () => boolean | Promise<boolean>): Promise<boolean> => {
    for (let tries = 0; tries < 100; tries += 1) {
      if (await holds()) return true;
      await delay(50);
    }
    return false;
  };

  it('hears what another says, and takes what it cannot read for everything', async () => {
    await listener.onApplicationBootstrap();
    expect([publications.areHeard, heard.splice(0)]).toEqual([true, ['hidden']]);
    const said = { indicators: ['folkmangd'] };
    for (const one of [said, 'hidden'] as const)
      await new Transactions(source).run(() => new Publications(new Statements(source)).tellOthers(one));
    for (const payload of ['något annat', '{"indicators":7}', 'null']) await source.query('select pg_notify($1, $2)', [CHANNEL, payload]);
    expect(await until(() => heard.length === 5)).toBeTrue();
    expect(heard).toEqual([said, 'hidden', 'everything', 'everything', 'everything']);
  });

  it('assumes everything, and that something was hidden, after its connection was lost, and until then says that it hears nobody', async () => {
    await listener.onApplicationBootstrap();
    heard.length = 0;
    const [pid] = await connections();
    await source.query('select pg_terminate_backend($1)', [pid]);
    expect(await until(() => !publications.areHeard)).toBeTrue();
    expect(await until(() => publications.areHeard)).toBeTrue();
    expect(heard).toEqual(['hidden']);
    expect((await connections()).length).toBe(1);
  });

  it('leaves no connection behind when it is closed while connecting', async () => {
    const connecting = listener.onApplicationBootstrap();
    await listener.onModuleDestroy();
    await connecting;
    expect(await until(async () => (await connections()).length === 0)).toBeTrue();
    expect(publications.areHeard).toBeFalse();
  });
});
