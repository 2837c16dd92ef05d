import { TestBed } from '@angular/core/testing';
import { getDebugNode, type DebugElement } from '@angular/core';
import type { ChartSource } from '@slusen/charts/source';
import { choose, until, write } from '@slusen/ui/testing';
import { within } from '@testing-library/dom';
import type { EntryForm, EntryView, StatusEffect } from '@slusen/contracts';
import { aFormGoal, anEntry, anEntryForm, aQueue, aQueueItem, aReplacedFigure } from '../../testing/entries.js';
import { FakeApi, NO_ANSWER, ok, refused, type Reply } from '../../testing/fake-api.js';
import { aPoint } from '../../testing/figures.js';
import { anImport, anOutcome } from '../../testing/imports.js';
import { aSite } from '../../testing/people.js';
import { showPage, textOf } from '../../testing/show-page.js';
import { ReviewOutcome } from './review-outcome.js';
import { ReviewPage } from './review-page.js';
import { ReviewQueuePage } from './review-queue-page.js';

const { id } = anEntry();
const ENTRY = `GET /api/entries/${id}`;
const STEP = `POST /api/entries/${id}/steps`;
const FORM = 'GET /api/entry-form?indicator=besok&period=2026-Q3&territory=0884';
const QUEUE = 'GET /api/review-queue?limit=20&offset=0';
const REASONS = 'GET /api/account/quick-reasons';
const WAITING: Partial<EntryView> = { version: 2, state: 'submitted', actions: ['approve', 'return'] };

