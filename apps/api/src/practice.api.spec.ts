import type { MailList, MailText, SignInWays } from '@slusen/contracts';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Jobs } from './jobs/jobs.js';
import { readPdf } from './testing/read-pdf.js';
import { wholeApplication, type WholeApplication } from './testing/whole-application.js';

describe('the practice copy', () => {
  let whole: WholeApplication;
  let calls = 0;
  const mailServer = createServer((socket) => {
    calls += 1;
    socket.end('421 stängt\r\n');
  });
  beforeAll(async () => {
    mailServer.listen(0, '127.0.0.1');
    await once(mailServer, 'listening');
    const { port } = mailServer.address() as AddressInfo;
    whole = await wholeApplication({
      ...{ PRACTICE: '1', MAIL_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'slusen@vimmerby.exempel.se' },
      ...{ OIDC_ISSUER: 'https://id.vimmerby.exempel.se', OIDC_CLIENT_ID: 'slusen', OIDC_CLIENT_SECRET: 'hemligt' },
    });
    await whole.app.get(Jobs).begin();
  }, 120_000);
  afterAll(async () => {
    await whole.close();
    mailServer.close();
  });

  it('keeps its mails where administrators read them, with links to itself, and calls no mail server', async () => {
    const administrator = await whole.as('administrator');
    const person = { name: 'Åsa Ek', email: 'asa@exempel.se', roles: [] };
    expect((await administrator.post('/api/admin/people', person)).status).toBe(201);
    const listed = async () => (await administrator.get('/api/admin/mails')).json<MailList>();
    // Mails that are never tried are kept as well: this one was.
    for (let tries = 0; tries < 100 && (await whole.rows('select 1 from mail where is_kept')).length === 0; tries++) await sleep(50);
    const { hasServer, items } = await listed();
    expect([hasServer, items[0]?.state, items[0]?.name]).toEqual([false, 'kept', 'Åsa Ek']);
    const opened = await administrator.post(`/api/admin/mails/${items[0]!.id}/openings`, undefined);
    expect(opened.json<MailText>().link).toMatch(/^http:\/\/localhost:3001\//);
    expect(await whole.rows('select 1 from mail where is_kept')).toHaveSize(1);
    expect(calls).toBe(0);
  }, 30_000);

  it('lets people in with their passwords, and shows no sign-in that leads to the real provider', async () => {
    expect((await whole.as('reporter')).cookie).toBeDefined();
    expect((await whole.visitor().get('/api/sign-in')).json<SignInWays>().provider).toBeUndefined();
  });

  it('is in no search engine, whatever is asked for', async () => {
    for (const path of ['/api/site', '/api/health', '/accent.css', '/strategi.pdf', '/api/nowhere'])
      expect((await whole.visitor().get(path)).headers['x-robots-tag'])
        .withContext(path)
        .toBe('noindex, nofollow');
  });

  it('prints on the strategy that it is practice', async () => {
    const { rawPayload } = await whole.app.inject({ url: '/strategi.pdf' });
    const { text, isForEveryone } = await readPdf(rawPayload);
    expect(text).toContain('Övning: det här är inte den riktiga webbplatsen.');
    expect(isForEveryone).toBeTrue();
  });
});
