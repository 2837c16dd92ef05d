import { TestBed } from '@angular/core/testing';
import { USUAL_NOTIFICATIONS } from '@slusen/domain';
import { write } from '@slusen/ui/testing';
import { FakeApi, NO_ANSWER, ok, refused } from '../../testing/fake-api.js';
import { aSession, aSite } from '../../testing/people.js';
import { showPage, textOf } from '../../testing/show-page.js';
import { CurrentAccount } from '../data/current-account.js';
import { AccountPage } from './account-page.js';

const OWN = { hasPassword: true, secondFactor: { recoveryCodesLeft: 0, isRequired: false, isExempt: false } };
const CHANGE = 'PUT /api/account/password';

describe('AccountPage', () => {
  let api: FakeApi;

  beforeEach(() => {
    localStorage.clear();
    api = new FakeApi().on('GET /api/site', ok(aSite())).on('GET /api/account/sign-in', ok(OWN));
    api
      .on('GET /api/account/absences', ok({ today: '2026-11-28', deputies: [], deputyFor: [], colleagues: [] }))
      .on('GET /api/account/notifications', ok({ choice: USUAL_NOTIFICATIONS, isMailSent: true, hasAddress: true }));
  });

  const showAccount = () => showPage(AccountPage, { as: ['reporter', 'reviewer'] });
  type Account = Awaited<ReturnType<typeof showAccount>>;

  async function change({ screen, settled }: Account, next: string): Promise<void> {
    write(screen.getByLabelText('Nuvarande lösenord'), 'det gamla lösenordet');
    write(screen.getByLabelText('Nytt lösenord'), next);
    screen.getByRole('button', { name: 'Byt lösenord' }).click();
    await settled();
  }

  it('says who one is and what one may do', async () => {
    const { element } = await showAccount();
    const facts = [...element.querySelectorAll('dd')].map(textOf);
    expect(facts).toEqual(['Anna Lindeborg', 'anna', 'rapportör granskare']);
  });

  it('says what to do to who has no role yet', async () => {
    const { screen, element } = await showPage(AccountPage, { as: [] });
    expect(textOf(screen.getByText(/har ingen behörighet här än/))).toContain('berätta vilket användarnamn du har');
    expect([...element.querySelectorAll('dd')].map(textOf).at(-1)).toBe('inga än');
  });

  it('asks for no password of who has none', async () => {
    api.on('GET /api/account/sign-in', ok({ ...OWN, hasPassword: false }));
    const { account } = aSession();
    const shown = await showPage(AccountPage, {
      before: () => TestBed.inject(CurrentAccount).is(aSession(['reporter'], { account: { ...account, hasPassword: false } })),
    });
    await shown.settled();
    expect(shown.screen.queryByLabelText('Nytt lösenord')).toBeNull();
    expect(shown.screen.getByText(/Det är den som frågar efter mer än ett lösenord/)).toBeTruthy();
  });

  it('leads on to where somebody was going who had to set up a second factor, once it is there', async () => {
    const shown = await showPage(AccountPage, { as: ['administrator'], inputs: { tillbaka: '/dolj?a=b' } });
    expect(shown.screen.getByRole('link', { name: 'Fortsätt dit du var på väg' }).getAttribute('href')).toBe('/dolj?a=b');
    TestBed.inject(CurrentAccount).is(aSession(['administrator'], { needsSecondFactor: true }));
    await shown.settled();
    expect(shown.screen.queryByRole('link')).toBeNull();
    expect(shown.screen.queryByLabelText('Nytt lösenord')).toBeNull();
  });

  it('changes the password, says what that did, and leaves nothing of it in the fields', async () => {
    api.on(CHANGE, ok(null, 204));
    const shown = await showAccount();
    await change(shown, 'ett nytt och långt');
    expect(api.of(CHANGE)[0]?.body).toEqual({ current: 'det gamla lösenordet', next: 'ett nytt och långt' });
    expect(textOf(shown.screen.getByRole('status'))).toBe('Lösenordet är bytt. Andra enheter där du var inloggad är utloggade.');
    expect(shown.screen.getByLabelText<HTMLInputElement>('Nytt lösenord').value).toBe('');
  });

  const faults: [next: string, words: string][] = [
    ['elva tecken', 'Lösenordet behöver minst tolv tecken.'],
    ['x'.repeat(201), 'Lösenordet får ha högst 200 tecken.'],
  ];
  for (const [next, words] of faults) {
    it(`refuses a password of ${next.length} characters before it is sent`, async () => {
      const shown = await showAccount();
      await change(shown, next);
      expect(textOf(shown.screen.getByRole('alert'))).toBe(words);
      expect(api.of(CHANGE)).toEqual([]);
    });
  }

  it('says what the API refused, keeps what was typed, and takes the fault away when it is mended', async () => {
    api.on(CHANGE, refused(422, 'password.wrong'), ok(null, 204));
    const shown = await showAccount();
    await change(shown, 'ett nytt och långt');
    expect(textOf(shown.screen.getByRole('alert'))).toBe('Det nuvarande lösenordet stämmer inte.');
    expect(shown.screen.getByLabelText<HTMLInputElement>('Nytt lösenord').value).toBe('ett nytt och långt');
    await change(shown, 'ett nytt och långt');
    expect(shown.screen.queryByRole('alert')).toBeNull();
  });

  for (const [name, request] of [
    ['Logga ut här', 'DELETE /api/session'],
    ['Logga ut överallt', 'DELETE /api/sessions'],
  ] as const) {
    it(`leads to the start page after "${name}"`, async () => {
      api.on(request, ok(null, 204));
      const shown = await showAccount();
      shown.screen.getByRole('button', { name }).click();
      await shown.settled();
      expect([api.of(request).length, shown.address()]).toEqual([1, '/']);
    });
  }

  it('stays where it is, and says why, when signing out did not come through', async () => {
    api.on('DELETE /api/session', NO_ANSWER);
    const shown = await showAccount();
    shown.screen.getByRole('button', { name: 'Logga ut här' }).click();
    await shown.settled();
    expect(textOf(shown.screen.getByRole('alert'))).toContain('Ingen kontakt med servern');
    expect(shown.screen.getByText('Anna Lindeborg')).toBeTruthy();
  });
});
