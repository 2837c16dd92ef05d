import { write } from '@slusen/ui/testing';
import { FakeApi, NO_ANSWER, ok, refused } from '../../testing/fake-api.js';
import { aSite } from '../../testing/people.js';
import { showPage, textOf } from '../../testing/show-page.js';
import { SettingsPage } from './settings-page.js';
import { someSettings } from '../../testing/settings.js';

const READ = 'GET /api/admin/settings';
const SET = 'PUT /api/admin/settings';
const LOGO = 'PUT /api/admin/settings/logo';
const PICTURE = 'data:image/gif;base64,R0lGODlhAQABAAAAACw=';

describe('SettingsPage', () => {
  let api: FakeApi;
  beforeEach(() => {
    localStorage.clear();
    api = new FakeApi().on('GET /api/site', ok(aSite())).on(READ, ok(someSettings()));
  });

  const open = (language: 'sv' | 'en' = 'sv') => showPage(SettingsPage, { as: ['administrator'], language });
  type Page = Awaited<ReturnType<typeof open>>;
  async function save({ screen, settled }: Page): Promise<void> {
    screen.getByRole('button', { name: 'Spara' }).click();
    await settled();
  }

  it('shows what is set, and says what the environment sets, by which variable', async () => {
    const { screen } = await open();
    expect(screen.getByLabelText<HTMLInputElement>('Kommunkod').value).toBe('0860');
    expect(screen.queryByLabelText('Kommunens namn')).toBeNull();
    expect(screen.getByText('Sätts i miljön (MUNICIPALITY) och kan inte ändras här.')).toBeTruthy();
  });

  it('sends everything that is set, from the revision that was read, but nothing of the environment’s', async () => {
    api.on(SET, ok(someSettings(4, { code: '0860', licence: 'CC0-1.0', contactEmail: 'a@b.se' })));
    const page = await open();
    write(page.screen.getByLabelText('E-post för tillgänglighet och fel'), ' a@b.se ');
    page.screen.getByRole('radio', { name: /^CC0/ }).click();
    await page.settled();
    await save(page);
    const [sent] = api.of(SET);
    expect([sent?.body, sent?.headers['If-Match']]).toEqual([{ code: '0860', licence: 'CC0-1.0', contactEmail: 'a@b.se' }, '"3"']);
    expect(textOf(page.screen.getByRole('status'))).toBe('Sparat. Sidorna visar det nu.');
    expect(api.of('GET /api/site').length).withContext('the head of the page asks anew').toBe(2);
  });

  it('puts each fault beside its field, and keeps what was typed', async () => {
    const body = {
      ...(refused(400, 'input.invalid').body as object),
      errors: [
        { path: 'code', message: 'municipality-code.malformed' },
        { path: 'contactEmail', message: 'mail-address.malformed' },
      ],
    };
    api.on(SET, { status: 400, body });
    const page = await open();
    write(page.screen.getByLabelText('Kommunkod'), '86');
    await save(page);
    expect(page.screen.getByText('Skriv fyra siffror, till exempel 0860.')).toBeTruthy();
    expect(page.screen.getByText('Skriv en e-postadress, till exempel kontakt@kommun.se.')).toBeTruthy();
    const code = page.screen.getByLabelText<HTMLInputElement>('Kommunkod');
    expect([code.value, code.getAttribute('aria-invalid')]).toEqual(['86', 'true']);
    write(code, '0860');
    await page.settled();
    expect(page.screen.queryByText('Skriv fyra siffror, till exempel 0860.')).toBeNull();
  });

  it('keeps what was typed when somebody else was first, and saves it over what they said the next time', async () => {
    api.on(READ, ok(someSettings(3)), ok(someSettings(5, { code: '0860', contactTelephone: '0495-1' })));
    api.on(SET, refused(412, 'settings.stale'), ok(someSettings(6)));
    const page = await open();
    write(page.screen.getByLabelText('Accentfärg'), '#123456');
    await save(page);
    expect(textOf(page.screen.getByRole('alert'))).toContain('Någon annan har ändrat inställningarna');
    expect(page.screen.getByLabelText<HTMLInputElement>('Accentfärg').value).toBe('#123456');
    expect(page.screen.getByLabelText<HTMLInputElement>('Telefon').value).toBe('0495-1');
    await save(page);
    expect([api.of(SET)[1]?.headers['If-Match'], api.of(SET)[1]?.body]).toEqual([
      '"5"',
      { code: '0860', contactTelephone: '0495-1', accent: '#123456' },
    ]);
  });

  it('asks for the same thing again only where no answer came', async () => {
    api.on(SET, NO_ANSWER, refused(422, 'settings.code-in-use'), ok(someSettings(4)));
    const page = await open();
    for (let i = 0; i < 3; i++) await save(page);
    const [first, second, third] = api.of(SET).map(({ headers }) => headers['Idempotency-Key']);
    expect([first === second, second === third]).toEqual([true, false]);
  });

  it('sends a picture as soon as it is chosen, and shows it', async () => {
    api.on(LOGO, ok({ ...someSettings(4), logo: { address: PICTURE, type: 'image/png' } }));
    const { screen, settled, element } = await open();
    const input = screen.getByLabelText<HTMLInputElement>('Logotyp');
    const files = new DataTransfer();
    files.items.add(new File([new Uint8Array([137, 80, 78, 71])], 'logo.png', { type: 'image/png' }));
    input.files = files.files;
    input.dispatchEvent(new Event('change'));
    await settled();
    await settled();
    expect(api.of(LOGO)[0]?.body).toEqual({ content: 'iVBORw==' });
    expect(element.querySelector('img')?.getAttribute('src')).toBe(PICTURE);
  });

  it('says so when it may not be read', async () => {
    api.on(READ, refused(403, 'permission.forbidden'));
    const { screen } = await open();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('inte behörighet');
  });
});
