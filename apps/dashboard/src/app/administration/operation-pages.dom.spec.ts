import type { GivenUpJobList, MailList, MailView } from '@slusen/contracts';
import { administrationApi } from '../../testing/administration.js';
import { ok, refused, type FakeApi } from '../../testing/fake-api.js';
import { showPage, textOf } from '../../testing/show-page.js';
import { JobsPage } from './jobs-page.js';
import { MailsPage } from './mails-page.js';

const MAILS = 'GET /api/admin/mails?limit=50&offset=0';
const JOBS = 'GET /api/admin/jobs';
const aMail = (different: Partial<MailView> = {}): MailView => ({
  ...{ id: 'm1', kind: 'invitation', state: 'kept', name: 'Bo Ek', address: 'bo@exempel.se', subject: 'Välkommen' },
  createdAt: '2026-11-27T08:00:00.000Z',
  ...different,
});
const mails = (hasServer: boolean, ...items: MailView[]): MailList => ({ items, total: items.length, hasServer });

describe('The page of outgoing mail', () => {
  let api: FakeApi;
  beforeEach(() => {
    localStorage.clear();
    api = administrationApi();
  });
  const open = () => showPage(MailsPage, { as: ['administrator'] });

  it('tells how far each mail has come, and what the server said', async () => {
    const sent = aMail({ id: 'm2', kind: 'reset', state: 'sent', sentAt: '2026-11-27T09:00:00.000Z' });
    api.on(MAILS, ok(mails(true, aMail({ state: 'waiting', problem: 'Mailbox is full' }), sent)));
    const { screen } = await open();
    expect(screen.getAllByRole('listitem').map(textOf)).toEqual([
      'Bo Ek bo@exempel.se Mailbox is full Inbjudan: väntar på att skickas 27 november 2026 kl. 09.00 Visa brevet Bo Ek',
      'Bo Ek bo@exempel.se Nytt lösenord: skickat 27 november 2026 kl. 10.00',
    ]);
    expect(screen.queryByText(/Ingen e-postserver/)).toBeNull();
  });

  it('shows a mail that is to be handed over, and copies its link', async () => {
    const link = 'https://mal.exempel.se/valj-losenord#abc';
    api.on(MAILS, ok(mails(false, aMail()))).on('POST /api/admin/mails/m1/openings', ok({ text: `Hej Bo!\n\n${link}\n`, link }));
    const copied = spyOn(navigator.clipboard, 'writeText').and.resolveTo();
    const { screen, settled } = await open();
    expect(screen.getByText(/Ingen e-postserver är inställd/)).toBeTruthy();
    screen.getByRole('button', { name: 'Visa brevet Bo Ek' }).click();
    await settled();
    expect(screen.getByText(/Hej Bo!/).textContent).toContain(link);
    expect(screen.getByText(/står i händelseloggen/)).toBeTruthy();
    screen.getByRole('button', { name: 'Kopiera länken' }).click();
    await settled();
    expect(copied).toHaveBeenCalledOnceWith(link);
    expect(textOf(screen.getByRole('status'))).toBe('Länken är kopierad.');
  });

  it('marks the link where the browser refuses to copy it, and says so', async () => {
    const link = 'https://mal.exempel.se/valj-losenord#abc';
    api.on(MAILS, ok(mails(false, aMail()))).on('POST /api/admin/mails/m1/openings', ok({ text: link, link }));
    spyOn(navigator.clipboard, 'writeText').and.rejectWith(new DOMException('No', 'NotAllowedError'));
    const { screen, settled } = await open();
    screen.getByRole('button', { name: 'Visa brevet Bo Ek' }).click();
    await settled();
    screen.getByRole('button', { name: 'Kopiera länken' }).click();
    await settled();
    expect(textOf(screen.getByRole('alert'))).toContain('Länken är markerad, så kopiera den själv.');
    const field = screen.getByLabelText<HTMLInputElement>('Länk att lämna över');
    expect(field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0)).toBe(link);
  });

  it('says when a mail is no longer there', async () => {
    api.on(MAILS, ok(mails(true, aMail()))).on('POST /api/admin/mails/m1/openings', refused(404, 'mail.not-found'));
    const { screen, settled } = await open();
    screen.getByRole('button', { name: /^Visa brevet/ }).click();
    await settled();
    expect(textOf(screen.getByRole('alert'))).toBe('Brevet finns inte kvar att visa.');
  });

  it('says when there is none', async () => {
    api.on(MAILS, ok(mails(true)));
    expect((await open()).screen.getByRole('heading', { name: 'Inga brev har skrivits än' })).toBeTruthy();
  });
});

describe('The page of jobs that were given up', () => {
  const job = {
    id: 'j1',
    kind: 'mail.send',
    askedAt: '2026-11-27T08:00:00.000Z',
    givenUpAt: '2026-11-27T10:00:00.000Z',
    attempts: 9,
    problem: 'Connection refused',
  } as const;
  const jobs = (...items: GivenUpJobList['items']): GivenUpJobList => ({ items });
  let api: FakeApi;
  beforeEach(() => {
    localStorage.clear();
    api = administrationApi();
  });
  const open = () => showPage(JobsPage, { as: ['administrator'] });

  it('says what was tried, how often, and what went wrong; and has it tried again', async () => {
    api.on(JOBS, ok(jobs(job))).on('POST /api/admin/jobs/j1/attempts', ok(null, 204));
    const { screen, settled } = await open();
    expect(textOf(screen.getByRole('listitem'))).toContain(
      'Skicka e-post Connection refused Försökt 9 gånger, senast 27 november 2026 kl. 11.00',
    );
    screen.getByRole('button', { name: /^Försök igen/ }).click();
    await settled();
    expect(textOf(screen.getByRole('status'))).toContain('Jobbet görs igen inom några sekunder.');
    expect(screen.getByRole('heading', { name: 'Allt är gjort' })).toBeTruthy();
  });

  it('keeps a job that could not be tried again', async () => {
    api.on(JOBS, ok(jobs(job))).on('POST /api/admin/jobs/j1/attempts', refused(404, 'job.not-found'));
    const { screen, settled } = await open();
    screen.getByRole('button', { name: /^Försök igen/ }).click();
    await settled();
    expect(textOf(screen.getByRole('alert'))).toBe('Jobbet körs redan igen. Ladda om sidan.');
    expect(screen.getAllByRole('listitem').length).toBe(1);
  });
});
