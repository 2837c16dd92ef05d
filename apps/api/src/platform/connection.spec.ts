import { parse } from 'pg-connection-string';
import { newClient, pinned } from './connection.js';

const PATH = '-c search_path=public,pg_temp';

describe('the address of a database', () => {
  const addresses: readonly [url: string, options: string][] = [
    ['postgres://slusen_app:hemligt@127.0.0.1:5432/slusen', PATH],
    ['postgres://slusen_app:hemligt@127.0.0.1:5432/slusen?application_name=slusen', PATH],
    ['postgres://slusen_app@db/slusen?options=-c%20statement_timeout%3D5s', `-c statement_timeout=5s ${PATH}`],
    // Of two, the last one holds.
    ['postgres://slusen_app@db/slusen?options=-c%20search_path%3Delsewhere', `-c search_path=elsewhere ${PATH}`],
  ];
  for (const [url, options] of addresses) {
    it(`says where names are looked for: ${url}`, () => {
      const { options: found, ...rest } = parse(pinned(url)) as unknown as Record<string, unknown>;
      const { options: _, ...given } = parse(url) as unknown as Record<string, unknown>;
      expect(found).toBe(options);
      expect(rest).toEqual(given);
      expect(pinned(pinned(url)))
        .withContext('said once')
        .toBe(pinned(url));
    });
  }

  it('keeps a password with signs of every kind', () => {
    const password = 'å+/? &=%:@';
    expect(parse(pinned(`postgres://eva:${encodeURIComponent(password)}@db/slusen`)).password).toBe(password);
  });

  it('does not fail the program when a connection breaks that nobody uses', () => {
    expect(newClient('postgres://slusen_app@db/slusen').emit('error', new Error('broken'))).toBeTrue();
  });
});
