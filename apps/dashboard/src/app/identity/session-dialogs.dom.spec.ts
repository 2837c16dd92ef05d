import { TestBed } from '@angular/core/testing';
import { until, write } from '@slusen/ui/testing';
import { FakeApi, ok, refused } from '../../testing/fake-api.js';
import { aSession } from '../../testing/people.js';
import { showPage, textOf } from '../../testing/show-page.js';
import { ApiClient } from '../data/api-client.js';
import { CurrentAccount } from '../data/current-account.js';
import { Session } from '../data/session.js';
import { SessionDialogs } from './session-dialogs.js';

const inMinutes = (minutes: number): string => new Date(Date.now() + minutes * 60_000).toISOString();

describe('SessionDialogs', () => {
  let api: FakeApi;

  beforeEach(() => {
    localStorage.clear();
    api = new FakeApi();
  });

  /** The dialogs of someone whose session ends in some minutes. */
  async function showDialogs(minutes: number) {
    api.on('GET /api/session', ok(aSession(['reporter'], { idleExpiresAt: inMinutes(minutes) })));
    const shown = await showPage(SessionDialogs, { at: '/mina-uppgifter', before: () => TestBed.inject(Session).load() });
    return { ...shown, open: () => shown.screen.queryAllByRole('dialog').map((dialog) => dialog as HTMLDialogElement) };
  }

  it('are not there while there is time', async () => {
    expect((await showDialogs(29)).open()).toEqual([]);
  });

  it('warn two minutes before the end, with the focus on staying', async () => {
    const { open, screen } = await showDialogs(1.9);
    expect(open().map(textOf).join()).toContain('Är du kvar? Du loggas ut om 2 minuter. Det du har skrivit finns kvar.');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Fortsätt vara inloggad' }));
  });

  it('never say zero minutes', async () => {
    const { open } = await showDialogs(0.5);
    expect(open().map(textOf).join()).toContain('Du loggas ut om en minut.');
  });

  it('go when someone says that they are still there', async () => {
    const { open, screen, settled } = await showDialogs(1);
    api.on('GET /api/session', ok(aSession()));
    screen.getByRole('button', { name: 'Fortsätt vara inloggad' }).click();
    await until(() => api.of('GET /api/session').length === 2);
    await settled();
    await until(() => open().length === 0);
    expect(open()).toEqual([]);
  });

  it('ask for the password when it is too late to stay', async () => {
    const { screen, settled } = await showDialogs(1);
    api.on('GET /api/session', refused(401, 'session.missing'));
    screen.getByRole('button', { name: 'Fortsätt vara inloggad' }).click();
    await until(() => screen.queryByRole('dialog', { name: 'Du har loggats ut' }) !== null);
    await settled();
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Användarnamn' }).value).toBe('anna');
  });

  it('let work go on after signing in again in place', async () => {
    const { screen, open, settled, address } = await showDialogs(29);
    api.on('GET /api/tasks', refused(401, 'session.missing'), ok({ items: [] })).on('POST /api/session', ok(aSession()));
    const waiting = TestBed.inject(ApiClient).get('/api/tasks');
    await until(() => open().length === 1);
    write(screen.getByLabelText('Lösenord'), 'ett lösenord');
    screen.getByRole('button', { name: 'Logga in' }).click();
    expect(await waiting).toEqual({ items: [] });
    await settled();
    expect([open(), address()]).toEqual([[], '/mina-uppgifter']);
  });

  describe('for who has no password', () => {
    const showEnded = async () => {
      const shown = await showDialogs(29);
      const view = TestBed.inject(CurrentAccount).view();
      TestBed.inject(CurrentAccount).is({ ...view!, account: { ...view!.account, hasPassword: false } });
      api.on('GET /api/tasks', refused(401, 'session.missing'), ok({ items: [] }));
      const waiting = TestBed.inject(ApiClient).get('/api/tasks');
      await until(() => shown.open().length === 1);
      await shown.settled();
      return { ...shown, waiting, press: () => shown.screen.getByRole('button', { name: 'Jag har loggat in' }).click() };
    };

    it('lead to the municipality’s own sign-in beside the page, and let work go on after it', async () => {
      const { screen, open, settled, waiting, press } = await showEnded();
      const link = screen.getByRole<HTMLAnchorElement>('link', { name: 'Logga in i en ny flik' });
      expect([link.getAttribute('href'), link.target]).toEqual(['/api/sign-in/provider?sprak=sv&tillbaka=%2Fkonto', '_blank']);
      api.on('GET /api/session', refused(401, 'session.missing'), ok(aSession()));
      press();
      await settled();
      expect(textOf(screen.getByRole('alert'))).toBe('Du är inte inloggad än. Logga in i den nya fliken först.');
      press();
      expect(await waiting).toEqual({ items: [] });
      await settled();
      expect(open()).toEqual([]);
    });

    it('let nobody else go on with what somebody wrote', async () => {
      const { settled, waiting, press, address } = await showEnded();
      const other = aSession();
      api.on('GET /api/session', ok({ ...other, account: { ...other.account, id: '7a0f1c2e-0000-4000-8000-000000000002' } }));
      press();
      await expectAsync(waiting).toBeRejected();
      await settled();
      expect(address()).toBe('/logga-in?tillbaka=%2Fmina-uppgifter');
    });
  });

  it('let someone else sign in, and come back to the same page', async () => {
    const { screen, open, settled, address } = await showDialogs(29);
    api.on('GET /api/tasks', refused(401, 'session.missing'));
    const waiting = TestBed.inject(ApiClient).get('/api/tasks');
    await until(() => open().length === 1);
    screen.getByRole('button', { name: 'Logga in som någon annan' }).click();
    await expectAsync(waiting).toBeRejected();
    await settled();
    expect(address()).toBe('/logga-in?tillbaka=%2Fmina-uppgifter');
  });

  it('cannot be left with Escape: what waits needs an answer', async () => {
    const { open, settled } = await showDialogs(29);
    api.on('GET /api/tasks', refused(401, 'session.missing'));
    void TestBed.inject(ApiClient)
      .get('/api/tasks')
      .catch(() => undefined);
    await until(() => open().length === 1);
    const [dialog] = open();
    expect(dialog?.dispatchEvent(new Event('cancel', { cancelable: true }))).toBeFalse();
    await settled();
    expect(open().length).toBe(1);
  });
});
