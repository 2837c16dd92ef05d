import { TestBed } from '@angular/core/testing';
import { choose, write } from '@slusen/ui/testing';
import { administrationApi, aPeopleList, aPerson } from '../../testing/administration.js';
import { ok, refused, type FakeApi } from '../../testing/fake-api.js';
import { showPage, textOf } from '../../testing/show-page.js';
import { anActor } from '../../testing/goals.js';
import { aSession } from '../../testing/people.js';
import { CurrentAccount } from '../data/current-account.js';
import { PersonPage } from './person-page.js';

const { id } = aPerson();
const PERSON = `GET /api/admin/people/${id}`;
const ROLES = `PUT /api/admin/people/${id}/roles`;
const PEOPLE = 'GET /api/admin/people?q=&sort=name&falling=0&limit=1000&offset=0';
const other = aPerson({ id: '7a0f1c2e-0000-4000-8000-000000000003', name: 'Cajsa Warg' });
const ACCESS = `PUT /api/admin/people/${id}/access`;
const session = (name: string, isThis = false) => ({
  id: name,
  createdAt: '2026-11-27T08:00:00.000Z',
  lastSeenAt: '2026-11-27T08:10:00.000Z',
  expiresAt: '2026-11-27T20:00:00.000Z',
  isThis,
});