describe('A review', () => {
  let api: FakeApi;

  beforeEach(() => {
    localStorage.clear();
    api = new FakeApi().on('GET /api/site', ok(aSite())).on(REASONS, ok({ reasons: [] }));
  });

  async function showReview(entry: Partial<EntryView> = {}, form: Partial<EntryForm> = {}) {
    api.on(ENTRY, ok(anEntry({ ...WAITING, ...entry }))).on(FORM, ok(anEntryForm(form)));
    const shown = await showPage(ReviewPage, { as: ['reviewer'], inputs: { id }, at: `/granskning/${id}` });
    const facts = (): Record<string, string> =>
      Object.fromEntries([...shown.element.querySelectorAll('dt')].map((term) => [textOf(term), textOf(term.nextElementSibling)]));
    const press = async (name: string): Promise<void> => (shown.screen.getByRole('button', { name }).click(), shown.settled());
    const reason = (): HTMLElement => shown.screen.getByRole('textbox', { name: 'Varför skickar du tillbaka uppgiften?' });
    const chart = (): ChartSource => (getDebugNode(shown.element.querySelector('ui-chart')) as DebugElement).componentInstance.source();
    return { ...shown, facts, press, reason, chart };
  }

  describe('shows', () => {
    it('the new value beside the season a year before and the period before, with how far apart they are', async () => {
      const history = [aPoint('2025-Q3', 100), aPoint('2026-Q2', 110)];
      const { facts } = await showReview({}, { history });
      expect(facts()['Nytt värde']).toBe('120 besök preliminärt');
      expect(facts()['kvartal 3 2025, samma tid året före']).toBe('100 besök (+20 besök)');
      expect(facts()['kvartal 2 2026, närmast före']).toBe('110 besök (+10 besök)');
    });

    it('each part, and which of them the public will not see', async () => {
      const breakdown = { kind: 'sex' as const, groups: [], of: 'people' as const, threshold: 5 };
      const parts = [{ part: 'kvinnor', value: 3 }, { part: 'män', value: 117 }]; // prettier-ignore
      const { facts } = await showReview({ parts, keptBack: ['kvinnor', 'män'] }, { indicator: { ...anEntryForm().indicator, breakdown } });
      expect(facts()['Delar']).toBe(
        'kvinnor 3 besök (visas inte) män 117 besök (visas inte) Visas inte för allmänheten: kvinnor och män. Färre än 5 personer kan kännas igen.',
      );
    });

    it('how far the value is from the target path, and when it is on it', async () => {
      const { facts } = await showReview({}, { goals: [aFormGoal('Fler besök')] });
      expect(facts()['Enligt målbanan']).toBe('125 besök (−5 besök)');
      TestBed.resetTestingModule();
      expect((await showReview({}, { goals: [aFormGoal('Fler besök', { expected: 120 })] })).facts()['Enligt målbanan']).toBe(
        '120 besök (ingen skillnad)',
      );
    });

    it('the twelve months that end here, or why there are none', async () => {
      const goals = [aFormGoal('Fler besök', { expected: 400, measure: 'rolling-12-months' })];
      const { facts } = await showReview({}, { goals, twelveMonths: { value: 430 } });
      expect(facts()['Tolv månader till och med september 2026']).toBe('430 besök');
      expect(facts()['Målbanan för de tolv månaderna']).toBe('400 besök (+30 besök)');
      TestBed.resetTestingModule();
      const none = await showReview({}, { goals, twelveMonths: {} });
      expect(none.facts()['Tolv månader till och med september 2026']).toContain('något av värdena saknas');
    });

    it('that its period goes on, and then no sum of twelve months', async () => {
      const { facts } = await showReview({}, { isOngoing: true, twelveMonths: {} });
      expect(facts()['Nytt värde']).toBe('120 besök preliminärt, lämnat under pågående period');
      expect(facts()['Tolv månader till och med september 2026']).toBe('går inte att räkna förrän perioden är slut');
    });

    it('the path of each goal by its name, and whose is drawn', async () => {
      const { facts, chart } = await showReview({}, { goals: [aFormGoal('Fler besök'), aFormGoal('Fler lån', { expected: 90 })] });
      expect(facts()['Enligt målbanan för målet Fler besök']).toBe('125 besök (−5 besök)');
      expect(facts()['Enligt målbanan för målet Fler lån']).toBe('90 besök (+30 besök)');
      expect(chart().heading).toBe('Det nya värdet bland de tidigare, med målbanan för målet Fler besök');
    });

    it('whether a place in a ranking is better or worse, by the words of the public page', async () => {
      const ranking = { unit: { sv: 'placering', en: 'rank' } };
      const { facts } = await showReview(
        { ...ranking, value: 195 },
        { goals: [aFormGoal('Bättre', { expected: 200 })], history: [aPoint('2026-Q2', 179)] },
      );
      expect(facts()['kvartal 2 2026, närmast före']).toBe('placering 179 (16 placeringar sämre)');
      expect(facts()['Enligt målbanan']).toBe('placering 200 (5 placeringar bättre)');
    });

    it('that an invented figure stays invented', async () => {
      expect((await showReview({ isExample: true })).facts()['Nytt värde']).toBe('120 besök preliminärt, exempel');
    });

    it('what is published now and the reason for correcting it', async () => {
      const { facts } = await showReview({ replaces: aReplacedFigure(), reason: 'En lista saknades.' });
      expect(facts()['Publicerat nu']).toBe('118 besök (+2 besök)');
      expect(facts()['Skäl till rättelsen']).toBe('En lista saknades.');
    });

    it('every field that differs from what it replaces, as it was and as it becomes, and no other', async () => {
      const replaces = aReplacedFigure({ margin: 3, provenance: 'reported' });
      const { screen } = await showReview({
        replaces,
        quality: 'final',
        sourceNote: 'Biljettkassan',
        comment: replaces.comment,
        margin: 4,
      });
      const table = screen.getByRole('table', { name: 'Det som ändras' });
      expect(within(table).getAllByRole('row').map(textOf)).toEqual([
        'Tidigare Nytt',
        'Värde 118 besök 120 besök',
        'Hur säkert är värdet? preliminärt slutligt',
        'Hur har värdet kommit till? återgivet, inte avstämt mot källan exakt',
        'Var kommer uppgiften ifrån? Dörräknaren Biljettkassan',
        'Felmarginal (±) 3 4',
      ]);
      expect(within(table).getByText('Biljettkassan').lang).toBe('sv');
    });

    it('a chart with the value that was and the one that becomes', async () => {
      const history = [aPoint('2026-Q2', 110), aPoint('2026-Q3', 118)];
      const { chart } = await showReview({ replaces: aReplacedFigure() }, { history });
      expect(chart().points.map(({ period, value }) => [period, value])).toEqual([
        ['2026-Q2', 110],
        ['2026-Q3', 118],
      ]);
      expect(chart().draft).toEqual({ period: '2026-Q3', value: 120 });
    });

    it('what it does to the status of the goal, and how far from the target', async () => {
      const { element } = await showReview({}, { effects: [anEffect()] });
      expect(textOf(element.querySelector('app-status-effects'))).toBe(
        'Målstatus I fas blir Ur fas · 5 besök sämre än målbanan (nu på målbanan)',
      );
    });

    it('that it does nothing to a status that rests on another period', async () => {
      const later = { status: 'on-track', isFinal: false, period: '2026-Q4' } as const;
      const { element } = await showReview({}, { effects: [{ ...anEffect(), now: later, then: later }] });
      expect(textOf(element.querySelector('app-status-effects'))).toBe('Målstatus ändras inte: den vilar på kvartal 4 2026');
    });

    it('field by field what has changed since it was sent back, and with which words that was', async () => {
      const returnedFigure = { value: 90, quality: 'final', answers: [], comment: 'Räknat.' } as const;
      const back = { action: 'return', at: '2026-10-06T08:00:00.000Z', by: 'Karin', isOwn: true, reason: 'Räkna om' } as const;
      const { screen } = await showReview({ returnedFigure: { ...returnedFigure, answers: [] }, events: [back] });
      const table = screen.getByRole('table', { name: 'Ändrat sedan det skickades tillbaka' });
      expect(within(table).getAllByRole('row').map(textOf)).toEqual([
        'Tidigare Nytt',
        'Värde 90 besök 120 besök',
        'Hur säkert är värdet? slutligt preliminärt',
        'Kommentar Räknat. inget',
      ]);
      expect(textOf(table.parentElement?.nextElementSibling ?? null)).toBe('Det skickades tillbaka med orden Räkna om');
    });

    it('why the first value comes after its round was locked', async () => {
      const { facts } = await showReview({ reason: 'Kassaregistret var nere.' });
      expect(facts()['Varför värdet kommer efter att omgången låstes']).toBe('Kassaregistret var nere.');
    });

    it('no reason where there is none to give: a value that is made final', async () => {
      const { facts, screen } = await showReview({ value: 118, quality: 'final', replaces: aReplacedFigure() });
      expect(Object.keys(facts())).not.toContain('Skäl till rättelsen');
      expect(screen.getByText(/^När du godkänner blir det publicerade värdet slutligt\./)).toBeTruthy();
    });

    it('until when it waits, where its round or what it replaces does', async () => {
      const { screen } = await showReview({ replaces: aReplacedFigure() }, { publicFrom: '2026-12-01T07:00:00.000Z' });
      expect(screen.getByText(/väntar värdet: det publiceras 1 december 2026 kl. 08.00/)).toBeTruthy();
    });

    it('a reason for having no value in words, and nothing of how sure it is', async () => {
      const { value: _, ...none } = anEntry({ ...WAITING, missing: 'not-measured' });
      api.on(ENTRY, ok(none)).on(FORM, ok(anEntryForm()));
      const { element } = await showPage(ReviewPage, { as: ['reviewer'], inputs: { id } });
      expect(textOf(element.querySelector('.old-new'))).toBe('inte mätt');
    });

    it('what was asked about the value, and what was answered', async () => {
      const { screen } = await showReview({
        questions: [{ kind: 'outside-limits', sv: 'Värdet är ovanligt högt.', en: 'The value is unusually high.' }],
        answers: [{ kind: 'outside-limits', comment: 'Lovveckan räknades in.' }],
      });
      const box = screen.getByText('Värdet är ovanligt högt.').closest('.banner');
      expect(textOf(box)).toBe('Värdet är ovanligt högt. Rapportörens svar: Lovveckan räknades in.');
    });

    it('the link to the source without telling that site where the reader came from', async () => {
      const { screen } = await showReview({ link: 'https://exempel.se/lista', sourceNote: 'Dörräknaren' });
      expect(screen.getByRole('link', { name: 'https://exempel.se/lista' }).getAttribute('rel')).toBe('noopener noreferrer');
      expect(screen.getByText('Dörräknaren').lang).toBe('sv');
    });
  });

  describe('approves', () => {
    it('the version that was read, and says so in the queue', async () => {
      api.on(STEP, ok(anEntry({ state: 'approved' })));
      const { press, address, screen } = await showReview();
      expect(screen.getByText(/på de öppna sidorna med detsamma\. Det går inte att ångra/)).toBeTruthy();
      await press('Godkänn och publicera');
      expect(api.of(STEP)[0]?.body).toEqual({ action: 'approve' });
      expect(api.of(STEP)[0]?.headers['If-Match']).toBe('"2"');
      expect(address()).toBe('/granskning');
      expect(TestBed.inject(ReviewOutcome).take()?.action).toBe('approve');
    });

    it('once more with the same key when no answer came, and with another after a refusal', async () => {
      api.on(STEP, NO_ANSWER, refused(422, 'entry.own-approval'), ok(anEntry({ state: 'approved' })));
      const { press, screen } = await showReview();
      await press('Godkänn och publicera');
      expect(textOf(screen.getByRole('alert'))).toContain('Ingen kontakt med servern');
      // Beside what was pressed, where it is seen.
      const button = screen.getByRole('button', { name: 'Godkänn och publicera' });
      expect(button.compareDocumentPosition(screen.getByRole('alert')) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
      await press('Godkänn och publicera');
      expect(textOf(screen.getByRole('alert'))).toBe('Du kan inte godkänna något du själv har skrivit i.');
      await press('Godkänn och publicera');
      const [lost, again, next] = api.of(STEP).map(({ headers }) => headers['Idempotency-Key']);
      expect([lost === again, again === next]).toEqual([true, false]);
    });

    it('nothing before all that it is judged by is on screen', async () => {
      let answer = (_: Awaited<Reply>): void => undefined;
      api.on(ENTRY, ok(anEntry(WAITING))).on(FORM, new Promise<Awaited<Reply>>((resolve) => (answer = resolve)));
      const shown = showPage(ReviewPage, { as: ['reviewer'], inputs: { id }, at: `/granskning/${id}` });
      const button = () => within(document.body).queryByRole<HTMLButtonElement>('button', { name: 'Godkänn och publicera' });
      await until(() => api.of(FORM).length === 1);
      // Drawn in one go: what came late would move what is being read, and the button with it.
      expect([button(), within(document.body).queryByRole('heading', { level: 1 })]).toEqual([null, null]);
      answer(ok(anEntryForm()));
      await shown;
      expect(button()?.disabled).toBeFalse();
    });

    it('nothing that has changed meanwhile: it shows what stands there now', async () => {
      api.on(STEP, refused(412, 'entry.stale'));
      const { press, facts, screen } = await showReview();
      api.on(ENTRY, ok(anEntry({ ...WAITING, version: 3, value: 125 })));
      await press('Godkänn och publicera');
      await until(() => facts()['Nytt värde'] === '125 besök preliminärt');
      expect(textOf(screen.getByRole('alert'))).toBe('Inmatningen har ändrats sedan du öppnade den.');
    });
  });

  describe('goes on to the next', () => {
    const another = { ...aQueueItem(), id: '7a0f1c2e-0000-4000-8000-0000000000e2' };
    const CHOSEN = 'GET /api/review-queue?limit=100&offset=0&round=2026-Q3';

    it('of what was chosen, with that choice kept, and begins at its heading', async () => {
      api.on(STEP, ok(anEntry({ state: 'approved' }))).on(CHOSEN, ok(aQueue([aQueueItem(), another])));
      const { press, address, give, element, screen } = await showReview();
      await give({ omgang: '2026-Q3' });
      await press('Godkänn och ta nästa');
      expect(address()).toBe(`/granskning/${another.id}?omgang=2026-Q3`);
      api
        .on(`GET /api/entries/${another.id}`, ok(anEntry({ ...WAITING, id: another.id, period: '2026-Q2' })))
        .on(FORM.replace('2026-Q3', '2026-Q2'), ok(anEntryForm()));
      await give({ id: another.id });
      await until(() => document.activeElement === element.querySelector('h1'));
      expect(screen.getByText('Godkänt och publicerat:')).toBeTruthy();
    });

    it('or back to the queue where there is none but one’s own', async () => {
      api.on(STEP, ok(anEntry({ state: 'approved' })));
      api.on('GET /api/review-queue?limit=100&offset=0', ok(aQueue([aQueueItem(), { ...another, isOwn: true }])));
      const { press, address } = await showReview();
      await press('Godkänn och ta nästa');
      expect(address()).toBe('/granskning');
    });
  });

  describe('has reasons of one’s own', () => {
    const KEEP = 'PUT /api/account/quick-reasons';

    it('that are put into the field, after what stands there', async () => {
      api.on(REASONS, ok({ reasons: ['Ange källan.'] }));
      const { press, reason } = await showReview();
      write(reason(), 'Räkna om.');
      await press('Ange källan.');
      expect([(reason() as HTMLTextAreaElement).value, document.activeElement === reason()]).toEqual(['Räkna om. Ange källan.', true]);
    });

    it('that are added from the field, and removed', async () => {
      api
        .on(REASONS, ok({ reasons: ['Ange källan.'] }))
        .on(KEEP, ok({ reasons: ['Ange källan.', 'Räkna om.'] }), ok({ reasons: ['Räkna om.'] }));
      const { press, reason, settled, screen } = await showReview();
      expect(screen.queryByRole('button', { name: 'Spara texten bland mina skäl' })).toBeNull();
      write(reason(), 'Räkna om.');
      await settled();
      await press('Spara texten bland mina skäl');
      expect(api.of(KEEP)[0]?.body).toEqual({ reasons: ['Ange källan.', 'Räkna om.'] });
      await press('Ändra mina skäl');
      await press('Ta bort ”Ange källan.”');
      expect(api.of(KEEP)[1]?.body).toEqual({ reasons: ['Räkna om.'] });
      expect(screen.getByText('Skälet är borttaget.')).toBeTruthy();
    });
  });

  describe('returns', () => {
    it('with the reason, which is no longer kept afterwards', async () => {
      api.on(STEP, ok(anEntry({ state: 'returned' })));
      const { press, reason, address } = await showReview();
      write(reason(), ' Räkna om. ');
      await press('Skicka tillbaka');
      expect(api.of(STEP)[0]?.body).toEqual({ action: 'return', reason: 'Räkna om.' });
      expect([address(), Object.keys(localStorage).filter((key) => key.includes(id))]).toEqual(['/granskning', []]);
    });

    it('nothing without a reason, and says so at the field', async () => {
      const { press, reason, screen } = await showReview();
      await press('Skicka tillbaka');
      expect([reason().getAttribute('aria-invalid'), document.activeElement === reason()]).toEqual(['true', true]);
      expect(screen.getByText('Skriv vad som behöver ändras.').checkVisibility()).toBeTrue();
      expect(api.of(STEP)).toEqual([]);
    });

    it('and keeps a reason that was begun for whoever looks something up first', async () => {
      const first = await showReview();
      write(first.reason(), 'Räkna om');
      TestBed.resetTestingModule();
      expect(((await showReview()).reason() as HTMLTextAreaElement).value).toBe('Räkna om');
    });
  });

  it('of one’s own entry is for someone else', async () => {
    const { screen } = await showReview({ actions: [] });
    expect(screen.getByText('Du har själv skrivit i den här inmatningen, så någon annan behöver granska den.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Godkänn|tillbaka/ })).toBeNull();
  });

  it('is over when it is', async () => {
    const { screen } = await showReview({ state: 'returned', actions: [] });
    expect(screen.getByText('Inmatningen väntar inte längre på granskning.')).toBeTruthy();
  });

  it('of what is approved says so, by whom and when, and nothing of a correction it never was', async () => {
    const at = '2026-10-07T08:00:00.000Z';
    const events = [{ action: 'approve', at, by: 'Karin Alm', isOwn: false, value: 120 }] as const;
    const { screen, element, facts } = await showReview({ state: 'approved', actions: [], events: [...events] });
    expect(screen.getByText('Godkänt av Karin Alm 7 oktober 2026 kl. 10.00.')).toBeTruthy();
    expect(Object.keys(facts())).not.toContain('Skäl till rättelsen');
    expect(textOf(element)).not.toContain('oförändrat');
  });
});

/** What brings an indicator out of step with its path. */
const anEffect = (): StatusEffect => ({
  goal: { slug: 'fler-besok', name: { sv: 'Fler besök' } },
  now: { status: 'on-track', isFinal: false, period: '2026-Q2', distance: { sv: 'på målbanan', en: 'on the target path' } },
  then: { status: 'off-track', isFinal: false, period: '2026-Q3', distance: { sv: '5 besök sämre än målbanan', en: '5 visits worse' } },
});

describe('The review queue', () => {
  let api: FakeApi;

  beforeEach(() => {
    localStorage.clear();
    api = new FakeApi().on('GET /api/site', ok(aSite())).on('GET /api/imports', ok({ items: [] }));
  });

  const queueOf = (items: ReturnType<typeof aQueueItem>[], total = items.length) => ok(aQueue(items, { total }));

  it('has a file of figures as one of them, which leads to what it does', async () => {
    const file = anImport({ state: 'submitted', source: 'Boken', outcome: anOutcome({ added: 1200, changed: 3 }), awaitsReader: true });
    api.on('GET /api/imports', ok({ items: [file, anImport({ id: file.by.id })] })).on(QUEUE, queueOf([]));
    const { screen } = await showPage(ReviewQueuePage, { as: ['reviewer'], at: '/granskning' });
    expect(screen.getByRole('heading', { level: 2, name: 'Fil med siffror, besök.csv' })).toBeTruthy();
    expect(screen.getByText(/^1.200 nya och 3 ändrade värden$/)).toBeTruthy();
    expect(screen.getAllByRole('link', { name: /^Granska/ }).map((link) => link.getAttribute('href'))).toEqual([`/importera/${file.id}`]);
    expect(screen.queryByText('Inget väntar på granskning')).toBeNull();
  });

  it('shows old and new of each, who handed it in, and the way to review it', async () => {
    api.on(QUEUE, queueOf([aQueueItem()]));
    const { screen } = await showPage(ReviewQueuePage, { as: ['reviewer'] });
    expect(screen.getByText('1 väntar på granskning')).toBeTruthy();
    const item = within(screen.getByRole('listitem'));
    expect(textOf(item.getByRole('heading'))).toBe('Besök på biblioteket, kvartal 3 2026');
    expect(textOf(item.getByText(/→/).closest('p'))).toBe('100 besök (kvartal 3 2025) → 120 besök +20 besök (preliminärt)');
    expect(item.getByText(/Inlämnat av Anna Lindeborg den 6 oktober 2026/)).toBeTruthy();
    expect(item.getByRole('link', { name: /Granska Besök på biblioteket/ }).getAttribute('href')).toBe(`/granskning/${id}`);
  });

  const marks: [what: string, item: Parameters<typeof aQueueItem>[0], words: string][] = [
    ['a correction', { replacing: 'correction' }, 'Rättelse av ett publicerat värde'],
    ['what is made final', { replacing: 'confirmation' }, 'Ett preliminärt värde görs slutligt'],
    ['what is made final with another value', { replacing: 'revision' }, 'Slutligt värde, ändrat från det preliminära'],
    ['an unusual value, with what was asked', { questions: [{ kind: 'repeated', sv: 'Samma?', en: 'Same?' }] }, 'Samma?'],
    ['what was sent back before', { isAgain: true }, 'Inlämnat på nytt efter att ha skickats tillbaka'],
    ['what waits for its round', { publicFrom: '2026-12-01T07:00:00.000Z' }, 'Publiceras 1 december 2026 kl. 08.00 om du godkänner'],
    ['one’s own', { isOwn: true }, 'Din egen inmatning: någon annan behöver granska den.'],
  ];
  for (const [what, item, words] of marks) {
    it(`marks ${what}`, async () => {
      api.on(QUEUE, queueOf([aQueueItem(item)]));
      const { screen } = await showPage(ReviewQueuePage, { as: ['reviewer'] });
      expect(screen.getByText(words)).toBeTruthy();
      expect(screen.queryByRole('link', { name: /Granska/ }) === null).toBe(item?.isOwn ?? false);
    });
  }

  it('says that nothing waits', async () => {
    api.on(QUEUE, queueOf([]));
    const { screen } = await showPage(ReviewQueuePage, { as: ['reviewer'] });
    expect(screen.getByRole('heading', { name: 'Inget väntar på granskning' })).toBeTruthy();
  });

  it('leads on where there is more than a page, and not where there is not', async () => {
    api.on(QUEUE, queueOf([aQueueItem()], 21)).on('GET /api/review-queue?limit=20&offset=20', queueOf([aQueueItem()], 21));
    const { screen, give } = await showPage(ReviewQueuePage, { as: ['reviewer'] });
    expect(screen.getByRole('link', { name: 'Nästa' }).getAttribute('href')).toBe('/granskning?offset=20');
    expect(screen.queryByRole('link', { name: 'Föregående' })).toBeNull();
    await give({ offset: '20' });
    expect(screen.queryByRole('link', { name: 'Nästa' })).toBeNull();
    expect(screen.getByRole('link', { name: 'Föregående' }).getAttribute('href')).toBe('/granskning');
  });

  it('says once what was just reviewed, with the way to the public page, until the reader turns the page', async () => {
    api.on(QUEUE, queueOf([])).on('GET /api/review-queue?limit=20&offset=20', queueOf([]));
    const before = (): void => TestBed.inject(ReviewOutcome).tell({ action: 'approve', entry: anEntry() });
    const { screen, give } = await showPage(ReviewQueuePage, { as: ['reviewer'], before });
    expect(textOf(screen.getByRole('status'))).toBe('Godkänt och publicerat: Besök på biblioteket, kvartal 3 2026. Visa den öppna sidan');
    expect(screen.getByRole('link', { name: 'Visa den öppna sidan' }).getAttribute('href')).toBe('/indikator/besok');
    await give({ offset: '20' });
    expect(screen.queryByRole('status')).toBeNull();
  });

  describe('chooses', () => {
    const counts = {
      rounds: [{ period: '2026-Q3', count: 2 }, { count: 1 }],
      departments: [{ department: { slug: 'kultur', name: { sv: 'Kulturförvaltningen' } }, count: 3 }],
      people: [{ id: 'p1', name: 'Anna Lindeborg', count: 3 }],
    };

    it('by round, department and person, each with how many wait, and keeps it in the address', async () => {
      api.on(QUEUE, ok(aQueue([aQueueItem()], { total: 3, counts })));
      const { screen, address, settled } = await showPage(ReviewQueuePage, { as: ['reviewer'] });
      const round = screen.getByLabelText('Omgång');
      expect([...round.querySelectorAll('option')].map(textOf)).toEqual(['Alla', 'Uppföljning kvartal 3 2026 (2)', 'Ingen omgång (1)']);
      choose(round, 'Uppföljning kvartal 3 2026 (2)');
      await settled();
      expect(address()).toBe('/granskning?omgang=2026-Q3');
    });

    it('what is chosen, which it says, and offers everything again', async () => {
      const chosen = 'GET /api/review-queue?limit=20&offset=0&round=2026-Q3&order=indicator';
      api.on(chosen, ok(aQueue([aQueueItem()], { total: 1, waiting: 3, counts })));
      const inputs = { omgang: '2026-Q3', ordning: 'indicator' };
      const { screen } = await showPage(ReviewQueuePage, { as: ['reviewer'], inputs });
      expect(screen.getByText(/1 av 3 som väntar på granskning/)).toBeTruthy();
      expect(screen.getByRole('link', { name: 'Visa alla' }).getAttribute('href')).toBe('/granskning');
      expect(screen.getByRole('link', { name: /Granska Besök/ }).getAttribute('href')).toBe(
        `/granskning/${id}?omgang=2026-Q3&ordning=indicator`,
      );
    });
  });

  describe('approves many', () => {
    const two = { ...aQueueItem(), id: '7a0f1c2e-0000-4000-8000-0000000000e2', version: 5, period: '2026-Q2' };
    const own = { ...aQueueItem(), id: '7a0f1c2e-0000-4000-8000-0000000000e3', isOwn: true };
    const SECOND = `POST /api/entries/${two.id}/steps`;

    async function showMany() {
      api.on(QUEUE, ok(aQueue([aQueueItem(), two, own])));
      const shown = await showPage(ReviewQueuePage, { as: ['reviewer'] });
      const press = async (name: string | RegExp): Promise<void> => (shown.screen.getByRole('button', { name }).click(), shown.settled());
      return { ...shown, press };
    }

    it('each in the version that was shown, after saying what it does and that it cannot be undone', async () => {
      api.on(STEP, ok(anEntry({ state: 'approved' }))).on(SECOND, ok(anEntry({ state: 'approved' })));
      const { press, screen } = await showMany();
      await press('Välj alla som visas (2)');
      await press('Godkänn valda (2) …');
      expect(screen.getByText('2 värden publiceras på de öppna sidorna med detsamma.')).toBeTruthy();
      expect(screen.getByText(/Det går inte att ångra/)).toBeTruthy();
      expect([api.of(STEP), api.of(SECOND)]).toEqual([[], []]);
      api.on(QUEUE, ok(aQueue([own])));
      await press('Godkänn 2 värden');
      expect([api.of(STEP)[0]?.headers['If-Match'], api.of(SECOND)[0]?.headers['If-Match']]).toEqual(['"2"', '"5"']);
      expect(screen.getByText('2 värden är godkända.')).toBeTruthy();
    });

    it('and names the one that had changed, which stops no other', async () => {
      api.on(STEP, refused(412, 'entry.stale')).on(SECOND, ok(anEntry({ state: 'approved' })));
      const { press, screen, element, settled } = await showMany();
      for (const box of screen.getAllByRole('checkbox')) box.click();
      await settled();
      await press(/^Godkänn valda/);
      await press('Godkänn 2 värden');
      expect(screen.getByText('Ett värde är godkänt.')).toBeTruthy();
      expect(textOf(screen.getByRole('alert'))).toContain(
        'Besök på biblioteket, kvartal 3 2026: Inmatningen har ändrats sedan du öppnade den.',
      );
      expect(document.activeElement).toBe(element.querySelector('.many-approval'));
    });

    it('never one’s own, nor what was shown otherwise', async () => {
      const { screen, press, settled } = await showMany();
      expect(screen.getAllByRole('checkbox').length).toBe(2);
      screen.getAllByRole('checkbox')[0]?.click();
      await settled();
      expect(screen.getByRole('button', { name: 'Godkänn valda (1) …' })).toBeTruthy();
      await press('Godkänn valda (1) …');
      await press('Avbryt');
      expect(api.of(STEP)).toEqual([]);
    });
  });
});
