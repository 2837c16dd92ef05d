import { TestBed } from '@angular/core/testing';
import type { DefinitionInForce, FirstValue, RegisteredIndicator } from '@slusen/contracts';
import { choose, write } from '@slusen/ui/testing';
import { within } from '@testing-library/dom';
import { FakeApi, NO_ANSWER, ok, refused } from '../../testing/fake-api.js';
import { aSite } from '../../testing/people.js';
import { showPage, textOf } from '../../testing/show-page.js';
import { DefinitionPage } from './definition-page.js';
import { IndicatorTargets } from './indicator-targets.js';
import { RegisterPage } from './register-page.js';

const both = (text: string) => ({ sv: text, en: text });
const VISITS: RegisteredIndicator = {
  ...{
    slug: 'besok',
    name: both('Besök'),
    unit: both('besök'),
    decimals: 0,
    reporting: 'period',
    cadence: 'quarter',
    isExample: false,
    areas: [],
    hasTarget: false,
  },
  ...{ isDerived: false, latest: { period: '2025-Q2', value: 1200 }, late: { period: '2025-Q3', days: 4 } },
};
const DEFINED: DefinitionInForce = {
  indicator: 'besok',
  revision: 3,
  definition: {
    ...{
      name: both('Besök'),
      definition: both('Antal besök.'),
      unit: both('besök'),
      decimals: 0,
      direction: 'increase',
      cadence: 'quarter',
    },
    ...{ reporting: 'period', aggregation: 'sum', lagDays: 5, graceDays: 30, mayRepeat: false, officialStatistics: false },
    ...{ source: { name: 'Egen räkning' }, irregularYears: [], balance: [], perLocality: [], isExample: false },
  },
};
const READ = 'GET /api/admin/indicators/besok/definition';
const SAVE = 'PUT /api/admin/indicators/besok/definition';
const BREAKS = 'GET /api/admin/indicators/besok/breaks';
const NOTES = 'GET /api/admin/indicators/besok/notes';
const FIRST_VALUE = 'GET /api/admin/indicators/besok/first-value';
const BEGUN: FirstValue = {
  ...{ isByHand: true, hasValue: true, isSubmitted: false, hasReporter: true, hasReviewer: true, mayEnter: true, period: '2025' },
  department: { slug: 'kultur', name: both('Kultur') },
};
type Shown = Awaited<ReturnType<typeof showPage>>;

