import { Passwords } from './passwords.js';

describe('Passwords', () => {
  const passwords = new Passwords();

  it('keeps an Argon2id hash with its salt: 19 MiB, two passes', async () => {
    const [one, two] = [await passwords.hash('hemligt'), await passwords.hash('hemligt')];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
  });

  it('knows the right password from any other', async () => {
    const stored = await passwords.hash('Åsa & Örjan 🌲');
    expect(await passwords.fits('Åsa & Örjan 🌲', stored)).toBeTrue();
    for (const other of ['åsa & örjan 🌲', 'Åsa & Örjan', '', ' Åsa & Örjan 🌲']) expect(await passwords.fits(other, stored)).toBeFalse();
  });

  it('lets no password fit an account that has none', async () => {
    for (const stored of [null, undefined]) {
      expect(await passwords.fits('', stored)).toBeFalse();
      expect(await passwords.fits('no account has this password', stored)).toBeFalse();
    }
  });

  it('takes the time of a real check for an account that is not there', async () => {
    const stored = await passwords.hash('hemligt');
    const took = { known: Number.POSITIVE_INFINITY, unknown: Number.POSITIVE_INFINITY };
    // The quickest of several, in turns: whatever else the machine does slows both down.
    for (let round = 0; round < 8; round++) {
      for (const kind of ['known', 'unknown'] as const) {
        const since = performance.now();
        await passwords.fits('gissning', kind === 'known' ? stored : undefined);
        took[kind] = Math.min(took[kind], performance.now() - since);
      }
    }
    expect(took.unknown).toBeGreaterThan(took.known / 3);
    expect(took.known).toBeGreaterThan(took.unknown / 3);
  });
});
