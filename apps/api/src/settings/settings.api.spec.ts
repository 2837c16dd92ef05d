import { createCanvas } from '@napi-rs/canvas';
import type { SettingsView, SiteView } from '@slusen/contracts';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Settings } from '../platform/settings.js';
import type { Answer, Visitor } from '../testing/visitor.js';
import { wholeApplication, type WholeApplication } from '../testing/whole-application.js';
import { SiteRepository } from './site.repository.js';

const SETTINGS = '/api/admin/settings';
const LOGO = `${SETTINGS}/logo`;
const OURS = {
  municipality: 'Hultsfreds kommun',
  code: '0884',
  accent: '#1f4e79',
  licence: 'CC0-1.0',
  contactEmail: 'kommun@example.se',
  contactTelephone: '0495-24 00 00',
  dataProtectionOfficer: 'ombud@example.se',
} as const;

describe('the settings of an installation', () => {
  let whole: WholeApplication;
  let administrator: Visitor;
  let begun: SettingsView;
  let beforehand: SiteView;
  beforeAll(async () => {
    whole = await wholeApplication({ MUNICIPALITY: '', MUNICIPALITY_CODE: '' });
    administrator = await whole.as('administrator');
    [begun, beforehand] = [await read(), await site()];
  }, 120_000);
  beforeEach(() => latest(OURS));
  afterAll(() => whole.close());

  const read = async (): Promise<SettingsView> => (await administrator.get(SETTINGS)).json<SettingsView>();
  const site = async (): Promise<SiteView> => (await whole.visitor().get('/api/site')).json<SiteView>();
  const from = (revision: number) => ({ 'if-match': `"${revision}"`, 'idempotency-key': randomUUID() });
  const set = (settings: object, revision: number, who = administrator): Promise<Answer> => who.put(SETTINGS, settings, from(revision));
  const latest = async (settings: object): Promise<Answer> => set(settings, (await read()).revision);
  const valuesOf = ({ settings }: SettingsView) =>
    Object.fromEntries(settings.flatMap(({ setting, value }) => (value === undefined ? [] : [[setting, value]])));
  const png = (): string => createCanvas(8, 4).toBuffer('image/png').toString('base64');
  const svg = (inside = ''): string => Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`).toString('base64');

  it('begin with nothing, and pages say nothing of whose they are', () => {
    expect([begun.revision, valuesOf(begun)]).toEqual([0, {}]);
    const { isDemonstration: _, ...said } = beforehand;
    expect(said as unknown).toEqual({ licence: 'CC0-1.0', contact: { isExample: false }, publicUrl: beforehand.publicUrl });
  });

  it('hold for whatever is asked as soon as they are answered, however long it takes to read them anew', async () => {
    const sites = whole.app.get(SiteRepository, { strict: false });
    const { revision } = await read();
    const latestStored = sites.latest.bind(sites);
    const slowly = spyOn(sites, 'latest').and.callFake(() => sleep(100).then(latestStored));
    for (const accent of ['#1f4e7b', '#1f4e7c']) {
      const { revision: there } = await read();
      expect((await set({ ...OURS, accent }, there)).status).toBe(200);
      expect(whole.app.get(Settings, { strict: false }).sources.stored.accent).toBe(accent);
    }
    expect((await read()).revision).toBe(revision + 2);
    slowly.and.callThrough();
  });

  it('are shown on pages from the answer on', async () => {
    const { revision } = await read();
    const { status, headers } = await set({ ...OURS, municipality: 'Högsby kommun', accent: '#1f4e7a' }, revision);
    expect([status, headers['etag']]).toEqual([200, `"${revision + 1}"`]);
    const { municipality, licence, contact } = await site();
    expect([municipality, licence, contact]).toEqual([
      'Högsby kommun',
      'CC0-1.0',
      { email: 'kommun@example.se', telephone: '0495-24 00 00', dataProtectionOfficer: 'ombud@example.se', isExample: false },
    ]);
    expect((await whole.visitor().get('/accent.css')).text).toContain('--accent: #1f4e7a');
    // Figures are found from the same moment on: the code says whose total is the municipality's own.
    expect((await whole.visitor().get('/api/indicators/folkmangd')).text).toContain('Högsby kommun');
  });

  it('are refused from an old reading, with nothing stored', async () => {
    const { status, problem } = await set({ ...OURS, municipality: 'En annan' }, (await read()).revision - 1);
    expect([status, problem.code]).toEqual([412, 'settings.stale']);
    expect((await site()).municipality).toBe('Hultsfreds kommun');
  });

  it('are set by one of two who change them at once', async () => {
    const { revision } = await read();
    const answers = await Promise.all(['#111111', '#222222', '#333333'].map((accent) => set({ ...OURS, accent }, revision)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
  });

  it('write nothing when nothing differs, and the same answer for a repeated request', async () => {
    const { revision } = await read();
    expect((await set(OURS, revision)).headers['etag']).toBe(`"${revision}"`);
    const headers = from(revision);
    const [first, again] = [
      await administrator.put(SETTINGS, { ...OURS, accent: '#123456' }, headers),
      await administrator.put(SETTINGS, { ...OURS, accent: '#123456' }, headers),
    ];
    expect([again.status, again.text]).toEqual([200, first.text]);
    expect((await read()).revision).toBe(revision + 1);
  });

  it('keep the code once a strategy is there', async () => {
    expect((await read()).isCodeFixed).toBeTrue();
    const { status, problem } = await latest({ ...OURS, code: '0860' });
    expect([status, problem.code]).toEqual([422, 'settings.code-in-use']);
  });

  it('tell the trail who changed what, from what to what', async () => {
    await latest({ ...OURS, contactTelephone: '0495-24 00 01' });
    const [event] = await whole.rows<{ payload: string }>(
      `select payload from audit_event where payload like '%"settings.change"%' order by record_id desc limit 1`,
    );
    const { action, facts, subject } = JSON.parse(event!.payload) as { action: string; facts: { changes: object[] }; subject: string };
    expect([action, subject, facts.changes]).toEqual([
      'settings.change',
      'settings',
      [
        {
          kind: 'settings',
          subject: 'site',
          isNew: false,
          differences: [{ field: 'contactTelephone', before: '0495-24 00 00', after: '0495-24 00 01' }],
        },
      ],
    ]);
  });

  it('stay in history: nobody changes or removes a revision', async () => {
    for (const change of [`update site_settings set municipality = 'x'`, 'delete from site_settings', 'truncate site_logo cascade'])
      await expectAsync(whole.rows(change)).withContext(change).toBeRejected();
  });

  it('refuse what cannot be: each fault with its place', async () => {
    const { status, problem } = await latest({ ...OURS, code: '884', contactEmail: 'a@b.se\nBcc: c@d.se', more: 1 });
    expect(status).toBe(400);
    expect(problem.errors?.map(({ path }) => path).sort()).toEqual(['', 'code', 'contactEmail']);
  });

  describe('with a logo', () => {
    const setLogo = async (content: string): Promise<Answer> => administrator.put(LOGO, { content }, from((await read()).revision));
    const addressOf = (answer: Answer): string => answer.json<SettingsView>().logo?.address ?? '';

    it('show it under an address of its own, as a picture that can do nothing', async () => {
      const address = addressOf(await setLogo(svg('<path d="M0 0h8v8z"/>')));
      expect(address).toMatch(/^\/logotyp\/[0-9a-f]{16}\.svg$/);
      const { status, headers, text } = await whole.visitor().get(address);
      expect([status, headers['content-type'], headers['cache-control']]).toEqual([200, 'image/svg+xml', 'public, max-age=60']);
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      expect(headers['content-security-policy']).toContain('sandbox');
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(text).toContain('M0 0h8v8z');
      expect((await whole.visitor().get('/accent.css')).text).toContain(`url("${address}")`);
    });

    it('show another one under another address, and the one before no more', async () => {
      const { logo } = (await setLogo(svg('<g/>'))).json<SettingsView>();
      const address = addressOf(await setLogo(png()));
      expect(address).toMatch(/\.png$/);
      expect((await whole.visitor().get(address)).headers['content-type']).toBe('image/png');
      expect((await whole.visitor().get(logo!.address)).status).toBe(404);
    });

    const refused: readonly (readonly [what: string, content: string, code: string])[] = [
      ['an SVG with a script', svg('<script>alert(1)</script>'), 'logo.active'],
      ['an SVG with a reference', svg('<image href="https://exempel.se/a.png"/>'), 'logo.active'],
      ['a text', Buffer.from('hej').toString('base64'), 'logo.unknown-kind'],
      ['half a picture', png().slice(0, 48), 'logo.not-a-picture'],
      ['far too much', Buffer.alloc(300_000).toString('base64'), 'logo.too-large'],
    ];
    for (const [what, content, code] of refused) {
      it(`refuse ${what}, and keep the one that was there`, async () => {
        const { revision, logo } = await read();
        const { status, problem } = await setLogo(content);
        expect([status, String(problem.code)]).toEqual([422, code]);
        const after = await read();
        expect([after.revision, after.logo]).toEqual([revision, logo]);
      });
    }

    it('show none when it is taken away', async () => {
      await setLogo(png());
      const { logo, revision } = await read();
      expect((await administrator.delete(LOGO, from(revision))).json<SettingsView>().logo).toBeUndefined();
      expect((await whole.visitor().get(logo!.address)).status).toBe(404);
      expect((await whole.visitor().get('/accent.css')).text).not.toContain('url(');
      expect((await read()).revision).toBe(revision + 1);
    });
  });
});

describe('a setting that the environment sets', () => {
  let whole: WholeApplication;
  let administrator: Visitor;
  beforeAll(async () => {
    whole = await wholeApplication({ CONTACT_EMAIL: 'kommun@example.se' });
    administrator = await whole.as('administrator');
  }, 120_000);
  afterAll(() => whole.close());

  it('is told as such, with its variable', async () => {
    const { settings } = (await administrator.get(SETTINGS)).json<SettingsView>();
    expect(
      settings
        .filter(({ origin }) => origin === 'environment')
        .map(({ setting, value, origin, variable }) => [setting, value, origin, variable]),
    ).toEqual([
      ['municipality', 'Vimmerby kommun', 'environment', 'MUNICIPALITY'],
      ['code', '0884', 'environment', 'MUNICIPALITY_CODE'],
      ['contactEmail', 'kommun@example.se', 'environment', 'CONTACT_EMAIL'],
    ]);
  });

  it('cannot be set on a page, while the others can', async () => {
    const headers = { 'if-match': '"0"', 'idempotency-key': randomUUID() };
    const { status, problem } = await administrator.put(SETTINGS, { contactEmail: 'annan@example.se' }, headers);
    expect([status, problem.code, problem.detail]).toEqual([
      422,
      'settings.locked',
      'CONTACT_EMAIL in the environment sets this; it cannot be set here too.',
    ]);
    expect((await administrator.put(SETTINGS, { accent: '#1f4e79' }, { ...headers, 'idempotency-key': randomUUID() })).status).toBe(200);
    expect((await whole.visitor().get('/api/site')).json<SiteView>().municipality).toBe('Vimmerby kommun');
  });
});
