import { TestBed } from '@angular/core/testing';
import { until, write } from '@slusen/ui/testing';
import { FakeApi, ok, refused } from '../../testing/fake-api.js';
import { aSession } from '../../testing/people.js';
import { showPage, textOf } from '../../testing/show-page.js';
import { CurrentAccount } from '../data/current-account.js';
import { SecondFactor } from './second-factor.js';

const OWN = 'GET /api/account/sign-in';
const BEGIN = 'PUT /api/account/second-factor';
const CONFIRM = 'POST /api/account/second-factor/confirmation';
const REMOVE = 'POST /api/account/second-factor/removal';

const own = (secondFactor: object = {}, hasPassword = true) =>
  ok({ hasPassword, secondFactor: { recoveryCodesLeft: 0, isRequired: false, isExempt: false, ...secondFactor } });
const ON = own({ since: '2026-11-24T13:05:00Z', recoveryCodesLeft: 10 });
const CODES = ['7k3m-0q9z-abcd-efgh', '8k3m-0q9z-abcd-efgh'];

describe('SecondFactor', () => {
  let api: FakeApi;

  beforeEach(() => {
    localStorage.clear();
    api = new FakeApi().on('GET /api/session', ok(aSession()));
  });

  const showIt = async (...answers: ReturnType<typeof own>[]) => {
    api.on(OWN, ...answers);
    const shown = await showPage(SecondFactor, { as: ['reporter'] });
    await shown.settled();
    const press = async (name: string): Promise<void> => {
      shown.screen.getByRole('button', { name }).click();
      await shown.settled();
    };
    return { ...shown, press };
  };
  const begun = async (...answers: ReturnType<typeof own>[]) => {
    api.on(BEGIN, ok({ address: 'otpauth://totp/SLUSEN:anna?secret=GEZDGNBVGY3TQOJQ', secret: 'GEZDGNBVGY3TQOJQ' }));
    const shown = await showIt(...answers);
    await shown.press('Ordna tvåstegsverifiering');
    await until(() => shown.element.querySelector('svg.qr') !== null);
    return shown;
  };

  it('is offered, with what it is good for', async () => {
    const { element } = await showIt(own());
    expect(textOf(element)).toContain('Med tvåstegsverifiering räcker det inte att någon har kommit över ditt lösenord');
    expect(textOf(element)).not.toContain('krävs');
  });

  it('says that it is required, or that the demonstration is exempt', async () => {
    expect(textOf((await showIt(own({ isRequired: true }))).element)).toContain('krävs för dig som är administratör');
    TestBed.resetTestingModule();
    expect(textOf((await showIt(own({ isExempt: true }))).element)).toContain('hör till demonstrationen och är undantaget');
  });

  it('is not offered to who has no password here', async () => {
    const { screen } = await showIt(own({}, false));
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('is set up by a picture or a key, and a first code', async () => {
    const { element, screen, press } = await begun(own(), ON);
    expect(
      screen
        .getByRole('img', { name: /QR-kod för appen/ })
        .querySelector('path')
        ?.getAttribute('d'),
    ).toMatch(/^M2 2h1v1h-1z/);
    expect(textOf(element)).toContain('GEZD GNBV GY3T QOJQ');
    api.on(CONFIRM, refused(422, 'second-factor.wrong-code'), ok({ recoveryCodes: CODES }));
    write(screen.getByRole('textbox', { name: 'Kod från appen' }), '000000');
    await press('Slå på');
    expect(textOf(screen.getByRole('alert'))).toContain('Koden stämmer inte');
    write(screen.getByRole('textbox', { name: 'Kod från appen' }), '123456');
    await press('Slå på');
    expect(api.of(CONFIRM).map(({ body }) => body)).toEqual([{ code: '000000' }, { code: '123456' }]);
    expect([...element.querySelectorAll('.codes li')].map(textOf)).toEqual(CODES);
    expect(textOf(screen.getByRole('status'))).toContain('Tvåstegsverifieringen är på.');
    await press('Jag har sparat koderna');
    expect(element.querySelector('.codes')).toBeNull();
    expect(textOf(element)).toContain('24 november 2026');
  });

  it('lets whoever was held up go on, once it is set up', async () => {
    const { screen, press } = await begun(own({ isRequired: true }), ON);
    TestBed.inject(CurrentAccount).is(aSession(['administrator'], { needsSecondFactor: true }));
    api.on(CONFIRM, ok({ recoveryCodes: CODES })).on('GET /api/session', ok(aSession(['administrator'])));
    write(screen.getByRole('textbox', { name: 'Kod från appen' }), '123456');
    await press('Slå på');
    expect(TestBed.inject(CurrentAccount).view()?.needsSecondFactor).toBeFalse();
  });

  it('has recovery codes to print, and nothing else with them', async () => {
    const print = spyOn(window, 'print');
    const { screen, press } = await begun(own(), ON);
    api.on(CONFIRM, ok({ recoveryCodes: CODES }));
    write(screen.getByRole('textbox', { name: 'Kod från appen' }), '123456');
    await press('Slå på');
    await press('Skriv ut');
    expect(print).toHaveBeenCalledTimes(1);
    expect(screen.getByText('Reservkoder för anna')).toBeTruthy();
  });

  it('can be left half done', async () => {
    const { element, press } = await begun(own());
    await press('Avbryt');
    expect(element.querySelector('svg')).toBeNull();
  });

  for (const [left, isWarned] of [
    [10, false],
    [3, false],
    [2, true],
    [0, true],
  ] as const) {
    it(`${isWarned ? 'warns' : 'does not warn'} when ${left} recovery codes are left`, async () => {
      const { element } = await showIt(own({ since: '2026-11-24T13:05:00Z', recoveryCodesLeft: left }));
      expect(textOf(element).includes('Du har få reservkoder kvar')).toBe(isWarned);
    });
  }

  it('is turned off with the password and a code', async () => {
    const { screen, press } = await showIt(ON, own());
    api.on(REMOVE, refused(422, 'password.wrong'), ok(null, 204));
    await press('Stäng av');
    write(screen.getByLabelText('Ditt lösenord'), 'fel');
    write(screen.getByRole('textbox', { name: 'Kod från appen, eller en reservkod' }), '123456');
    await press('Stäng av');
    expect(textOf(screen.getByRole('alert'))).toBe('Det nuvarande lösenordet stämmer inte.');
    write(screen.getByLabelText('Ditt lösenord'), 'ett lösenord');
    await press('Stäng av');
    expect(api.of(REMOVE)[1]?.body).toEqual({ password: 'ett lösenord', code: '123456' });
    expect(textOf(screen.getByRole('status'))).toBe('Tvåstegsverifieringen är avstängd.');
    expect(screen.getByRole('button', { name: 'Ordna tvåstegsverifiering' })).toBeTruthy();
  });
});
