import type { MailList, MailText } from '@slusen/contracts';
import { DomainError } from '@slusen/domain';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Jobs } from '../jobs/jobs.js';
import { Transactions } from '../platform/transactions.js';
import { Mailbox, MAIL_USER, wordsOf } from '../testing/mailbox.js';
import { wholeApplication, type WholeApplication } from '../testing/whole-application.js';
import { Post, type NewMail } from './post.js';

const MAILS = '/api/admin/mails';
async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await isSo()); tries++) {
    if (tries > 200) throw new Error('It never came');
    await sleep(50);
  }
}

describe('a mail', () => {
  const mailbox = new Mailbox();
  let whole: WholeApplication;
  let accountId: string;
  beforeAll(async () => {
    const port = await mailbox.open();
    whole = await wholeApplication({
      MAIL_URL: `smtp://${MAIL_USER.name}@127.0.0.1:${port}`,
      ...{ MAIL_PASSWORD: MAIL_USER.password, MAIL_FROM: 'slusen@vimmerby.exempel.se', PUBLIC_URL: 'https://mal.exempel.se' },
    });
    const [politician] = await whole.rows<{ id: string }>(`select id from account where username = 'politician'`);
    accountId = politician!.id;
    await whole.rows(`update pgboss.queue set retry_limit = 1, retry_delay = 0, retry_backoff = false where name <> 'given-up'`);
    await whole.app.get(Jobs).begin();
  }, 120_000);
  afterAll(async () => {
    await whole.close();
    await mailbox.close();
  });
  beforeEach(() => {
    mailbox.received.length = 0;
    mailbox.refusal = undefined;
  });

  const LINK = 'https://mal.exempel.se/valj-losenord#abc.def';
  const aMail = (different: Partial<NewMail> = {}): NewMail => ({
    ...{ kind: 'invitation', accountId, address: 'asa@exempel.se', subject: 'Välkommen, Åsa', text: `Hej Åsa!\n\n${LINK}\n` },
    usefulUntil: new Date(Date.now() + 3_600_000).toISOString(),
    ...different,
  });
  const ask = (mail: NewMail, post = whole.app.get(Post, { strict: false })): Promise<void> =>
    whole.app.get(Transactions).run(() => post.ask(mail));
  const listed = async () => (await (await whole.as('administrator')).get(MAILS)).json<MailList>();
  const open = async (id: string) => (await whole.as('administrator')).post(`${MAILS}/${id}/openings`, undefined);

  it('reaches its receiver in the municipality’s name, with every letter as it was written, and is then forgotten', async () => {
    await ask(aMail());
    await until(async () => (await listed()).items[0]?.state === 'sent');
    const [mail] = mailbox.received;
    expect([mail?.from, mail?.to]).toEqual(['slusen@vimmerby.exempel.se', ['asa@exempel.se']]);
    expect(mail?.data).toContain('From: Vimmerby kommun <slusen@vimmerby.exempel.se>');
    expect(mail?.data).toMatch(/Message-ID: <[0-9a-f-]{36}@mal\.exempel\.se>/i);
    expect(wordsOf(mail!.data)).toContain(`Hej Åsa!`);
    expect(wordsOf(mail!.data)).toContain(LINK);
    const { hasServer, items } = await listed();
    expect(hasServer).toBeTrue();
    expect(items[0]).toEqual(jasmine.objectContaining({ address: 'asa@exempel.se', name: 'politician', kind: 'invitation' }));
    expect(await whole.rows('select 1 from mail where sent_at is not null and text is not null')).toEqual([]);
    expect((await open(items[0]!.id)).status)
      .withContext('its text')
      .toBe(404);
  }, 30_000);

  it('that the server refuses waits with what was said, is given up, and is sent when it is tried again', async () => {
    mailbox.refusal = 'Mailbox is full';
    await ask(aMail({ address: 'full@exempel.se' }));
    const administrator = await whole.as('administrator');
    const jobs = async () => (await administrator.get('/api/admin/jobs')).json<{ items: { id: string; problem: string }[] }>().items;
    await until(async () => (await jobs()).length > 0);
    const [job] = await jobs();
    expect(job?.problem).toContain('Mailbox is full');
    const [mail] = (await listed()).items;
    expect([mail?.state, mail?.problem]).toEqual(['waiting', jasmine.stringContaining('Mailbox is full')]);
    mailbox.refusal = undefined;
    expect((await administrator.post(`/api/admin/jobs/${job!.id}/attempts`, undefined)).status).toBe(204);
    await until(async () => (await listed()).items[0]?.state === 'sent');
    expect((await listed()).items[0]?.problem).toBeUndefined();
    expect(mailbox.received.map(({ to }) => to)).toEqual([['full@exempel.se']]);
  }, 30_000);

  for (const [what, different] of [
    ['an address with a line end', { address: 'asa@exempel.se\r\nBcc: alla@exempel.se' }],
    ['a subject with a line end', { subject: 'Hej\nBcc: alla@exempel.se' }],
    ['an address that ends itself', { address: 'asa@exempel.se\u0000' }],
  ] as const)
    it(`is refused with ${what}, and nobody gets anything`, async () => {
      const before = (await listed()).total;
      await expectAsync(ask(aMail(different))).toBeRejectedWith(new DomainError('mail.header-broken'));
      expect((await listed()).total).toBe(before);
    });

  it('of a transaction that is undone was never asked for', async () => {
    const before = (await listed()).total;
    const undone = whole.app.get(Transactions).run(async () => {
      await whole.app.get(Post, { strict: false }).ask(aMail());
      throw new Error('No');
    });
    await expectAsync(undone).toBeRejected();
    await sleep(1500);
    expect([(await listed()).total, mailbox.received.length]).toEqual([before, 0]);
  });

  it('that was kept to be handed over, before there was a server, is still that', async () => {
    const [kept] = await whole.rows<{ id: string }>(
      `insert into mail (kind, account_id, address, subject, text, created_at, useful_until, is_kept)
       values ('reset', $1, 'a@exempel.se', 'Gammalt', 'x', now(), now() + interval '1 hour', true) returning id`,
      [accountId],
    );
    const { items } = await listed();
    expect(items.find(({ id }) => id === kept!.id)?.state).toBe('kept');
  });

  it('whose link is over is not sent', async () => {
    await ask(aMail({ usefulUntil: new Date(Date.now() - 1000).toISOString() }));
    await sleep(1500);
    expect(mailbox.received).toEqual([]);
    expect((await listed()).items[0]?.state).toBe('over');
  });

  it('is seen by administrators alone', async () => {
    for (const person of ['strategist', 'reviewer'] as const) expect((await (await whole.as(person)).get(MAILS)).status).toBe(403);
    expect((await open(randomUUID())).status).toBe(404);
  });
});

