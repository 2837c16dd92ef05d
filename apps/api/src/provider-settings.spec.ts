import { ConfigError, readConfig } from './config.js';

const ISSUER = 'https://login.vimmerby.se/tenant/v2.0';
const PROVIDER = { OIDC_ISSUER: ISSUER, OIDC_CLIENT_ID: 'slusen', OIDC_CLIENT_SECRET: 'hemligt' };
const CLAIM = { OIDC_ROLES_CLAIM: 'groups' };

describe('the settings of the municipality’s own sign-in', () => {
  it('are none where none is set', () => expect(readConfig({}).provider).toBeUndefined());

  it('need three words, and ask for the name beside who it is', () => {
    expect(readConfig(PROVIDER).provider).toEqual({
      issuer: ISSUER,
      clientId: 'slusen',
      clientSecret: 'hemligt',
      name: undefined,
      scope: 'openid profile',
      roles: undefined,
    });
  });

  const given: readonly [text: string, roles: object[]][] = [
    ['Granskare=reviewer:kultur', [{ group: 'Granskare', role: 'reviewer', department: 'kultur' }]],
    [
      ' CN=Slusen admin,OU=Grupper = administrator ; p=politician;',
      [
        { group: 'CN=Slusen admin,OU=Grupper', role: 'administrator' },
        { group: 'p', role: 'politician' },
      ],
    ],
    ['r=reviewer', [{ group: 'r', role: 'reviewer' }]],
  ];
  for (const [text, roles] of given) {
    it(`give roles by ${text}`, () => {
      const { provider } = readConfig({ ...PROVIDER, ...CLAIM, OIDC_ROLES: text });
      expect(provider?.roles).toEqual({ claim: 'groups', given: roles as never });
    });
  }

  const wrong: readonly [settings: Record<string, string>, named: string][] = [
    [{ ...PROVIDER, OIDC_ISSUER: 'login.vimmerby.se' }, 'OIDC_ISSUER'],
    [{ ...PROVIDER, OIDC_ISSUER: 'http://login.vimmerby.se' }, 'OIDC_ISSUER'],
    [{ ...PROVIDER, OIDC_ISSUER: 'http://127.evil.example' }, 'OIDC_ISSUER'],
    [{ OIDC_ISSUER: ISSUER, OIDC_CLIENT_ID: 'slusen' }, 'OIDC_CLIENT_SECRET'],
    [{ OIDC_ISSUER: ISSUER, OIDC_CLIENT_SECRET: 'hemligt' }, 'OIDC_CLIENT_ID'],
    [{ OIDC_CLIENT_ID: 'slusen' }, 'OIDC_ISSUER'],
    [{ OIDC_CLIENT_SECRET: 'hemligt' }, 'OIDC_ISSUER'],
    [{ ...PROVIDER, OIDC_NAME: 'x'.repeat(61) }, 'OIDC_NAME'],
    [{ ...PROVIDER, OIDC_SCOPE: 'profile email' }, 'OIDC_SCOPE'],
    [{ ...PROVIDER, OIDC_SCOPE: 'openid\nprofile' }, 'OIDC_SCOPE'],
    [{ ...PROVIDER, ...CLAIM }, 'OIDC_ROLES'],
    [{ ...PROVIDER, OIDC_ROLES: 'a=administrator' }, 'OIDC_ROLES_CLAIM'],
    ...['Granskare', 'Granskare=chef', '=reviewer', 'r=reporter', 'r=reporter:', 'a=administrator, b=politician'].map(
      (text): [Record<string, string>, string] => [{ ...PROVIDER, ...CLAIM, OIDC_ROLES: text }, 'OIDC_ROLES'],
    ),
  ];
  for (const [settings, named] of wrong) {
    it(`are refused in one sentence, without the secret: ${JSON.stringify(settings)}`, () => {
      expect(() => readConfig(settings)).toThrowMatching(
        (error: Error) => error instanceof ConfigError && error.message.includes(named) && !error.message.includes('hemligt'),
      );
    });
  }

  it('may name a provider on loopback without TLS', () => {
    expect(readConfig({ ...PROVIDER, OIDC_ISSUER: 'http://127.0.0.1:4000' }).provider?.issuer).toBe('http://127.0.0.1:4000');
  });
});
