import { write } from '@slusen/ui/testing';
import { FakeApi, held, NO_ANSWER, ok, refused } from '../../testing/fake-api.js';
import { aSession, aSite } from '../../testing/people.js';
import { showPage, textOf, type Surroundings } from '../../testing/show-page.js';
import type { AccountRole } from '@slusen/domain';
import { SignInForm } from './sign-in-form.js';
import { SignInPage } from './sign-in-page.js';

const SIGN_IN = 'POST /api/session';

describe('Signing in', () => {
  let api: FakeApi;

  beforeEach(() => {
    localStorage.clear();
    api = new FakeApi().on('GET /api/site', ok(aSite()));
  });

  async function fill({ screen }: { screen: Awaited<ReturnType<typeof showPage>>['screen'] }, name = ' anna '): Promise<void> {
    write(screen.getByRole('textbox', { name: 'Användarnamn' }), name);
    write(screen.getByLabelText('Lösenord'), 'ett lösenord');
    screen.getByRole('button', { name: 'Logga in' }).click();
  }

  const desks: [roles: readonly AccountRole[], address: string][] = [
    [['reporter', 'reviewer'], '/mina-uppgifter'],
    [['reviewer'], '/granskning'],
    [['politician'], '/oversikt'],
    [['administrator'], '/oversikt'],
    [['partner'], '/konto'],
  ];
  for (const [roles, address] of desks) {
    it(`leads ${roles.join(' and ')} to ${address}`, async () => {
      api.on(SIGN_IN, ok(aSession(roles)));
      const shown = await showPage(SignInPage);
      await fill(shown);
      await shown.settled();
      expect(shown.address()).toBe(address);
    });
  }

  it('leads back to where someone was on the way to, never to another site', async () => {
    api.on(SIGN_IN, ok(aSession(['reporter'])));
    const shown = await showPage(SignInPage, { inputs: { tillbaka: '/granskning/7' } });
    await fill(shown);
    await shown.settled();
    expect(shown.address()).toBe('/granskning/7');
    await shown.give({ tillbaka: '//ond.example' });
    await fill(shown);
    await shown.settled();
    expect(shown.address()).toBe('/mina-uppgifter');
  });

  it('passes on whoever is signed in already', async () => {
    localStorage.setItem('slusen.signed-in', '1');
    api.on('GET /api/session', ok(aSession(['reviewer'])));
    const shown = await showPage(SignInPage);
    await shown.settled();
    expect(shown.address()).toBe('/granskning');
  });

  it('does not ask who is signed in where nobody ever was', async () => {
    await showPage(SignInPage);
    expect(api.of('GET /api/session')).toEqual([]);
  });

  it('sends the name without the spaces around it', async () => {
    api.on(SIGN_IN, ok(aSession()));
    const shown = await showPage(SignInForm);
    await fill(shown);
    await shown.settled();
    expect(api.of(SIGN_IN)[0]?.body).toEqual({ username: 'anna', password: 'ett lösenord' });
  });

  const refusals: [name: string, answer: ReturnType<typeof ok>, words: string][] = [
    ['a wrong password', refused(401, 'session.wrong-credentials'), 'Användarnamnet eller lösenordet stämmer inte.'],
    ['too many tries', refused(429, 'session.throttled'), 'För många försök. Vänta en minut och försök igen.'],
    ['no answer', NO_ANSWER, 'Ingen kontakt med servern. Det du har skrivit finns kvar här.'],
  ];
  for (const [name, answer, words] of refusals) {
    it(`says at once what is wrong with ${name}, and can be tried again`, async () => {
      api.on(SIGN_IN, answer);
      const shown = await showPage(SignInForm);
      await fill(shown);
      await shown.settled();
      expect(textOf(shown.screen.getByRole('alert'))).toBe(words);
      expect(shown.screen.getByRole<HTMLButtonElement>('button', { name: 'Logga in' }).disabled).toBeFalse();
    });
  }

  it('takes no second press while it waits', async () => {
    const slow = held();
    api.on(SIGN_IN, slow.reply);
    const shown = await showPage(SignInForm);
    await fill(shown);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(shown.screen.getByRole<HTMLButtonElement>('button').disabled).toBeTrue();
    slow.give(ok(aSession()));
    await shown.settled();
  });

  it('asks for the password of one person only, when it is theirs that is needed', async () => {
    const inputs: Surroundings['inputs'] = { username: 'anna' };
    const { screen } = await showPage(SignInForm, { inputs });
    const name = screen.getByRole<HTMLInputElement>('textbox', { name: 'Användarnamn' });
    expect([name.value, name.readOnly]).toEqual(['anna', true]);
  });

  it('tells password managers which field is which', async () => {
    const { screen } = await showPage(SignInForm);
    expect(screen.getByRole('textbox', { name: 'Användarnamn' }).getAttribute('autocomplete')).toBe('username');
    expect(screen.getByLabelText('Lösenord').getAttribute('autocomplete')).toBe('current-password');
  });
});