describe('a mail, where no mail server is named,', () => {
  let whole: WholeApplication;
  beforeAll(async () => {
    whole = await wholeApplication();
    await whole.app.get(Jobs).begin();
  }, 120_000);
  afterAll(() => whole.close());

  it('is kept for the administrator, with its link to hand over; who read it stands in the audit trail', async () => {
    const administrator = await whole.as('administrator');
    const person = { name: 'Åsa Ek', email: 'asa@exempel.se', roles: [] };
    expect((await administrator.post('/api/admin/people', person)).status).toBe(201);
    await sleep(1500);
    const { hasServer, items } = (await administrator.get(MAILS)).json<MailList>();
    expect([hasServer, items[0]?.state, items[0]?.name]).toEqual([false, 'kept', 'Åsa Ek']);
    expect(await whole.rows('select is_kept from mail')).toEqual([{ is_kept: true }]);
    expect(JSON.stringify(items)).not.toContain('#');
    const opened = await administrator.post(`${MAILS}/${items[0]!.id}/openings`, undefined);
    const { text, link } = opened.json<MailText>();
    expect(link).toMatch(/^http:\/\/127\.0\.0\.1:3000\/valj-losenord#[\w-]{43}\.[\w-]{6}$/);
    expect(text).toContain(`\n${link}\n`);
    const [event] = await whole.rows<{ payload: string }>('select payload from audit_event order by record_id desc limit 1');
    expect(JSON.parse(event!.payload)).toEqual(jasmine.objectContaining({ action: 'mail.open', subject: `mail:${items[0]!.id}` }));
    expect(event!.payload).not.toContain(link.split('#')[1]!);
  }, 30_000);
});
