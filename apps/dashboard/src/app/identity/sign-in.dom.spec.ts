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
    api = new FakeApi().on('GET /api/site', ok(aSite())).on('GET /api/sign-in', ok({}));
  });

  async function fill({ screen }: { screen: Awaited<ReturnType<typeof showPage>>['screen'] }, name = ' anna '): Promise<void> {
    write(await screen.findByRole('textbox', { name: 'Användarnamn' }), name);
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

  describe('with a second factor', () => {
    const codeField = (screen: Awaited<ReturnType<typeof showPage>>['screen']) =>
      screen.queryByRole<HTMLInputElement>('textbox', { name: 'Kod' });

    it('asks for a code once the password was right, with the focus where it goes and nothing lost', async () => {
      api.on(SIGN_IN, refused(401, 'session.code-needed'), ok(aSession(['reviewer'])));
      const shown = await showPage(SignInPage);
      expect(codeField(shown.screen)).toBeNull();
      await fill(shown);
      await shown.settled();
      const field = codeField(shown.screen);
      expect(document.activeElement).toBe(field);
      expect(shown.screen.queryByRole('alert')).toBeNull();
      write(field!, ' 123 456 ');
      shown.screen.getByRole('button', { name: 'Logga in' }).click();
      await shown.settled();
      expect(api.of(SIGN_IN)[1]?.body).toEqual({ username: 'anna', password: 'ett lösenord', code: '123 456' });
      expect(shown.address()).toBe('/granskning');
    });

    const faults: [code: string, words: string][] = [
      ['session.wrong-code', 'Koden stämmer inte, eller är redan använd. Vänta på nästa kod i appen och försök igen.'],
      [
        'session.code-throttled',
        'För många försök med fel kod. Vänta en stund, eller be en administratör att återställa din tvåstegsverifiering.',
      ],
    ];
    for (const [code, words] of faults) {
      it(`says what is wrong, and keeps the field: ${code}`, async () => {
        api.on(SIGN_IN, refused(401, 'session.code-needed'), refused(401, code));
        const shown = await showPage(SignInForm);
        await fill(shown);
        await shown.settled();
        write(codeField(shown.screen)!, '000000');
        shown.screen.getByRole('button', { name: 'Logga in' }).click();
        await shown.settled();
        expect(textOf(shown.screen.getByRole('alert'))).toBe(words);
        expect(codeField(shown.screen)?.value).toBe('000000');
      });
    }

    it('leads an administrator who lacks one to where it is set up, and remembers the way', async () => {
      api.on(SIGN_IN, ok(aSession(['administrator'], { needsSecondFactor: true })));
      const shown = await showPage(SignInPage, { inputs: { tillbaka: '/dolj?a=b' } });
      await fill(shown);
      await shown.settled();
      expect(shown.address()).toBe('/konto?tillbaka=%2Fdolj%3Fa%3Db');
    });
  });

  describe('with the municipality’s own sign-in', () => {
    const names: [provider: object, words: string][] = [
      [{ name: 'Vimmerby kommun' }, 'Logga in med Vimmerby kommun'],
      [{}, 'Logga in med kommunens inloggning'],
    ];
    for (const [provider, words] of names) {
      it(`is a link: ${words}`, async () => {
        api.on('GET /api/sign-in', ok({ provider }));
        const { screen } = await showPage(SignInPage, { inputs: { tillbaka: '/granskning/7?a=b' } });
        const link = await screen.findByRole<HTMLAnchorElement>('link', { name: words });
        expect(link.getAttribute('href')).toBe('/api/sign-in/provider?sprak=sv&tillbaka=%2Fgranskning%2F7%3Fa%3Db');
        expect(screen.getByRole('button', { name: 'Logga in' })).toBeTruthy();
      });
    }

    it('never comes back to another site', async () => {
      api.on('GET /api/sign-in', ok({ provider: {} }));
      const { screen } = await showPage(SignInPage, { inputs: { tillbaka: '//ond.example' } });
      expect((await screen.findByRole('link', { name: 'Logga in med kommunens inloggning' })).getAttribute('href')).toBe(
        '/api/sign-in/provider?sprak=sv',
      );
    });

    it('is left out while the API does not say whether it is there; a password does', async () => {
      api.on('GET /api/sign-in', NO_ANSWER);
      const { screen, settled } = await showPage(SignInPage);
      await settled();
      expect([screen.queryByRole('link', { name: /^Logga in med/ }), screen.queryByRole('alert')]).toEqual([null, null]);
      expect(screen.getByRole('link').getAttribute('href')).toBe('/glomt-losenord');
      expect(screen.getByRole('button', { name: 'Logga in' })).toBeTruthy();
    });

    it('goes on when somebody comes back from it', async () => {
      api.on('GET /api/session', ok(aSession(['politician'])));
      const shown = await showPage(SignInPage, { inputs: { klar: '1', tillbaka: '/oversikt' } });
      await shown.settled();
      expect(shown.address()).toBe('/oversikt');
    });

    const told: [code: string, words: string | undefined][] = [
      ['provider.cancelled', 'Inloggningen avbröts. Du är inte inloggad.'],
      ['provider.account-disabled', 'Ditt konto är avstängt här. En administratör kan öppna det igen.'],
      ['session.throttled', 'För många försök. Vänta en minut och försök igen.'],
      ['entry.stale', undefined],
      ['provider.<b>ond</b>', undefined],
    ];
    for (const [fel, words] of told) {
      it(`says ${words ?? 'nothing'} for ${fel}`, async () => {
        const { screen } = await showPage(SignInPage, { inputs: { fel } });
        const alert = screen.queryByRole('alert');
        expect(alert ? textOf(alert) : undefined).toBe(words);
      });
    }
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
