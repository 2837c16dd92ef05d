import { join, resolve } from 'node:path';
import pg from 'pg';
import { ConfigError, readConfig } from './config.js';

const OURS = { MUNICIPALITY: 'Hultsfreds kommun', MUNICIPALITY_CODE: '0860' };
const DATABASE_ONLY = { DATABASE_URL: 'postgres://app:hemligt@db/slusen', DATABASE_OWNER_URL: 'postgres://owner:hemligt@db/slusen' };
const DATABASE = { ...DATABASE_ONLY, ...OURS };

describe('readConfig', () => {
  const refusal = (env: Record<string, string>): string => {
    try {
      readConfig(env);
    } catch (error) {
      expect(error).toBeInstanceOf(ConfigError);
      return (error as Error).message;
    }
    fail(`${JSON.stringify(env)} was taken`);
    return '';
  };

  it('needs nothing to be set', () => {
    const config = readConfig({});
    expect(config).toEqual(
      jasmine.objectContaining({
        port: 3000,
        host: '127.0.0.1',
        publicUrl: 'http://127.0.0.1:3000',
        trustProxy: undefined,
        database: undefined,
        demo: true,
      }),
    );
    expect(config.dataDir).toMatch(/[\\/]data$/);
  });

  const wrong: readonly (readonly [setting: string, values: readonly string[]])[] = [
    ['PORT', ['abc', '-1', '65536', '3000.5', '99999', ' ', '0x10']],
    ['HOST', ['example.se', '999.1.1.1', 'http://127.0.0.1', '127.0.0.1:3000']],
    [
      'PUBLIC_URL',
      [
        'slus.example.se',
        'ftp://slus.example.se',
        'http://slus.example.se',
        'https://',
        'javascript:alert(1)',
        'https://x.se/sub',
        'https://x.se?q=1',
        'https://eva@x.se',
        'https://x.se/#a',
        'http://127.evil.example',
      ],
    ],
    ['DATABASE_URL', ['db', 'mysql://db/slusen', 'https://db/slusen']],
    ['DATABASE_OWNER_URL', ['db', 'mysql://db/slusen']],
    ['DEMO', ['yes', 'true', '2']],
    ['LOG_LEVEL', ['loud']],
    ['MUNICIPALITY', ['x'.repeat(81)]],
    ['MUNICIPALITY_CODE', ['84', 'Vimmerby', '08841']],
    ['ACCENT_COLOUR', ['blue', '#12', '#12345g', 'red; } body { display: none']],
    ['DATA_LICENCE', ['CC', 'free']],
    ['CONTACT_EMAIL', ['tillgänglighet', '@vimmerby.se']],
    ['CONTACT_TELEPHONE', ['1', '1'.repeat(41)]],
    ['DATA_PROTECTION_OFFICER', ['Eva Norrby', 'ombud@']],
    ['DATABASE_TRIAL_URL', ['db', 'mysql://db/slusen']],
    ['BACKUP_TIME', ['3', '3:30', '24:00', '03:60', 'nightly']],
    ['BACKUP_KEEP', ['0', '-1', '10000', 'all', '1.5']],
    [
      'TRUST_PROXY',
      ['nonsense', '10.0.0.0/99', 'proxy.local', '10.0.0.0/8', '10.0.0.1/32', 'uniquelocal', 'loopback', '10.0.0.1,', 'true', '1'],
    ],
  ];
  for (const [setting, values] of wrong) {
    for (const value of values) {
      it(`refuses ${setting}=${value.slice(0, 30)} in one sentence that names it`, () => {
        const sentence = refusal({ [setting]: value });
        expect(sentence).toContain(setting);
        expect(sentence).toMatch(/^[^\n]{10,250}\.$/);
        // In words for whoever set it, not in those of the library that checks.
        expect(sentence).not.toMatch(/Invalid|expected|pattern/);
      });
    }
  }

  it('says nothing of a password in an address', () => {
    for (const setting of ['DATABASE_URL', 'DATABASE_OWNER_URL'])
      expect(refusal({ ...DATABASE, [setting]: 'mysql://app:hemligt@db/slusen' })).not.toContain('hemligt');
  });

  for (const password of ['a/b', 'a#b?c', 'p@ss:word', '100%', 'å ä', "';--", 'a%2Fb']) {
    it(`takes the password ${password} in a setting of its own`, () => {
      const { database } = readConfig({
        ...OURS,
        DATABASE_URL: 'postgres://app@db:5433/slusen',
        DATABASE_OWNER_URL: 'postgres://owner@db:5433/slusen',
        DATABASE_PASSWORD: password,
        DATABASE_OWNER_PASSWORD: `${password}2`,
      });
      const read = (connectionString: string | undefined) => new pg.Client({ connectionString: String(connectionString) });
      const [app, owner] = [read(database?.url), read(database?.ownerUrl)];
      expect([app.host, app.port, app.database, app.user, app.password]).toEqual(['db', 5433, 'slusen', 'app', password]);
      expect([owner.user, owner.password]).toEqual(['owner', `${password}2`]);
    });
  }

  for (const address of [
    'postgres://app:a/b@db/slusen',
    'postgres://app:a#b@db/slusen',
    'postgres://app:1#b@db/slusen',
    'postgres://app:a?b@db/slusen',
  ]) {
    it(`says where the password of ${address} goes, and nothing of it`, () => {
      const said = refusal({ ...DATABASE, DATABASE_URL: address });
      expect(said).toMatch(/^DATABASE_URL .*DATABASE_PASSWORD/);
      expect(said).not.toMatch(/a[/#?]b|1#b/);
    });
  }

  it('copies and checks everything every night unless it is told not to', () => {
    const { dataDir, backup } = readConfig({});
    expect(backup).toEqual({ time: '03:30', folder: join(dataDir, 'backup'), keep: 30, trialUrl: undefined });
    expect(readConfig({ BACKUP_TIME: 'off' }).backup.time).toBeUndefined();
    const given = { BACKUP_DIR: '/backup', BACKUP_KEEP: '7', BACKUP_TIME: '23:59', DATABASE_TRIAL_URL: 'postgres://owner@db/trial' };
    const trialUrl = 'postgres://owner:a%2Fb@db/trial';
    expect(readConfig({ ...DATABASE, ...given, DATABASE_OWNER_PASSWORD: 'a/b' }).backup).toEqual({
      time: '23:59',
      folder: resolve('/backup'),
      keep: 7,
      trialUrl,
    });
  });

  it('wants a password only where there is an address for it', () =>
    expect(refusal({ DATABASE_PASSWORD: 'hemligt' })).toMatch(/^DATABASE_PASSWORD .*DATABASE_URL/));

  it('takes an empty setting as none', () => {
    expect(readConfig({ PORT: '', PUBLIC_URL: '', DATABASE_URL: '' })).toEqual(
      jasmine.objectContaining({ port: 3000, database: undefined }),
    );
  });

  describe('with settings that do not go together', () => {
    it('wants both addresses of a database', () => {
      expect(refusal({ DATABASE_URL: DATABASE.DATABASE_URL })).toContain('DATABASE_OWNER_URL');
      expect(refusal({ DATABASE_OWNER_URL: DATABASE.DATABASE_OWNER_URL })).toContain('DATABASE_URL');
    });

    it('wants the owner and the app to be two', () => {
      expect(refusal({ ...DATABASE, DATABASE_OWNER_URL: DATABASE.DATABASE_URL })).toContain('DATABASE_OWNER_URL');
    });

    it('wants a proxy where others can reach it, since cookies need TLS', () => {
      for (const HOST of ['0.0.0.0', '192.168.1.10', '::']) expect(refusal({ HOST })).toContain('TRUST_PROXY');
      for (const HOST of ['0.0.0.0', '::']) expect(refusal({ HOST, TRUST_PROXY: '10.0.0.1' })).toContain('PUBLIC_URL');
      expect(readConfig({ ...OURS, HOST: '0.0.0.0', TRUST_PROXY: '10.0.0.1', PUBLIC_URL: 'https://x.se' }).trustProxy).toBe('10.0.0.1');
    });
  });

  for (const [TRUST_PROXY] of [['127.0.0.1'], ['10.0.0.1, 10.0.0.2'], ['::1']]) {
    it(`takes ${TRUST_PROXY} for a proxy`, () => expect(readConfig({ TRUST_PROXY: String(TRUST_PROXY) }).trustProxy).toBe(TRUST_PROXY));
  }

  describe('and the demonstration', () => {
    const cases: readonly (readonly [env: Record<string, string>, demo: boolean])[] = [
      [{}, true],
      [{ ...OURS, DEMO: '0' }, false],
      [DATABASE, false],
      [{ ...DATABASE, DEMO: '1' }, true],
      [{ ...OURS, HOST: '0.0.0.0', TRUST_PROXY: '10.0.0.1', PUBLIC_URL: 'https://slus.example.se' }, false],
      [{ HOST: '0.0.0.0', TRUST_PROXY: '10.0.0.1', PUBLIC_URL: 'https://slus.example.se', DEMO: '1' }, true],
      [{ HOST: 'localhost' }, true],
      [{ HOST: '::1' }, true],
    ];
    for (const [env, demo] of cases) {
      const names = Object.keys(env).filter((name) => !name.endsWith('_URL') || name === 'DATABASE_URL');
      it(`is ${demo ? 'shown' : 'left out'} with ${names.map((name) => `${name}=${env[name]?.slice(0, 12)}`).join(' ') || 'nothing set'}`, () =>
        expect(readConfig(env).demo).toBe(demo));
    }
  });

  it('knows its own address', () => {
    expect(readConfig({ PORT: '4000', HOST: '::1' }).publicUrl).toBe('http://[::1]:4000');
    expect(readConfig({ PUBLIC_URL: 'https://slus.example.se/' }).publicUrl).toBe('https://slus.example.se');
    expect(readConfig({ PUBLIC_URL: 'http://localhost:8080' }).publicUrl).toBe('http://localhost:8080');
  });

  describe('and whose the pages are', () => {
    const CONTACT = { CONTACT_EMAIL: 'a@hultsfred.se', CONTACT_TELEPHONE: '0495-24 00 00', DATA_PROTECTION_OFFICER: 'b@hultsfred.se' };

    it('leaves it to the demonstration to be Vimmerby’s, with an example contact', () => {
      const { environment, example } = readConfig({}).site;
      expect(environment).toEqual({});
      expect([example.municipality, example.code, example.contactEmail]).toEqual(['Vimmerby kommun', '0884', 'tillganglighet@exempel.se']);
    });

    it('starts without being told, and makes nothing up: it is said on a page then', () => {
      expect(readConfig({ DEMO: '0' }).site).toEqual({ environment: {}, example: {} });
      expect(readConfig(DATABASE_ONLY).site.example).toEqual({});
    });

    it('takes from the environment what is set there, under the names of the settings', () => {
      const { environment } = readConfig({ ...OURS, ...CONTACT, ACCENT_COLOUR: '#1f4e79', DATA_LICENCE: 'CC0-1.0', DEMO: '0' }).site;
      expect(environment).toEqual({
        municipality: 'Hultsfreds kommun',
        code: '0860',
        accent: '#1f4e79',
        licence: 'CC0-1.0',
        contactEmail: 'a@hultsfred.se',
        contactTelephone: '0495-24 00 00',
        dataProtectionOfficer: 'b@hultsfred.se',
      });
    });
  });
});