describe('the desk of indicators', () => {
  let api: FakeApi;
  beforeEach(() => {
    localStorage.clear();
    api = new FakeApi()
      .on('GET /api/site', ok(aSite()))
      .on('GET /api/actors', ok({ items: [{ slug: 'kultur', name: both('Kultur'), kind: 'department', isExample: false, roles: [] }] }))
      .on('GET /api/admin/indicators', ok({ indicators: [VISITS, { ...VISITS, slug: 'nya', name: both('Nya besök'), late: undefined }] }))
      .on('GET /api/indicators/besok', ok({ goals: [{ goal: { slug: 'liv', name: both('Mer liv') } }] }))
      .on('GET /api/roles', ok({ goals: ['liv', 'ro'].map((slug) => ({ slug, name: both(`Mål ${slug}`) })) }))
      .on(READ, ok(DEFINED))
      .on(BREAKS, ok({ indicator: 'besok', breaks: [] }))
      .on(NOTES, ok({ indicator: 'besok', notes: [] }))
      .on(FIRST_VALUE, ok(BEGUN));
  });

  const press = async ({ screen, settled }: Pick<Shown, 'screen' | 'settled'>, name: string | RegExp): Promise<void> => {
    screen.getByRole('button', { name }).click();
    await settled();
  };
  const sentTo = (request: string) => api.received.filter((one) => one.request === request);

  describe('RegisterPage', () => {
    it('lists every indicator with what is to be done about it, and leads to each', async () => {
      const { screen } = await showPage(RegisterPage, { as: ['administrator'] });
      const row = screen.getByRole('row', { name: /^Besök/ });
      expect(textOf(row)).toBe('Besök varje kvartal 1 200 besök kvartal 2 2025 – kvartal 3 2025 är försenad 4 dagar utan målvärde');
      expect(within(row).getByRole('link', { name: 'Besök' }).getAttribute('href')).toBe('/administration/indikatorer/besok');
      expect(screen.getByRole('link', { name: 'Hämta listan för Excel' }).getAttribute('href')).toBe('/api/admin/indicators.csv');
    });

    it('names a figure that accumulates by the months it covers', async () => {
      const tertial = { ...VISITS, reporting: 'year-to-date', cadence: 'tertial' } as const;
      const latest = { period: '2025-T1', value: 1 };
      api.on('GET /api/admin/indicators', ok({ indicators: [{ ...tertial, latest, late: { period: '2025-T2', days: 4 } }] }));
      const { screen } = await showPage(RegisterPage, { as: ['administrator'] });
      expect(textOf(screen.getByRole('row', { name: /^Besök/ }))).toContain('januari–april 2025 – januari–augusti 2025 är försenad');
    });

    it('shows those that are chosen, says how many, and when there is none', async () => {
      const { screen, settled } = await showPage(RegisterPage, { as: ['strategist'] });
      screen.getByRole('checkbox', { name: 'Bara försenade' }).click();
      await settled();
      expect(textOf(screen.getByRole('status'))).toBe('1 av 2 indikatorer');
      write(screen.getByRole('searchbox', { name: 'Sök på namn' }), 'xyz');
      await settled();
      expect(screen.getByRole('heading', { name: 'Ingen indikator passar valen' })).toBeTruthy();
    });
  });

  it('says that there is no indicator at all, and not that none fits', async () => {
    api.on('GET /api/admin/indicators', ok({ indicators: [] }));
    const { screen } = await showPage(RegisterPage, { as: ['strategist'] });
    expect(screen.getByRole('heading', { name: 'Det finns ingen indikator än' })).toBeTruthy();
  });

  describe('DefinitionPage', () => {
    const open = () => showPage(DefinitionPage, { inputs: { slug: 'besok' }, as: ['administrator'] });

    it('begins in the field that its address names, and leads back to the draft that it was come from', async () => {
      const at = '/administration/indikatorer/besok?utkast=4&del=goal:ro#influence';
      const { screen, settled } = await showPage(DefinitionPage, { inputs: { slug: 'besok' }, as: ['administrator'], at });
      await settled();
      expect(document.activeElement).toBe(screen.getByLabelText('Rådighet'));
      const back = screen.getByRole('link', { name: 'Tillbaka till målet i utkastet' });
      expect(back.getAttribute('href')).toBe('/administration/strategi/4?del=goal:ro');
    });

    it('shows the definition and sends what was changed, with the reason and the revision that was read', async () => {
      api.on(SAVE, ok({ ...DEFINED, revision: 4 }));
      const page = await open();
      expect(page.screen.getByRole('heading', { level: 1 }).textContent).toBe('Besök');
      write(page.screen.getByLabelText('Dagar till publicering'), '50');
      write(page.screen.getByLabelText('Varför ändras definitionen?'), ' Fel förut ');
      await press(page, 'Spara definitionen');
      const [sent] = sentTo(SAVE);
      const { balance, ...definition } = DEFINED.definition;
      expect(sent?.body).toEqual({ definition: { ...definition, balance, lagDays: 50 }, reason: 'Fel förut' });
      expect(sent?.headers['If-Match']).toBe('"3"');
      expect(page.screen.getByText('Definitionen är sparad.')).toBeTruthy();
    });

    it('is computed of others and adds up with others, chosen by name, in the order they were chosen', async () => {
      api.on(SAVE, ok({ ...DEFINED, revision: 4 }));
      const page = await open();
      const add = async (label: string, name: string) => {
        choose(page.screen.getByRole('combobox', { name: label }), name);
        await press(page, `Lägg till ${label}`);
      };
      choose(page.screen.getByLabelText<HTMLSelectElement>('Räknas fram som'), 'skillnad');
      await add('Av indikatorerna', 'Nya besök');
      await add('Av indikatorerna', 'Besök');
      await press(page, 'Ta bort Besök');
      await add('Av indikatorerna', 'Besök');
      await add('Av indikatorerna', 'Välj indikator');
      choose(page.screen.getByLabelText<HTMLSelectElement>('Hur den räknas'), 'minus, från perioden före,');
      await add('Summan av', 'Besök');
      expect(page.screen.getByRole('list', { name: 'Summan av' }).textContent).toContain('minus, från perioden före, Besök');
      await press(page, 'Spara definitionen');
      const [sent] = sentTo(SAVE);
      expect((sent?.body as { definition: object }).definition).toEqual(
        jasmine.objectContaining({
          formula: { kind: 'difference', parts: ['nya', 'besok'] },
          balance: [{ indicator: 'besok', sign: -1, at: 'previous-period' }],
        }),
      );
    });

    it('asks nothing of the API while a number is none', async () => {
      const page = await open();
      write(page.screen.getByLabelText('Decimaler'), 'två');
      await press(page, 'Spara definitionen');
      expect(page.screen.getByText('Skriv ett tal.')).toBeTruthy();
      expect(sentTo(SAVE)).toEqual([]);
    });

    it('tells what the API refuses at its place', async () => {
      const errors = [
        { path: 'formula.parts.1', message: 'formula.circle' },
        { path: 'reason', message: 'text.empty' },
      ];
      api.on(SAVE, { status: 400, body: { type: 'x', title: 'input.invalid', status: 400, code: 'input.invalid', errors } });
      const page = await open();
      await press(page, 'Spara definitionen');
      const parts = page.screen.getByLabelText('Av indikatorerna');
      expect(parts.getAttribute('aria-invalid')).toBe('true');
      expect(page.screen.getByText('Det går runt: den räknas själv fram av det här.')).toBeTruthy();
      expect(page.screen.getByText('Skriv något här.')).toBeTruthy();
    });

    it('shows both texts when somebody else saved meanwhile, loses neither, and goes on with the one that is chosen', async () => {
      const theirs = { ...DEFINED, revision: 4, definition: { ...DEFINED.definition, decimals: 2 } };
      api.on(READ, ok(DEFINED), ok(theirs)).on(SAVE, refused(412, 'revision.stale'), ok({ ...theirs, revision: 5 }));
      const page = await open();
      write(page.screen.getByLabelText('Dagar till publicering'), '50');
      write(page.screen.getByLabelText('Varför ändras definitionen?'), 'Fel');
      await press(page, 'Spara definitionen');
      const table = within(page.screen.getByRole('region', { name: 'Det som skiljer' }));
      expect(table.getAllByRole('row').slice(1).map(textOf)).toEqual(['Decimaler 2 0', 'Dagar till publicering 5 50']);
      await press(page, 'Gå vidare med min text');
      await press(page, 'Spara definitionen');
      const [, second] = sentTo(SAVE);
      expect(second?.headers['If-Match']).toBe('"4"');
      expect(second?.body).toEqual(jasmine.objectContaining({ definition: jasmine.objectContaining({ lagDays: 50, decimals: 0 }) }));
    });

    it('sends the same request again when no answer came', async () => {
      api.on(SAVE, NO_ANSWER, ok({ ...DEFINED, revision: 4 }));
      const page = await open();
      await press(page, 'Spara definitionen');
      await press(page, 'Spara definitionen');
      const keys = sentTo(SAVE).map(({ headers }) => headers['Idempotency-Key']);
      expect(keys.length).toBe(2);
      expect(keys[0]).toBe(keys[1] ?? '');
    });

    describe('of a new one', () => {
      const ADD = 'POST /api/admin/indicators';
      const refusedFor = (...errors: readonly { path: string; message: string }[]) =>
        ok({ type: 'x', title: 'input.invalid', status: 400, code: 'input.invalid', errors }, 400);
      const begin = () => showPage(DefinitionPage, { as: ['administrator'] });
      const fill = ({ screen }: Shown): void => {
        for (const [label, text] of [
          ['Namn på svenska', 'Nya besök'],
          ['Definition på svenska', 'Antal nya besök.'],
          ['Enhet på svenska', 'besök'],
          ['Källa', 'Egen räkning'],
        ] as const)
          write(screen.getByLabelText(label), text);
      };
      const more = ({ element }: Shown) => [...element.querySelectorAll('details')].at(-1);

      it('asks first for what is needed, and has the rest folded away', async () => {
        const page = await begin();
        const needed = page.screen.getByRole('group', { name: 'Det här behövs' });
        const labels = [...needed.querySelectorAll('label')].map(textOf);
        expect(labels).toEqual([
          ...[
            'Namn på svenska',
            'Definition på svenska',
            'Enhet på svenska',
            'Decimaler',
            'Mäts',
            'Riktning',
            'Källa',
            'Ansvarar för siffran',
            'Rådighet',
          ],
        ]);
        expect(needed.querySelectorAll('[aria-required="true"]').length).toBe(4);
        expect(more(page)?.open).toBeFalse();
        expect(more(page)?.contains(page.screen.getByLabelText('Namn på engelska'))).toBeTrue();
      });

      it('marks what is empty before anything is sent, and leads to it', async () => {
        const page = await begin();
        await press(page, 'Lägg till indikatorn');
        const marked = [...page.element.querySelectorAll('[aria-invalid="true"]')].map(({ id }) => id);
        expect(marked).toEqual(['name-sv', 'definition-sv', 'unit-sv', 'source-name']);
        expect(document.activeElement?.id).toBe('name-sv');
        expect(sentTo(ADD)).toEqual([]);
      });

      it('marks what the API finds left out, in the first of its languages, and unfolds what is wrong', async () => {
        api.on(
          ADD,
          refusedFor({ path: 'definition.name', message: 'Invalid input' }, { path: 'definition.max', message: 'indicator.min-above-max' }),
        );
        const page = await begin();
        fill(page);
        await press(page, 'Lägg till indikatorn');
        const marked = [...page.element.querySelectorAll('[aria-invalid="true"]')].map(({ id }) => id);
        expect(marked).toEqual(['name-sv', 'max']);
        expect(more(page)?.open).toBeTrue();
      });

      it('proposes the address by the name, until another is written, and opens what was added', async () => {
        api.on(ADD, ok({ ...DEFINED, indicator: 'besoken' }, 201));
        const page = await begin();
        fill(page);
        await page.settled();
        const address = page.screen.getByLabelText<HTMLInputElement>('Adress');
        expect(address.value).toBe('nya-besok');
        write(address, 'besoken');
        write(page.screen.getByLabelText('Namn på svenska'), 'Besöken');
        await press(page, 'Lägg till indikatorn');
        expect(sentTo(ADD)[0]?.body).toEqual(
          jasmine.objectContaining({ slug: 'besoken', definition: jasmine.objectContaining({ name: { sv: 'Besöken' } }) }),
        );
        expect(page.address()).toBe('/administration/indikatorer/besoken');
      });

      it('takes a department that is not there yet, and keeps every word', async () => {
        const known = { slug: 'kultur', name: both('Kultur'), kind: 'department', isExample: false, roles: [] };
        const made = { slug: 'biblioteket', name: { sv: 'Biblioteket' } };
        api
          .on('GET /api/actors', ok({ items: [known] }), ok({ items: [{ ...known, ...made }, known] }))
          .on('POST /api/admin/actors', ok(made, 201))
          .on(ADD, ok({ ...DEFINED, indicator: 'nya-besok' }, 201));
        const page = await begin();
        fill(page);
        page.screen.getByText('Förvaltningen finns inte i listan').click();
        await press(page, 'Lägg till förvaltningen');
        expect(page.screen.getByText('Skriv vad förvaltningen heter.')).toBeTruthy();
        write(page.screen.getByLabelText('Vad heter förvaltningen?'), ' Biblioteket ');
        await press(page, 'Lägg till förvaltningen');
        await page.settled();
        expect(sentTo('POST /api/admin/actors')[0]?.body).toEqual({ name: { sv: 'Biblioteket' }, kind: 'department' });
        expect(page.screen.getByLabelText<HTMLSelectElement>('Ansvarar för siffran').value).toBe('biblioteket');
        await press(page, 'Lägg till indikatorn');
        expect(sentTo(ADD)[0]?.body).toEqual(
          jasmine.objectContaining({ definition: jasmine.objectContaining({ owner: 'biblioteket', source: { name: 'Egen räkning' } }) }),
        );
      });
    });

    describe('of one without a value', () => {
      const next = async (standing: Partial<FirstValue>, as: 'administrator' | 'strategist' = 'administrator') => {
        TestBed.resetTestingModule();
        api.on(FIRST_VALUE, ok({ ...BEGUN, hasValue: false, ...standing }));
        const { element } = await showPage(DefinitionPage, { inputs: { slug: 'besok' }, as: [as] });
        const part = element.querySelector('app-first-value');
        return { said: textOf(part), links: [...(part?.querySelectorAll('a') ?? [])].map((link) => link.getAttribute('href')) };
      };

      it('leads to the form of the first period', async () => {
        const { said, links } = await next({});
        expect(said).toBe('Nästa steg: lägg in ett värde Lägg in ett värde för 2025');
        expect(links).toEqual(['/inmatning/besok/2025']);
      });

      it('says which department, reporter and reviewer are lacking, with the way to each', async () => {
        expect((await next({ department: undefined, hasReporter: false, hasReviewer: false, mayEnter: false })).said).toContain(
          'Ingen ansvarar',
        );
        const { said, links } = await next({ hasReporter: false, hasReviewer: false, mayEnter: false });
        expect(said).toContain('Det finns ingen rapportör för Kultur. Bjud in någon · Ge dig själv behörigheten');
        expect(said).toContain('Det finns ingen som kan granska för Kultur.');
        expect(links).toEqual([
          '/administration/personer?roll=reporter&forvaltning=kultur',
          jasmine.stringMatching(/^\/administration\/personer\/[\w-]+\?roll=reporter&forvaltning=kultur$/),
          '/administration/personer?roll=reviewer&forvaltning=kultur',
        ]);
        expect((await next({ hasReporter: false, mayEnter: false }, 'strategist')).links).toEqual([]);
      });

      it('says who enters it, that it waits for review, or nothing of what nobody gives by hand', async () => {
        expect((await next({ mayEnter: false })).said).toContain('Rapportören hittar det under Mina uppgifter.');
        expect((await next({ isSubmitted: true })).said).toContain('Det visas för alla när granskaren har godkänt det.');
        expect((await next({ period: undefined })).links).toEqual(['/mina-uppgifter']);
        expect((await next({ isByHand: false })).said).toBe('');
        expect((await next({ hasValue: true })).said).toBe('');
      });
    });
  });

  it('leads to the target for each goal that the indicator measures, and for any other', async () => {
    const { screen, settled, address } = await showPage(IndicatorTargets, { as: ['strategist'], inputs: { slug: 'besok' } });
    await settled();
    expect(screen.getByRole('link', { name: 'Mer liv' }).getAttribute('href')).toBe('/administration/mal/liv/besok');
    const others = screen.getByLabelText<HTMLSelectElement>('Ett annat mål');
    expect([...others.options].map(({ value }) => value)).toEqual(['ro']);
    screen.getByRole('button', { name: 'Mät målet med indikatorn' }).click();
    await settled();
    expect(address()).toBe('/administration/mal/ro/besok');
  });

  describe('SeriesRemarks', () => {
    const open = () => showPage(DefinitionPage, { inputs: { slug: 'besok' }, as: ['administrator'] });

    it('marks a break, whose reason is told, and takes it back for a reason', async () => {
      const there = { firstPeriod: '2024-Q1', revision: 1, isWithdrawn: false, reason: both('Ny räknare.') };
      const gone = { ...there, revision: 2, isWithdrawn: true };
      const path = 'PUT /api/admin/indicators/besok/breaks/2024-Q1';
      api.on(path, ok(there), ok(gone));
      const page = await open();
      const part = within(page.screen.getByRole('region', { name: 'Brott i serien' }));
      write(part.getByLabelText('Första period efter brottet'), '2024-q1');
      write(part.getByLabelText('Text på svenska'), 'Ny räknare.');
      write(part.getByLabelText('Text på engelska'), 'Ny räknare.');
      await press(page, 'Märk ut brottet');
      expect(textOf(part.getAllByRole('listitem')[0] ?? null)).toContain('kvartal 1 2024 Ny räknare.');
      write(part.getByLabelText('Varför tas det bort?'), 'Samma räknare');
      await press(page, /^Ta bort\s*: kvartal 1 2024$/);
      expect(textOf(part.getAllByRole('listitem')[0] ?? null)).toBe('Serien har inga brott.');
      expect(sentTo(path).map(({ body, headers }) => [headers['If-Match'], body])).toEqual([
        ['"0"', { breaking: { kind: 'break', reason: both('Ny räknare.') }, reason: 'Ny räknare.' }],
        ['"1"', { breaking: { kind: 'none' }, reason: 'Samma räknare' }],
      ]);
    });

    it('writes a note on a value, not before it says something', async () => {
      const note = { period: '2025-Q2', territory: '0884', revision: 1, isWithdrawn: false, text: both('Mässa i maj.') };
      const path = 'PUT /api/admin/indicators/besok/notes/2025-Q2';
      api.on(path, ok(note));
      const page = await open();
      const part = within(page.screen.getByRole('region', { name: 'Anmärkningar till värden' }));
      write(part.getByLabelText('Period'), '2025-Q2');
      await press(page, 'Spara anmärkningen');
      expect(sentTo(path)).toEqual([]);
      write(part.getByLabelText('Text på svenska'), 'Mässa i maj.');
      await press(page, 'Spara anmärkningen');
      expect(sentTo(path)[0]?.body).toEqual({ noting: { kind: 'note', text: { sv: 'Mässa i maj.' } } });
      expect(textOf(part.getAllByRole('listitem')[0] ?? null)).toContain('Mässa i maj.');
    });
  });
});
