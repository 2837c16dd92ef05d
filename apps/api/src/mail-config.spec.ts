import { ConfigError, readConfig } from './config.js';

describe('The settings of mail', () => {
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
  const FROM = { MAIL_FROM: 'slusen@hultsfred.se' };

  it('may be left out, and then nothing is sent', () => expect(readConfig({}).mail).toBeUndefined());

  it('name a server and who writes; a password has any characters', () => {
    expect(readConfig({ MAIL_URL: 'smtp://slusen@mail.hultsfred.se:587', MAIL_PASSWORD: 'p#?& @:ö', ...FROM }).mail).toEqual({
      url: 'smtp://slusen@mail.hultsfred.se:587',
      password: 'p#?& @:ö',
      from: 'slusen@hultsfred.se',
    });
  });

  for (const url of ['mail.hultsfred.se', 'http://mail.hultsfred.se', 'smtp://u:p#x@mail', 'smtp://mail?x=1', 'smtp://ma il'])
    it(`do not take ${url} for a server, and never tell what stood there`, () => {
      const said = refusal({ MAIL_URL: url, ...FROM });
      expect(said).toContain('MAIL_URL is set to "…"');
      expect(said).not.toContain(url);
    });

  for (const [what, env, setting] of [
    ['a server without a sender', { MAIL_URL: 'smtp://mail' }, 'MAIL_FROM'],
    ['a sender without a server', FROM, 'MAIL_URL'],
    ['a password without a server', { MAIL_PASSWORD: 'x' }, 'MAIL_URL'],
    ['a sender that is none', { MAIL_URL: 'smtp://mail', MAIL_FROM: 'slusen' }, 'MAIL_FROM'],
    ['a sender with a line end', { MAIL_URL: 'smtp://mail', MAIL_FROM: 'a@b.se\nBcc: c@d.se' }, 'MAIL_FROM'],
  ] as const)
    it(`are refused with ${what}`, () => expect(refusal(env)).toContain(setting));
});