describe('PersonPage', () => {
  let api: FakeApi;
  beforeEach(() => {
    localStorage.clear();
    api = administrationApi()
      .on(PERSON, ok(aPerson()))
      .on(PEOPLE, ok(aPeopleList(aPerson(), other)));
  });

  const open = () => showPage(PersonPage, { as: ['administrator'], inputs: { id } });
  const press = async ({ screen, settled }: Awaited<ReturnType<typeof open>>, name: string | RegExp): Promise<void> => {
    screen.getByRole('button', { name }).click();
    await settled();
  };

  it('changes roles as they were read, and says that they hold at once', async () => {
    api.on(ROLES, ok(aPerson({ roles: [{ role: 'politician' }], version: 4 })));
    const page = await open();
    choose(page.screen.getByLabelText('Roll'), 'förtroendevald');
    choose(page.screen.getByLabelText('Förvaltning'), page.screen.getByLabelText<HTMLSelectElement>('Förvaltning').options[0]!.text.trim());
    const until = page.screen.getByLabelText<HTMLInputElement>('Till och med');
    expect(until.value).toBe('2099-12-31');
    until.value = '';
    until.dispatchEvent(new Event('change'));
    await press(page, 'Spara behörigheterna');
    const [sent] = api.of(ROLES);
    expect([sent?.body, sent?.headers['If-Match']]).toEqual([{ roles: [{ role: 'politician' }] }, '"3"']);
    expect(textOf(page.screen.getByRole('status'))).toBe('Behörigheterna är sparade och gäller genast.');
    await press(page, /^Ta bort/);
    await press(page, 'Spara behörigheterna');
    expect([api.of(ROLES)[1]?.body, api.of(ROLES)[1]?.headers['If-Match']]).toEqual([{ roles: [] }, '"4"']);
  });

  it('reads the session again after a change of one’s own roles, so that the menu is true', async () => {
    const mine = aPerson({ isSelf: true });
    api
      .on(PERSON, ok(mine))
      .on(ROLES, ok(mine))
      .on('GET /api/session', ok(aSession(['administrator', 'reporter'])));
    const page = await open();
    await press(page, 'Spara behörigheterna');
    expect(TestBed.inject(CurrentAccount).view()?.roles).toEqual([{ role: 'administrator' }, { role: 'reporter' }]);
  });

  it('adds the role that its address asks for, which is given when it is saved, and no other than of those who enter and review', async () => {
    const held = { role: 'reporter', department: { slug: 'kultur', name: { sv: 'Kultur' } } } as const;
    const roles = aPerson().roles.map(({ role }) => ({ role }));
    api.on(PERSON, ok(aPerson({ roles }))).on(ROLES, ok(aPerson({ roles: [...roles, held], version: 4 })));
    const asking = (roll: string) => showPage(PersonPage, { as: ['administrator'], inputs: { id, roll, forvaltning: 'kultur' } });
    const page = await asking('reporter');
    expect(page.screen.getByText(/Behörigheten rapportör är tillagd här nedanför/)).toBeTruthy();
    await press(page, 'Spara behörigheterna');
    expect(api.of(ROLES)[0]?.body).toEqual({ roles: [...roles, { role: 'reporter', department: 'kultur' }] });
    expect(page.screen.queryByText(/är tillagd här nedanför/)).toBeNull();
    TestBed.resetTestingModule();
    expect((await asking('administrator')).screen.queryByText(/är tillagd här nedanför/)).toBeNull();
  });

  it('says why roles were not changed, and keeps what was chosen', async () => {
    api.on(ROLES, refused(412, 'account.stale'));
    const page = await open();
    await press(page, /^Ta bort/);
    await press(page, 'Spara behörigheterna');
    expect(textOf(page.screen.getByRole('alert'))).toContain('Någon annan har ändrat kontot');
    expect(page.screen.queryByLabelText('Roll')).toBeNull();
  });

  it('shuts somebody out, and lets them in again', async () => {
    api.on(ACCESS, ok(aPerson({ state: 'disabled', version: 4 })), ok(aPerson({ version: 5 })));
    const page = await open();
    await press(page, 'Stäng av kontot');
    expect(textOf(page.screen.getByRole('status'))).toBe('Kontot är avstängt.');
    await press(page, 'Öppna kontot igen');
    expect(api.of(ACCESS).map(({ body, headers }) => [body, headers['If-Match']])).toEqual([
      [{ isDisabled: true }, '"3"'],
      [{ isDisabled: false }, '"4"'],
    ]);
  });

  for (const [state, button] of [
    ['active', 'Skicka länk till nytt lösenord'],
    ['invited', 'Skicka inbjudan på nytt'],
  ] as const)
    it(`sends somebody who is ${state} a new link`, async () => {
      const link = `POST /api/admin/people/${id}/links`;
      api.on(PERSON, ok(aPerson({ state, invitedUntil: '2020-01-01T12:00:00.000Z' }))).on(link, ok(null, 204));
      const page = await open();
      expect(page.screen.getByText(/^slutade gälla 1 januari 2020/)).toBeTruthy();
      await press(page, button);
      expect(api.of(link).length).toBe(1);
      expect(page.screen.getByRole('link', { name: 'Se brevet under Utgående post.' }).getAttribute('href')).toBe('/administration/post');
    });

  it('resets the second factor of somebody else who has one', async () => {
    const reset = `DELETE /api/admin/people/${id}/second-factor`;
    api.on(PERSON, ok(aPerson({ hasSecondFactor: true })), ok(aPerson())).on(reset, ok(null, 204));
    const page = await open();
    await press(page, 'Återställ tvåstegsverifieringen');
    expect(api.of(reset).length).toBe(1);
    expect(textOf(page.screen.getByRole('status'))).toBe('Tvåstegsverifieringen är återställd.');
    expect(page.screen.queryByRole('button', { name: 'Återställ tvåstegsverifieringen' })).toBeNull();
  });

  for (const what of [{ hasSecondFactor: true, isSelf: true }, { hasSecondFactor: false }])
    it(`resets no second factor of ${JSON.stringify(what)}`, async () => {
      api.on(PERSON, ok(aPerson(what)));
      expect((await open()).screen.queryByRole('button', { name: 'Återställ tvåstegsverifieringen' })).toBeNull();
    });

  it('sends nothing to whoever has no address', async () => {
    const { email: _, ...without } = aPerson();
    api.on(PERSON, ok(without));
    expect((await open()).screen.queryByRole('button', { name: /^Skicka/ })).toBeNull();
  });

  it('ends where somebody is signed in, one or all, but not where one is oneself', async () => {
    const [one, all] = [`DELETE /api/admin/people/${id}/sessions/aa`, `DELETE /api/admin/people/${id}/sessions`];
    const openSessions = [session('aa'), session('bb'), session('cc', true)];
    api
      .on(PERSON, ok(aPerson({ openSessions })))
      .on(one, ok(null, 204))
      .on(all, ok(null, 204));
    const page = await open();
    const ends = page.screen.getAllByRole('button', { name: /^Avsluta Inloggad/ });
    expect([ends.length, page.screen.getAllByText('Du, här').length]).toEqual([2, 1]);
    ends[0]?.click();
    await page.settled();
    expect(textOf(page.screen.getByRole('status'))).toBe('Inloggningen är avslutad.');
    await press(page, 'Avsluta alla');
    expect([api.of(one).length, api.of(all).length, api.of(PERSON).length]).toEqual([1, 1, 3]);
  });

  it('is where an administrator proposes the reviewer’s role for themselves, and takes it back', async () => {
    const [propose, decide] = ['POST /api/admin/role-proposals', 'POST /api/admin/role-proposals/p1/decisions'];
    const proposal = {
      id: 'p1',
      proposedAt: '2026-11-27T08:00:00.000Z',
      held: { role: 'reviewer', department: { slug: 'kultur', name: { sv: 'Kultur' } } },
    } as const;
    api.on(PERSON, ok(aPerson({ isSelf: true })), ok(aPerson({ isSelf: true, proposals: [proposal] })), ok(aPerson({ isSelf: true })));
    api.on(propose, ok(null, 204)).on(decide, ok(null, 204));
    const page = await open();
    choose(page.screen.getByLabelText('Granska för'), 'Kultur');
    await page.settled();
    await press(page, 'Föreslå mig som granskare');
    expect(api.of(propose)[0]?.body).toEqual({ department: 'kultur' });
    expect(page.screen.getByRole('heading', { name: 'Väntar på en annan administratör' })).toBeTruthy();
    expect(page.screen.queryByRole('button', { name: 'Bekräfta' })).toBeNull();
    await press(page, 'Ta tillbaka');
    expect(api.of(decide)[0]?.body).toEqual({ isConfirmed: false });
  });

  it('is where a department is added first when there is none to review for', async () => {
    api.on('GET /api/actors', ok({ items: [] })).on(PERSON, ok(aPerson({ isSelf: true, roles: [{ role: 'administrator' }] })));
    api.on('POST /api/admin/actors', ok({ slug: 'bygg' }, 201));
    const page = await open();
    expect(page.screen.queryByLabelText('Granska för')).toBeNull();
    write(page.screen.getByLabelText('Vad heter förvaltningen?'), 'Bygg');
    api.on('GET /api/actors', ok({ items: [anActor({ slug: 'bygg', name: { sv: 'Bygg' } })] }));
    await press(page, 'Lägg till förvaltningen');
    await page.settled();
    const list = page.screen.getByLabelText<HTMLSelectElement>('Granska för');
    expect([...list.options].map(({ text }) => text)).toEqual(['Välj förvaltning', 'Bygg']);
    expect(list.value).toBe('bygg');
  });

  for (const [button, isConfirmed] of [
    ['Bekräfta', true],
    ['Avslå', false],
  ] as const)
    it(`is where another one says ${button}`, async () => {
      const decide = 'POST /api/admin/role-proposals/p1/decisions';
      const proposal = { id: 'p1', proposedAt: '2026-11-27T08:00:00.000Z', held: { role: 'reviewer' } } as const;
      api.on(PERSON, ok(aPerson({ proposals: [proposal] })), ok(aPerson())).on(decide, ok(null, 204));
      const page = await open();
      await press(page, button);
      expect(api.of(decide)[0]?.body).toEqual({ isConfirmed });
      expect(page.screen.queryByRole('button', { name: button })).toBeNull();
    });

  it('names a deputy for some days, and takes the deputy back', async () => {
    const days = { from: '2026-12-01', to: '2026-12-31' };
    const named = aPerson({ deputies: [{ id: 7, person: { id: other.id, name: other.name }, isAway: false, ...days }], version: 4 });
    const [name, end] = [`POST /api/admin/people/${id}/deputies`, `DELETE /api/admin/people/${id}/deputies/7`];
    api
      .on('GET /api/admin/people', ok(aPeopleList(aPerson(), other)))
      .on(name, ok(named, 201))
      .on(end, ok(null, 204));
    const page = await open();
    choose(page.screen.getByLabelText('Roll'), 'granskare');
    await press(page, 'Utse ersättare');
    expect(textOf(page.screen.getByRole('alert'))).toBe('Välj en person, en första och en sista dag.');
    choose(page.screen.getByLabelText('Vem?'), 'Cajsa Warg');
    for (const [label, day] of [
      ['Första dagen', days.from],
      ['Sista dagen', days.to],
    ] as const) {
      const input = page.screen.getByLabelText<HTMLInputElement>(label);
      input.value = day;
      input.dispatchEvent(new Event('change'));
    }
    await press(page, 'Utse ersättare');
    const [sent] = api.of(name);
    expect([sent?.body, sent?.headers['If-Match']]).toEqual([{ deputy: other.id, ...days }, '"3"']);
    const section = page.screen.getByRole('region', { name: 'Ersättare' });
    expect(textOf(section)).toContain('Cajsa Warg');
    expect(textOf(section)).toContain('1 december 2026–31 december 2026');
    await press(page, 'Ta bort Cajsa Warg');
    expect(api.of(end).length).toBe(1);
    expect(page.screen.getByLabelText<HTMLSelectElement>('Roll').selectedOptions[0]?.text)
      .withContext('not saved, and not lost')
      .toBe('granskare');
  });

  it('hands everything over once it was told what that is', async () => {
    const handOver = `/api/admin/people/${id}/hand-over`;
    const preview = { roles: aPerson().roles, indicators: 12, tasks: 5, rounds: 1, drafts: 3, submitted: 1, toReview: 0 };
    api
      .on('GET /api/admin/people', ok(aPeopleList(aPerson(), other)))
      .on(`GET ${handOver}?from=2026-12-01`, ok(preview))
      .on(`POST ${handOver}`, ok(aPerson({ roles: [], version: 4 }), 201));
    const page = await open();
    await press(page, 'Se vad som lämnas över');
    expect(textOf(page.screen.getByRole('alert'))).toBe('Välj en person och en dag.');
    choose(page.screen.getByLabelText('Vem tar över?'), 'Cajsa Warg');
    const day = page.screen.getByLabelText<HTMLInputElement>('Från och med', { selector: '#tar-over-fran' });
    day.value = '2026-12-01';
    day.dispatchEvent(new Event('change'));
    await press(page, 'Se vad som lämnas över');
    const section = page.screen.getByRole('region', { name: 'Lämna över' });
    expect([...section.querySelectorAll('li')].map(textOf)).toEqual([
      ...['rapportör, Kultur', '12 indikatorer', '5 uppgifter att göra', 'i 1 omgång', '3 utkast', '1 inlämnad som väntar på granskning'],
    ]);
    expect(document.activeElement).toBe(page.screen.getByRole('heading', { name: 'Lämna över' }));
    await press(page, 'Lämna över');
    const [sent] = api.of(`POST ${handOver}`);
    expect([sent?.body, sent?.headers['If-Match']]).toEqual([{ to: other.id, from: '2026-12-01' }, '"3"']);
    expect(page.screen.getByText('Överlämningen är gjord.')).toBeTruthy();
  });

  describe('of somebody who left', () => {
    const PSEUDONYM = `/api/admin/people/${id}/pseudonym`;
    const preview = {
      pseudonym: 'Tidigare användare 12',
      removed: [{ table: 'session', rows: 2 }],
      kept: [{ table: 'entry_event', rows: 31 }],
      texts: [{ table: 'entry', column: 'comment', rows: 1 }],
      copiesKept: 30,
    };
    beforeEach(() => api.on(PERSON, ok(aPerson({ state: 'disabled' }))).on(`GET ${PSEUDONYM}/preview`, ok(preview)));

    it('says what goes and what stays, asks for the decision, and shows the pseudonym', async () => {
      const reduced = aPerson({
        name: 'Tidigare användare 12',
        state: 'disabled',
        pseudonymisedAt: '2026-11-28T08:00:00.000Z',
        version: 4,
      });
      api.on(`PUT ${PSEUDONYM}`, ok(reduced));
      const page = await open();
      const focused = (): string => textOf(document.activeElement);
      await press(page, 'Se vad som tas bort');
      expect(focused()).toBe('Avidentifiera');
      page.screen.getByLabelText('Vem har beslutat?').focus();
      await press(page, 'Avbryt');
      expect(focused()).toBe('Avidentifiera');
      await press(page, 'Se vad som tas bort');
      const section = page.screen.getByRole('region', { name: 'Avidentifiera' });
      for (const told of [
        'Det går inte att ångra.',
        'Tidigare användare 12',
        'Pågående inloggningar: 2',
        'Steg i inmatningar: 31',
        'entry.comment',
      ])
        expect(textOf(section)).toContain(told);
      await press(page, 'Avidentifiera för alltid');
      expect(api.of(`PUT ${PSEUDONYM}`).length).toBe(0);
      write(page.screen.getByLabelText('Vem har beslutat?'), 'Arkivarien');
      const on = page.screen.getByLabelText<HTMLInputElement>('Beslutsdatum');
      on.value = '2026-11-17';
      on.dispatchEvent(new Event('change'));
      write(page.screen.getByLabelText('Paragraf eller diarienummer'), 'KS 2026/118');
      await press(page, 'Avidentifiera för alltid');
      const [sent] = api.of(`PUT ${PSEUDONYM}`);
      const decision = { body: 'Arkivarien', decidedOn: '2026-11-17', reference: 'KS 2026/118' };
      expect([sent?.body, sent?.headers['If-Match']]).toEqual([{ decision }, '"3"']);
      expect(textOf(page.screen.getByRole('heading', { level: 1 }))).toBe('Tidigare användare 12');
      expect(focused()).toBe('Tidigare användare 12');
      expect(page.screen.queryByRole('button')).toBeNull();
    });

    it('is not offered while the account is open', async () => {
      api.on(PERSON, ok(aPerson()));
      expect((await open()).screen.queryByRole('button', { name: 'Se vad som tas bort' })).toBeNull();
    });
  });
});
