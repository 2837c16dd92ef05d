import type { ErrorCode } from '@slusen/domain';
import { PASSWORD } from '../testing/office.js';
import { coded } from '../testing/visitor.js';
import { wholeApplication, type WholeApplication } from '../testing/whole-application.js';

describe('a request of another site’s making', () => {
  let whole: WholeApplication;
  beforeAll(async () => (whole = await wholeApplication()), 120_000);
  afterAll(() => whole.close());

  const leave = async (headers: Record<string, string | undefined>): Promise<unknown[]> => {
    const visitor = await whole.asAnew('both');
    const answer = coded(await visitor.delete('/api/session', headers));
    expect(await visitor.isSignedIn())
      .withContext('the session stays')
      .toBe(answer[0] !== 204);
    return answer;
  };
  const refused: [number, ErrorCode] = [403, 'session.csrf'];

  it('is refused without the token', async () => expect(await leave({ 'x-csrf-token': undefined })).toEqual(refused));
  it('is refused with an empty token', async () => expect(await leave({ 'x-csrf-token': '' })).toEqual(refused));
  it('is refused with the token of someone else', async () => {
    const other = await whole.asAnew('both');
    expect(await leave({ 'x-csrf-token': other.csrfToken })).toEqual(refused);
  });
  for (const site of ['cross-site', 'same-site', 'nonsense']) {
    it(`is refused when the browser says ${site}`, async () => expect(await leave({ 'sec-fetch-site': site })).toEqual(refused));
  }
  for (const origin of ['https://ond.example', 'null', 'http://localhost:1', 'ond']) {
    it(`is refused from the origin ${origin}`, async () => expect(await leave({ origin })).toEqual(refused));
  }
  it('is refused for signing in too', async () => {
    expect(coded(await whole.visitor().signIn('both', PASSWORD, { 'sec-fetch-site': 'cross-site' }))).toEqual(refused);
    expect(coded(await whole.visitor().signIn('both', PASSWORD, { origin: 'https://ond.example' }))).toEqual(refused);
  });
  it('cannot be a form, whose content no one reads', async () => {
    const form = {
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'idempotency-key': undefined },
      body: `username=both&password=${PASSWORD}`,
    };
    expect(coded(await whole.visitor().ask('POST', '/api/session', form))).toEqual([415, 'http.415']);
    const text = { headers: { 'content-type': 'text/plain' }, body: JSON.stringify({ username: 'both', password: PASSWORD }) };
    expect(coded(await whole.visitor().ask('POST', '/api/session', text))).toEqual([415, 'http.415']);
  });
  it('is let through from this very site', async () => {
    expect(await leave({ 'sec-fetch-site': 'same-origin', origin: 'http://localhost:3000', host: 'localhost:3000' })).toEqual([
      204,
      undefined,
    ]);
  });
});
