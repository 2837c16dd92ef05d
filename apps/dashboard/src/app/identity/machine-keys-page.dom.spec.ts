import type { MachineKey } from '@slusen/contracts';
import { choose, write } from '@slusen/ui/testing';
import { FakeApi, NO_ANSWER, ok, refused } from '../../testing/fake-api.js';
import { aSite } from '../../testing/people.js';
import { showPage, textOf } from '../../testing/show-page.js';
import { MachineKeysPage } from './machine-keys-page.js';

const LIST = 'GET /api/admin/machine-keys';
const MAKE = 'POST /api/admin/machine-keys';
const KEY = `slusen_${'k'.repeat(43)}`;

const aKey = (different: Partial<MachineKey> = {}): MachineKey => ({
  id: 3,
  username: 'procapita',
  name: 'Procapita',
  departments: [{ sv: 'Kultur' }],
  createdAt: '2026-11-01T10:00:00Z',
  expiresAt: '2027-12-31T23:00:00Z',
  isGood: true,
  ...different,
});
const anActor = (slug: string, kind: string, sv: string) => ({ slug, kind, name: { sv }, isExample: false, roles: [], areas: [] });

describe('MachineKeysPage', () => {
  let api: FakeApi;

  beforeEach(() => {
    localStorage.clear();
    api = new FakeApi()
      .on('GET /api/site', ok(aSite()))
      .on('GET /api/actors', ok({ items: [anActor('kultur', 'department', 'Kultur'), anActor('argus', 'business', 'Argus')] }));
  });

  const showKeys = async (...keys: MachineKey[]) => {
    api.on(LIST, ok({ items: keys }));
    const shown = await showPage(MachineKeysPage, { as: ['administrator'] });
    await shown.settled();
    const press = async (name: string | RegExp): Promise<void> => {
      shown.screen.getByRole('button', { name }).click();
      await shown.settled();
    };
    const fill = (): void => {
      write(shown.screen.getByRole('textbox', { name: 'Systemets namn' }), ' Procapita ');
      write(shown.screen.getByRole('textbox', { name: 'Kort namn' }), 'procapita');
      choose(shown.screen.getByRole('combobox'), 'Kultur');
      write(shown.screen.getByLabelText('Sista dag'), '2027-12-31');
    };
    return { ...shown, press, fill };
  };

  it('says when there is none', async () => {
    expect(textOf((await showKeys()).element)).toContain('Det finns ingen nyckel än.');
  });

  it('lists keys with their end, their use and whether they open anything', async () => {
    const { element, screen } = await showKeys(
      aKey({ lastUsedAt: '2026-11-24T13:05:00Z' }),
      aKey({ id: 4, isGood: false, revokedAt: '2026-11-20T10:00:00Z' }),
      aKey({ id: 5, isGood: false }),
    );
    const [good, revoked, over] = [...element.querySelectorAll('li.card')].map(textOf);
    expect(good).toContain('Användes senast 24 november 2026');
    expect(good).toContain('Läge gäller');
    expect(revoked).toContain('Läge spärrad');
    expect(over).toContain('Läge gäller inte');
    expect(screen.getAllByRole('button', { name: /^Spärra/ }).length).toBe(1);
  });

  it('makes a key for what is filled in, and shows it', async () => {
    const { element, screen, press, fill } = await showKeys();
    expect([...screen.getByRole<HTMLSelectElement>('combobox').options].map(({ text }) => text)).toEqual(['Välj …', 'Kultur']);
    fill();
    api.on(MAKE, ok({ key: KEY }, 201)).on(LIST, ok({ items: [aKey()] }));
    await press('Gör en nyckel');
    expect(api.of(MAKE)[0]?.body).toEqual({ username: 'procapita', name: 'Procapita', department: 'kultur', lastDay: '2027-12-31' });
    expect(textOf(screen.getByRole('status'))).toContain(KEY);
    expect(element.querySelectorAll('li.card').length).toBe(1);
  });

  it('says what is missing once it is sent, and not before', async () => {
    const { screen, press } = await showKeys();
    expect(screen.queryByText('Välj en förvaltning.')).toBeNull();
    write(screen.getByRole('textbox', { name: 'Kort namn' }), 'Pro Capita');
    await press('Gör en nyckel');
    for (const words of ['Skriv vad systemet heter.', /Skriv ett kort namn/, 'Välj en förvaltning.', /Välj den sista dag/])
      expect(screen.getByText(words)).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Systemets namn' }));
    expect(api.of(MAKE)).toEqual([]);
  });

  it('is told once: a request whose answer was lost is repeated as the same one, and says that the key is gone', async () => {
    const { screen, press, fill } = await showKeys();
    fill();
    api.on(MAKE, NO_ANSWER, ok({}, 201));
    await press('Gör en nyckel');
    expect(textOf(screen.getByRole('alert'))).toContain('Ingen kontakt med servern');
    await press('Gör en nyckel');
    const [first, again] = api.of(MAKE).map(({ headers }) => headers['Idempotency-Key']);
    expect(again).toBe(first);
    expect(textOf(screen.getByText(/Nyckeln är gjord, men svaret kom inte fram/))).toContain('Spärra den och gör en ny');
  });

  it('says why there is no key', async () => {
    const { screen, press, fill } = await showKeys();
    fill();
    api.on(MAKE, refused(422, 'machine-key.end-too-far'));
    await press('Gör en nyckel');
    expect(textOf(screen.getByRole('alert'))).toBe('En nyckel gäller i högst två år. Välj en tidigare dag.');
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Kort namn' }).value).toBe('procapita');
  });

  it('asks before it revokes a key', async () => {
    const { screen, press } = await showKeys(aKey());
    await press('Spärra: Procapita');
    expect(textOf(screen.getByRole('alert'))).toBe('Systemet kan inte skicka något mer med den.');
    await press('Behåll');
    expect(screen.queryByRole('alert')).toBeNull();
    await press('Spärra: Procapita');
    api.on('POST /api/admin/machine-keys/3/revocation', ok(null, 204)).on(LIST, ok({ items: [aKey({ isGood: false })] }));
    await press('Spärra nu');
    expect(screen.queryByRole('button', { name: /Spärra/ })).toBeNull();
  });
});
