import { Location } from '@angular/common';
import { TestBed } from '@angular/core/testing';
import { within } from '@testing-library/dom';
import { until, write } from '@slusen/ui/testing';
import { FakeApi, ok, refused } from '../../testing/fake-api.js';
import { aSession, aSite } from '../../testing/people.js';
import { showPage, textOf } from '../../testing/show-page.js';
import { SetUpPage } from './set-up-page.js';
import { someSettings } from '../../testing/settings.js';

const STATE = 'GET /api/set-up';
const MAKE = 'POST /api/set-up/administrator';
const SIGN_IN = 'POST /api/session';
const SET = 'PUT /api/admin/settings';
const FILE = 'POST /api/admin/strategy-file';
const TEMPLATE = 'POST /api/admin/strategy-template';
const sv = (text: string) => ({ sv: text });
const THE_TEMPLATE = {
  name: sv('Social lokal utvecklingsstrategi (SLUS)'),
  purpose: sv('Att växa.'),
  areas: [{ slug: 'leva', name: sv('Livsmiljöer'), shortName: sv('Leva'), description: sv('En plats att bo på.') }],
};
const GUIDE = 'GET /api/admin/first-figure';
const needs = (what: string) => ok({ needs: what });

describe('SetUpPage', () => {
  let api: FakeApi;
  beforeEach(() => {
    localStorage.clear();
    api = new FakeApi()
      .on('GET /api/site', ok(aSite()))
      .on('GET /api/admin/strategy-template', ok(THE_TEMPLATE))
      .on(GUIDE, ok({ done: [] }))
      .on('GET /api/admin/settings', ok(someSettings(0, {}, 'none')));
  });

  const open = (as?: 'administrator' | 'reporter', inputs: Readonly<Record<string, unknown>> = {}) =>
    showPage(SetUpPage, { inputs, ...(as ? { as: [as, 'strategist'] as const } : {}) });
  type Page = Awaited<ReturnType<typeof open>>;
  const heading = ({ screen }: Page): string => screen.getByRole('heading', { level: 2 }).textContent?.trim() ?? '';
  async function press({ screen, settled }: Page, name: string): Promise<void> {
    screen.getByRole('button', { name }).click();
    await settled();
  }

  it('makes the first administrator, who is signed in and goes on', async () => {
    api.on(STATE, needs('administrator'), needs('municipality')).on(MAKE, ok({ needs: 'municipality' }, 201));
    api.on(SIGN_IN, ok(aSession(['administrator', 'strategist']), 201));
    const page = await open();
    for (const [label, text] of [
      ['Engångskod', '7K2M-QX4D-ABCD-1234'],
      ['Ditt namn', 'Eva Norrby'],
      ['Användarnamn', 'eva'],
      ['Lösenord', 'ett långt lösenord'],
    ] as const)
      write(page.screen.getByLabelText(label), text);
    await press(page, 'Skapa kontot och logga in');
    await page.settled();
    expect(api.of(MAKE)[0]?.body).toEqual({
      code: '7K2M-QX4D-ABCD-1234',
      name: 'Eva Norrby',
      username: 'eva',
      password: 'ett långt lösenord',
    });
    expect(api.of(SIGN_IN)[0]?.body).toEqual({ username: 'eva', password: 'ett långt lösenord' });
    expect(heading(page)).toBe('Kommunens namn och kod');
  });

  it('makes one administrator however often the button is pressed', async () => {
    api.on(STATE, needs('administrator'), needs('municipality'));
    api.on(MAKE, ok({ needs: 'municipality' }, 201), refused(409, 'set-up.has-administrator'));
    api.on(SIGN_IN, ok(aSession(['administrator', 'strategist']), 201));
    const page = await open();
    for (const label of ['Engångskod', 'Ditt namn', 'Användarnamn', 'Lösenord'])
      write(page.screen.getByLabelText(label), 'tolv eller fler');
    const button = page.screen.getByRole('button', { name: 'Skapa kontot och logga in' });
    button.click();
    button.click();
    await page.settled();
    await page.settled();
    expect([api.of(MAKE).length, api.of(SIGN_IN).length]).toEqual([1, 1]);
    expect(page.screen.queryByText(/Det finns redan en administratör/)).toBeNull();
  });

  it('asks for what is lacking before anything is sent', async () => {
    api.on(STATE, needs('administrator'));
    const page = await open();
    write(page.screen.getByLabelText('Lösenord'), 'kort');
    await press(page, 'Skapa kontot och logga in');
    expect(page.screen.getAllByText('Det här behöver fyllas i.').length).toBe(3);
    expect(page.screen.getByText('Lösenordet behöver minst tolv tecken.')).toBeTruthy();
    expect(api.of(MAKE)).toEqual([]);
  });

  it('keeps what was typed when the code is wrong', async () => {
    api.on(STATE, needs('administrator')).on(MAKE, refused(403, 'set-up.wrong-code'));
    const page = await open();
    for (const label of ['Engångskod', 'Ditt namn', 'Användarnamn', 'Lösenord'])
      write(page.screen.getByLabelText(label), 'tolv eller fler');
    await press(page, 'Skapa kontot och logga in');
    expect(textOf(page.screen.getByRole('alert'))).toContain('Engångskoden stämmer inte');
    expect(page.screen.getByLabelText<HTMLInputElement>('Ditt namn').value).toBe('tolv eller fler');
  });

  it('asks whoever comes second to sign in', async () => {
    api.on(STATE, needs('administrator'), needs('municipality')).on(MAKE, refused(409, 'set-up.has-administrator'));
    const page = await open();
    for (const label of ['Engångskod', 'Ditt namn', 'Användarnamn', 'Lösenord'])
      write(page.screen.getByLabelText(label), 'tolv eller fler');
    await press(page, 'Skapa kontot och logga in');
    await page.settled();
    expect(page.screen.getByText(/Det finns redan en administratör. Logga in som/)).toBeTruthy();
    expect(page.screen.getByRole('button', { name: 'Logga in' })).toBeTruthy();
  });

  it('lets nobody else go on than an administrator', async () => {
    api.on(STATE, needs('municipality'));
    const { screen } = await open('reporter');
    expect(screen.getByText(/konto som inte är administratör/)).toBeTruthy();
    expect(screen.queryByLabelText('Kommunkod')).toBeNull();
  });

  it('asks the administrator for a second factor before anything else, until its recovery codes are kept', async () => {
    const own = (since?: string) =>
      ok({ hasPassword: true, secondFactor: { recoveryCodesLeft: 10, isRequired: true, isExempt: false, ...(since ? { since } : {}) } });
    const roles = ['administrator', 'strategist'] as const;
    api
      .on(STATE, needs('municipality'))
      .on(SIGN_IN, ok(aSession(roles, { needsSecondFactor: true }), 201))
      .on('GET /api/account/sign-in', own(), own('2026-11-24T13:05:00Z'))
      .on('PUT /api/account/second-factor', ok({ address: 'otpauth://totp/SLUSEN:eva?secret=GEZDGNBV', secret: 'GEZDGNBV' }))
      .on('POST /api/account/second-factor/confirmation', ok({ recoveryCodes: ['7k3m-0q9z-abcd-efgh'] }))
      .on('GET /api/session', ok(aSession(roles)));
    const page = await open(undefined, { steg: 'kontakt' });
    write(page.screen.getByLabelText('Användarnamn'), 'eva');
    write(page.screen.getByLabelText('Lösenord'), 'ett långt lösenord');
    await press(page, 'Logga in');
    await page.settled();
    const shown = (): string => textOf(page.screen.getByRole('region'));
    expect(shown()).toMatch(/^Säker inloggning/);
    expect(api.of('GET /api/admin/settings')).toEqual([]);
    await press(page, 'Ordna tvåstegsverifiering');
    write(page.screen.getByLabelText('Kod från appen'), '123456');
    await press(page, 'Slå på');
    await page.settled();
    expect(shown()).toContain('7k3m-0q9z-abcd-efgh');
    await press(page, 'Jag har sparat koderna');
    await page.settled();
    expect(shown()).toMatch(/^Kommunens namn och kod/);
  });

  it('stores name and code before it goes on, and needs both', async () => {
    api.on(STATE, needs('municipality')).on(SET, ok(someSettings(1, { municipality: 'Hultsfreds kommun', code: '0860' }, 'none')));
    const page = await open('administrator');
    await page.settled();
    write(page.screen.getByLabelText('Kommunens namn'), 'Hultsfreds kommun');
    await press(page, 'Spara och fortsätt');
    expect(page.screen.getByText('Det här behöver fyllas i.')).toBeTruthy();
    write(page.screen.getByLabelText('Kommunkod'), '0860');
    await press(page, 'Spara och fortsätt');
    expect(api.of(SET).map(({ body }) => body)).toEqual([{ municipality: 'Hultsfreds kommun', code: '0860' }]);
    expect(page.address()).toBe('/kom-igang?steg=utseende');
    // The way back leads to the step that was left.
    const location = TestBed.inject(Location);
    location.back();
    await until(() => location.path() === '/kom-igang?steg=kommun');
  });

  it('shows the step of its address, when those before it are done', async () => {
    api.on(STATE, needs('strategy'));
    expect(heading(await open('administrator', { steg: 'kontakt' }))).toBe('Licens och kontakt');
  });

  it('begins with the template, by a decision', async () => {
    api.on(STATE, needs('strategy'), needs('nothing')).on(TEMPLATE, ok({ faults: [], isMore: false, changes: 8 }));
    const page = await open('administrator');
    await press(page, 'Börja med mallen');
    expect(page.screen.getAllByText('Det här behöver fyllas i.').length).toBe(2);
    write(page.screen.getByLabelText('Beslutsdatum'), '2026-11-23');
    write(page.screen.getByLabelText('Gäller från'), '2027-01-01');
    write(page.screen.getByLabelText('Paragraf'), ' § 112 ');
    await press(page, 'Börja med mallen');
    await page.settled();
    expect(api.of(TEMPLATE)[0]?.body).toEqual({ body: 'council', decidedOn: '2026-11-23', validFrom: '2027-01-01', paragraph: '§ 112' });
    expect(page.screen.getByText(/Det är klart/)).toBeTruthy();
  });

  it('shows what the template says before it is taken, and lets the strategy have a name of its own', async () => {
    api.on(STATE, needs('strategy')).on(TEMPLATE, ok({ faults: [], isMore: false, changes: 8 }));
    const page = await open('administrator');
    await page.settled();
    page.screen.getByText('Se mallens syfte och områden').click();
    for (const said of ['Att växa.', 'Livsmiljöer', 'En plats att bo på.']) expect(page.screen.getByText(said)).toBeTruthy();
    const name = page.screen.getByLabelText<HTMLInputElement>('Vad heter strategin?');
    expect(name.value).toBe('Social lokal utvecklingsstrategi (SLUS)');
    write(name, ' Hultsfred växer ');
    write(page.screen.getByLabelText('Beslutsdatum'), '2026-11-23');
    write(page.screen.getByLabelText('Gäller från'), '2027-01-01');
    await press(page, 'Börja med mallen');
    expect(api.of(TEMPLATE)[0]?.body).toEqual({
      ...{ name: 'Hultsfred växer', body: 'council', decidedOn: '2026-11-23', validFrom: '2027-01-01' },
    });
  });

  async function choose({ screen, settled }: Page, content: string): Promise<void> {
    const files = new DataTransfer();
    files.items.add(new File([content], 'strategi.json', { type: 'application/json' }));
    screen.getByLabelText<HTMLInputElement>('Strategifil').files = files.files;
    screen.getByRole('button', { name: 'Läs in filen' }).click();
    await settled();
    await settled();
  }

  it('tells each fault of a file in a sentence', async () => {
    const content = { areas: [{ name: { sv: 'Leva' }, slug: 'a b' }] };
    api
      .on(STATE, needs('strategy'))
      .on(FILE, ok({ faults: [{ path: ['areas', 0, 'slug'], code: 'slug.malformed', text: 'a b' }], isMore: true, changes: 0 }));
    const page = await open('administrator');
    await choose(page, JSON.stringify(content));
    const told = textOf(page.screen.getByRole('alert'));
    expect(told).toContain('Utvecklingsområde "Leva": slug "a b" är inget kortnamn');
    expect(told).toContain('Det finns fler fel');
    expect(api.of(FILE)[0]?.body).toEqual({ file: content });
  });

  for (const [what, content] of [
    ['no JSON', 'hej'],
    ['a list', '[]'],
    ['nothing', ''],
  ] as const) {
    it(`refuses ${what} before anything is sent`, async () => {
      api.on(STATE, needs('strategy'));
      const page = await open('administrator');
      await choose(page, content);
      expect(textOf(page.screen.getByRole('alert'))).toContain('Filen är ingen strategifil');
      expect(api.of(FILE)).toEqual([]);
    });
  }

  it('tells an administrator who is no strategist why the strategy cannot be read in', async () => {
    api.on(STATE, needs('strategy'));
    const { screen } = await showPage(SetUpPage, { as: ['administrator'] });
    expect(screen.getByText(/behövs behörigheten strateg/)).toBeTruthy();
  });

  it('says that it is done, once it is', async () => {
    api.on(STATE, needs('nothing'));
    const { screen } = await showPage(SetUpPage, { as: ['administrator'] });
    expect(screen.getByText(/Det är klart/)).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });

  describe('once there is somebody to lead', () => {
    const guide = async (view: object, ...as: readonly ('administrator' | 'strategist' | 'reporter')[]) => {
      api.on(STATE, needs('nothing')).on(GUIDE, ok(view));
      const { screen } = await showPage(SetUpPage, { as });
      const part = screen.getByRole('region', { name: 'Till den första siffran' });
      const steps = within(part).getAllByRole('listitem');
      return { part, steps, links: steps.map((step) => step.querySelector('a')?.getAttribute('href') ?? '–') };
    };

    it('ticks the way to the first figure by what is there, each step with the page where it is done', async () => {
      const { part, steps, links } = await guide({ done: ['municipality'] }, 'administrator', 'strategist');
      expect(textOf(part)).toContain('1 av 8 klart.');
      expect(steps.map((step) => step.getAttribute('aria-current'))).toEqual([null, 'step', ...Array<null>(6).fill(null)]);
      expect(textOf(steps[0] ?? null)).toBe('Ange kommunens namn och kod klart');
      expect(links).toEqual([
        '/administration/installningar',
        '/administration/indikatorer/ny',
        '/administration/personer?roll=reporter',
        '/administration/personer?roll=reviewer',
        '/administration/indikatorer/ny',
        '–',
        '/kom-igang?steg=strategi',
        '/administration/strategi',
      ]);
    });

    it('leads to what is nearest: the indicator, its department, one’s own tasks', async () => {
      const view = { done: ['municipality', 'indicator'], indicator: { slug: 'utlan', name: sv('Utlån') }, department: 'biblioteket' };
      expect((await guide(view, 'administrator')).links.slice(1, 6)).toEqual([
        '/administration/indikatorer/utlan',
        '/administration/personer?roll=reporter&forvaltning=biblioteket',
        '/administration/personer?roll=reviewer&forvaltning=biblioteket',
        '/administration/indikatorer/utlan',
        '–',
      ]);
    });

    it('shows the page that everybody sees, once there is a figure', async () => {
      const view = { done: ['municipality', 'indicator', 'figure', 'published'], indicator: { slug: 'utlan', name: sv('Utlån') } };
      const { part } = await guide(view, 'administrator', 'reporter');
      expect(within(part).getByRole('link', { name: 'Se sidan om Utlån' }).getAttribute('href')).toBe('/indikator/utlan');
      expect(within(part).getByRole('link', { name: 'Lägg in ett värde' }).getAttribute('href')).toBe('/mina-uppgifter');
    });
  });
});
