import { join, resolve } from 'node:path';
import { ConfigError, readConfig } from './config.js';

type Env = Readonly<Record<string, string>>;

/** An installation that is told everything, so that what the copy leaves out is seen. */
const REAL: Env = {
  ...{ HOST: '0.0.0.0', PORT: '3000', TRUST_PROXY: '10.0.0.1', PUBLIC_URL: 'https://mal.hultsfred.se', DATA_DIR: '/srv/slusen' },
  ...{ DATABASE_URL: 'postgres://app:a@db/slusen', DATABASE_OWNER_URL: 'postgres://owner:o@db/slusen', BACKUP_DIR: '/srv/copies' },
  ...{ MAIL_URL: 'smtp://mail.hultsfred.se', MAIL_FROM: 'slusen@hultsfred.se', MUNICIPALITY: 'Hultsfreds kommun' },
  ...{ OIDC_ISSUER: 'https://id.hultsfred.se', OIDC_CLIENT_ID: 'slusen', OIDC_CLIENT_SECRET: 'hemligt' },
};
const practice = (env: Env = {}) => readConfig({ ...REAL, PRACTICE: '1', ...env });

describe('The settings of the practice copy', () => {
  it('are nobody’s who did not ask for it', () => expect(readConfig(REAL).isPractice).toBeFalse());

  it('leave out whatever would reach the real database, the real folders or other people', () => {
    const { isPractice, database, dataDir, backup, mail, provider } = practice();
    const folder = resolve('/srv/slusen/practice');
    expect({ isPractice, database, dataDir, mail, provider }).toEqual({
      ...{ isPractice: true, database: undefined, dataDir: folder, mail: undefined, provider: undefined },
    });
    expect(backup).toEqual({ time: undefined, folder: join(folder, 'backup'), keep: 30, trialUrl: undefined });
  });

  it('are the real ones in what is shown', () => {
    expect(practice().site).toEqual(readConfig(REAL).site);
    expect(practice().demo).toBe(readConfig(REAL).demo);
  });

  it('have the municipality’s own sign-in only where that is asked for', () =>
    expect(practice({ PRACTICE_PROVIDER: '1' }).provider?.issuer).toBe('https://id.hultsfred.se'));

  describe('and its address', () => {
    const addressOf = ({ host, port, publicUrl, trustProxy }: ReturnType<typeof practice>) => [host, port, publicUrl, trustProxy];

    it('is on this machine only, on the next port, unless it has one of its own', () => {
      expect(addressOf(practice())).toEqual(['127.0.0.1', 3001, 'http://localhost:3001', undefined]);
      expect(addressOf(practice({ PRACTICE_URL: 'https://ova.hultsfred.se/' }))).toEqual([
        ...['0.0.0.0', 3001, 'https://ova.hultsfred.se', '10.0.0.1'],
      ]);
    });

    for (const [HOST, real, copy] of [
      ['127.0.0.1', '127.0.0.1', 'localhost'],
      ['localhost', 'localhost', '127.0.0.1'],
      ['::1', '[::1]', 'localhost'],
    ] as const)
      it(`has another name than ${real}, since a host’s cookies go to all of its ports`, () => {
        expect(new URL(readConfig({ HOST }).publicUrl).hostname).toBe(real);
        expect(new URL(readConfig({ HOST, PRACTICE: '1' }).publicUrl).hostname).toBe(copy);
      });

    for (const [PORT, port] of [
      ['0', 0],
      ['65534', 65_535],
      ['65535', 65_534],
    ] as const)
      it(`is beside port ${PORT}`, () => expect(practice({ PORT }).port).toBe(port));
  });

  describe('are refused in one sentence', () => {
    const cases: readonly (readonly [what: string, env: Env, setting: string])[] = [
      ['a folder that is the real one', { PRACTICE_DIR: '/srv/slusen' }, 'PRACTICE_DIR'],
      ['the same written in another way', { PRACTICE_DIR: '/srv/slusen/log/../' }, 'PRACTICE_DIR'],
      ['a folder with the real one in it', { PRACTICE_DIR: '/srv' }, 'PRACTICE_DIR'],
      ['the folder of the real copies', { PRACTICE_DIR: '/srv/copies' }, 'PRACTICE_DIR'],
      ['the address of the real one', { PRACTICE_URL: 'https://mal.hultsfred.se' }, 'PRACTICE_URL'],
      ['another port of that', { PRACTICE_URL: 'https://mal.hultsfred.se:8443' }, 'PRACTICE_URL'],
      ['an address without TLS', { PRACTICE_URL: 'http://ova.hultsfred.se' }, 'PRACTICE_URL'],
      ['an address with a path', { PRACTICE_URL: 'https://hultsfred.se/ova' }, 'PRACTICE_URL'],
      ['a word that is neither on nor off', { PRACTICE: 'yes' }, 'PRACTICE'],
      ['another such word', { PRACTICE_PROVIDER: 'true' }, 'PRACTICE_PROVIDER'],
    ];
    for (const [what, env, setting] of cases)
      it(`with ${what}`, () =>
        expect(() => practice(env)).toThrowMatching(
          (error) => error instanceof ConfigError && error.message.startsWith(setting) && /^[^\n]{10,250}\.$/.test(error.message),
        ));

    it('but not with a folder that only begins like the real one', () =>
      expect(practice({ PRACTICE_DIR: '/srv/slusen-ova' }).dataDir).toBe(resolve('/srv/slusen-ova')));
  });
});
