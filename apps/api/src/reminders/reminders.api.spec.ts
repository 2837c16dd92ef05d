import type { EntryView, NotificationsView, TaskAnswerView, Thread, WrittenMessage } from '@slusen/contracts';
import { USUAL_NOTIFICATIONS } from '@slusen/domain';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Jobs } from '../jobs/jobs.js';
import { Mailbox, MAIL_USER, wordsOf } from '../testing/mailbox.js';
import type { Person } from '../testing/office.js';
import { coded, type Answer } from '../testing/visitor.js';
import { wholeApplication, type WholeApplication } from '../testing/whole-application.js';
import { SendReminders } from './send-reminders.js';

/** What `foretagsbesok` lacks first is due 15 days after the third quarter, and 30 days of grace later it is late. */
const LAST_DAY = '2024-11-14';

describe('a reminder by mail', () => {
  const mailbox = new Mailbox();
  let whole: WholeApplication;
  beforeAll(async () => {
    const port = await mailbox.open();
    whole = await wholeApplication({
      MAIL_URL: `smtp://${MAIL_USER.name}@127.0.0.1:${port}`,
      ...{ MAIL_PASSWORD: MAIL_USER.password, MAIL_FROM: 'slusen@vimmerby.exempel.se', PUBLIC_URL: 'https://mal.exempel.se' },
    });
    await whole.rows(`update account set email = username || '@exempel.se' where username in ('reporter', 'colleague', 'reviewer')`);
    await whole.rows(`update pgboss.queue set retry_limit = 1, retry_delay = 0, retry_backoff = false where name <> 'given-up'`);
    await whole.app.get(Jobs).begin();
  }, 120_000);
  afterAll(async () => {
    await whole.close();
    await mailbox.close();
  });
  afterEach(() => whole.later(0));
  beforeEach(async () => {
    await whole.rows('delete from reminded_day; delete from notification_choice; delete from deputy');
    mailbox.received.length = 0;
  });

  const send = (day: string): Promise<void> => {
    whole.later(Date.parse(`${day}T06:00:00Z`) - Date.now());
    return whole.app.get(SendReminders, { strict: false }).send(day);
  };
  /** Who got what, once everything that was asked for is sent. */
  const arrived = async (): Promise<Record<string, string>> => {
    for (let tries = 0; (await whole.rows('select from mail where sent_at is null')).length > 0; tries++) {
      if (tries > 200) throw new Error('It was never sent');
      await sleep(50);
    }
    return Object.fromEntries(mailbox.received.map(({ to, data }) => [to.join(), wordsOf(data)]));
  };
  const choose = async (person: Person, changes: object): Promise<Answer> =>
    (await whole.as(person)).put('/api/account/notifications', { ...USUAL_NOTIFICATIONS, ...changes });

  it('is one message for each person and day, however often it is asked for', async () => {
    await send(LAST_DAY);
    await send(LAST_DAY);
    const mails = await arrived();
    expect(Object.keys(mails).sort()).toEqual(['colleague@exempel.se', 'reporter@exempel.se']);
    expect(mailbox.received.length).toBe(2);
    expect(mails['reporter@exempel.se']).toContain('I dag är sista dagen:');
    expect(mails['reporter@exempel.se']?.replaceAll('\r\n', '\n')).toContain(
      '– Företagsbesök, kvartal 3 2024\n  https://mal.exempel.se/inmatning/foretagsbesok/2024-Q3?omrade=0884',
    );
  }, 30_000);

  it('comes three days before, then the day after the last one, and not between', async () => {
    for (const [day, heading] of [
      ['2024-11-11', 'Sista dagen är den 14 november 2024:'],
      ['2024-11-12', undefined],
      ['2024-11-15', 'Försenat:'],
      ['2024-11-16', undefined],
    ] as const) {
      mailbox.received.length = 0;
      await send(day);
      const blocks = ((await arrived())['reporter@exempel.se'] ?? '').replaceAll('\r\n', '\n').split('\n\n');
      const named = blocks.filter((block) => block.includes('Företagsbesök, kvartal 3 2024')).map((block) => block.split('\n')[0]);
      expect(named)
        .withContext(day)
        .toEqual(heading ? [heading] : []);
    }
  }, 30_000);

  it('comes on the day that somebody asked for, and not before', async () => {
    const asked = { indicator: 'foretagsbesok', period: '2024-Q3', kind: 'later', until: '2024-11-01' };
    // Today: who signs in for the first time on another day is signed in then only.
    await choose('reporter', { daysBefore: 15 });
    whole.later(Date.parse('2024-10-20T06:00:00Z') - Date.now());
    expect((await (await whole.asAnew('reporter')).post('/api/tasks/answers', asked)).status).toBe(201);
    for (const [day, heading] of [
      ['2024-10-30', undefined],
      ['2024-11-01', 'Du bad om att bli påmind i dag:'],
    ] as const) {
      mailbox.received.length = 0;
      await send(day);
      const blocks = ((await arrived())['reporter@exempel.se'] ?? '').replaceAll('\r\n', '\n').split('\n\n');
      const named = blocks.filter((block) => block.includes('Företagsbesök, kvartal 3 2024')).map((block) => block.split('\n')[0]);
      expect(named)
        .withContext(day)
        .toEqual(heading ? [heading] : []);
    }
  }, 30_000);

  it('comes to nobody who is away, nor to whoever chose none', async () => {
    await whole.rows(
      `insert into deputy (account_id, deputy_id, valid_from, valid_to)
      select a.id, b.id, $1, $1 from account a, account b where a.username = 'colleague' and b.username = 'reporter'`,
      [LAST_DAY],
    );
    expect((await choose('reporter', { onLastDay: false, everyDaysAfter: undefined })).status).toBe(200);
    await send(LAST_DAY);
    expect(await arrived()).toEqual({});
  });

  it('is chosen by each person, within bounds', async () => {
    const own = async () => (await (await whole.as('colleague')).get('/api/account/notifications')).json<NotificationsView>().choice;
    expect(await own()).toEqual(JSON.parse(JSON.stringify(USUAL_NOTIFICATIONS)));
    const { daysBefore: _, ...never } = USUAL_NOTIFICATIONS;
    expect((await (await whole.as('colleague')).put('/api/account/notifications', never)).status).toBe(200);
    expect(await own()).toEqual(never);
    expect(coded(await choose('colleague', { daysBefore: 0 }))).toEqual([400, 'input.invalid']);
    expect((await whole.visitor().get('/api/account/notifications')).status).toBe(401);
  });

  it('is told of with whether any mail comes: not to whoever has no address', async () => {
    const view = async (person: Person) => (await (await whole.as(person)).get('/api/account/notifications')).json<NotificationsView>();
    expect(await view('colleague')).toEqual(jasmine.objectContaining({ isMailSent: true, hasAddress: true }));
    expect(await view('neighbour')).toEqual(jasmine.objectContaining({ isMailSent: true, hasAddress: false }));
  });

  it('of what came back comes at once, with the reason, and of what was approved to whoever wants it', async () => {
    const [reporter, reviewer] = [await whole.as('reporter'), await whole.as('reviewer')];
    await choose('reporter', { approved: true });
    const entered = await reporter.post('/api/entries', { indicator: 'foretagsbesok', period: '2024-Q4', value: 49, quality: 'final' });
    const { id } = entered.json<EntryView>();
    const step = async (who: typeof reporter, action: string, reason?: string): Promise<void> => {
      const version = (await who.get(`/api/entries/${id}`)).json<EntryView>().version;
      const headers = { 'if-match': `"${version}"`, 'idempotency-key': randomUUID() };
      expect(coded(await who.post(`/api/entries/${id}/steps`, { action, reason }, headers)))
        .withContext(action)
        .toEqual([200, undefined]);
    };
    await step(reporter, 'submit');
    await step(reviewer, 'return', 'Stämmer det?');
    expect((await arrived())['reporter@exempel.se']).toContain('Stämmer det?');
    await step(reporter, 'submit');
    await step(reviewer, 'approve');
    expect((await arrived())['reporter@exempel.se']).toContain('Företagsbesök, kvartal 4 2024 är godkänt.');
  }, 30_000);

  it('of more time that was asked for comes at once, granted or declined, to whoever wants it', async () => {
    const decided = async (sent: object): Promise<string> => {
      mailbox.received.length = 0;
      whole.later(Date.parse('2024-11-01T06:00:00Z') - Date.now());
      const asked = {
        indicator: 'moten-i-orten',
        period: '2023',
        territory: '0884-djursdala',
        kind: 'more-time',
        until: '2024-11-20',
        reason: 'Ingen räknade',
      };
      const said = await (await whole.asAnew('reporter')).post('/api/tasks/answers', asked);
      expect(said.status).withContext(said.text).toBe(201);
      const { id } = said.json<TaskAnswerView>();
      const answer = await (await whole.asAnew('strategist')).post(`/api/tasks/answers/${id}/decision`, sent);
      expect(answer.status).withContext(answer.text).toBe(201);
      const mails = await arrived();
      // A session that was used then has run out now.
      whole.later(0);
      return mails['reporter@exempel.se'] ?? '';
    };
    expect(await decided({ kind: 'declined', reason: 'Nämnden möts.' })).toContain('Du har inte fått mer tid');
    await choose('reporter', { timeDecided: false });
    expect(await decided({ kind: 'declined' })).toBe('');
    await choose('reporter', { timeDecided: true });
    expect(await decided({ kind: 'granted' })).toContain('sista dag är den 20 november 2024.');
  }, 30_000);

  it('comes to whoever is away too, where the deputy is away as well', async () => {
    for (const [away, deputy] of [
      ['colleague', 'reporter'],
      ['reporter', 'nobody'],
    ] as const)
      await whole.rows(
        `insert into deputy (account_id, deputy_id, valid_from, valid_to)
        select a.id, b.id, $3, $3 from account a, account b where a.username = $1 and b.username = $2`,
        [away, deputy, LAST_DAY],
      );
    await send(LAST_DAY);
    expect(Object.keys(await arrived())).toEqual(['colleague@exempel.se']);
  }, 30_000);

  it('of a question about a figure comes at once to whoever is asked, and of the answer to whoever asked, unless they chose otherwise', async () => {
    const [reporter, reviewer] = [await whole.as('reporter'), await whole.as('reviewer')];
    const place = { indicator: 'foretagsbesok', period: '2024-Q4' };
    const { people } = (await reviewer.get('/api/threads?indicator=foretagsbesok&period=2024-Q4')).json<Thread>();
    const asks = people.find(({ name }) => name === 'reporter')?.id;
    const asked = await reviewer.post('/api/threads', { ...place, text: 'Räknas mässan?\nBcc: x@y.se', asks });
    expect(asked.status).withContext(asked.text).toBe(201);
    const mail = (await arrived())['reporter@exempel.se'];
    expect(mail).toContain('Räknas mässan?');
    expect(mail).toContain('Svara: https://mal.exempel.se/mina-uppgifter');
    await reporter.post('/api/threads', { ...place, text: 'Nej.', answers: asked.json<WrittenMessage>().id });
    expect((await arrived())['reviewer@exempel.se']).toContain('har svarat på din fråga');
    mailbox.received.length = 0;
    await choose('reporter', { asked: false });
    await reviewer.post('/api/threads', { ...place, text: 'Och marknaden?', asks });
    expect(await arrived()).toEqual({});
  }, 30_000);

  it('of what waits for review comes after two days', async () => {
    const reporter = await whole.as('reporter');
    const entered = await reporter.post('/api/entries', { indicator: 'foretagsbesok', period: '2025-Q1', value: 38, quality: 'final' });
    const { id, version } = entered.json<EntryView>();
    await reporter.post(`/api/entries/${id}/steps`, { action: 'submit' }, { 'if-match': `"${version}"` });
    const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    await send(inDays(1));
    expect((await arrived())['reviewer@exempel.se']).toBeUndefined();
    await send(inDays(2));
    expect((await arrived())['reviewer@exempel.se']).toContain('1 väntar på din granskning');
  }, 30_000);
});
