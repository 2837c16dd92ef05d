import { TestBed } from '@angular/core/testing';
import { choose, until, write } from '@slusen/ui/testing';
import { anEntry, aReplacedFigure, aTask } from '../../testing/entries.js';
import { CREATE, entryFormDesk, SAVE, STEP } from '../../testing/entry-form-desk.js';
import { ok, refused } from '../../testing/fake-api.js';
import { textOf } from '../../testing/show-page.js';
import { CurrentAccount } from '../data/current-account.js';
import { OpenedTasks } from './opened-tasks.js';

describe('A step of the entry form', () => {
  const desk = entryFormDesk();

  describe('lets a draft be discarded', () => {
    const DRAFT = anEntry({ value: 120, actions: ['save', 'submit', 'discard'] });
    const THROWN = { ...DRAFT, version: 2, state: 'discarded' as const, actions: [] };

    it('and is empty again, with the focus on the value, and says so', async () => {
      spyOn(window, 'confirm').and.returnValue(true);
      const { screen, value } = await desk.show({ entry: DRAFT });
      desk.api.on(STEP, ok(THROWN));
      screen.getByRole('button', { name: 'Kasta utkastet' }).click();
      await until(() => screen.queryByText('Utkastet är kastat.') !== null);
      expect(screen.getByText('Utkastet är kastat.').getAttribute('role')).toBe('status');
      expect([value().value, document.activeElement === value()]).toEqual(['', true]);
      expect(screen.queryByRole('button', { name: 'Kasta utkastet' })).toBeNull();
      expect(desk.api.of(STEP).map(({ body }) => body)).toEqual([{ action: 'discard' }]);
    });

    it('but not without a yes', async () => {
      spyOn(window, 'confirm').and.returnValue(false);
      const { screen } = await desk.show({ entry: DRAFT });
      screen.getByRole('button', { name: 'Kasta utkastet' }).click();
      expect(desk.api.of(STEP)).toEqual([]);
    });

    it('and offers nobody to discard what is not theirs', async () => {
      const { screen } = await desk.show({ entry: anEntry({ actions: ['save', 'submit'] }) });
      expect(screen.queryByRole('button', { name: 'Kasta utkastet' })).toBeNull();
    });
  });

  describe('submits', () => {
    // What is submitted is saved by that, not by waiting.
    beforeEach(() => (desk.saveAfter = 60_000));

    it('what is saved, and shows the next task', async () => {
      const next = aTask({ indicator: { slug: 'lan', name: { sv: 'Utlån' } } });
      desk.api
        .on(CREATE, ok(anEntry(), 201))
        .on(STEP, ok(submitted))
        .on('GET /api/tasks', ok({ today: '2026-10-06', items: [aTask(), next] }));
      const { type, submit, screen, settled } = await desk.show();
      await type('120');
      await submit();
      await until(() => screen.queryByText('Inlämnat, väntar på granskning') !== null);
      await settled();
      expect(desk.api.of(STEP)[0]?.body).toEqual({ action: 'submit' });
      const link = screen.getByRole('link', { name: /^Nästa:/ });
      expect(textOf(link)).toBe('Nästa: Utlån, kvartal 3 2026');
      await until(() => document.activeElement === link);
    });

    const skipped = aTask({ indicator: { slug: 'lan', name: { sv: 'Utlån' } } });
    const skips = () => TestBed.inject(OpenedTasks).note(skipped);
    const submitted = anEntry({ version: 2, state: 'submitted', actions: ['withdraw'] });

    it('what is saved, and sends nobody back to a task that was skipped', async () => {
      const other = aTask({ indicator: { slug: 'kurser', name: { sv: 'Kurser' } } });
      desk.api.on('GET /api/tasks', ok({ today: '2026-10-06', items: [skipped, other] }));
      const { screen } = await desk.show({ entry: submitted }, skips);
      expect(textOf(screen.getByRole('link', { name: /^Nästa:/ }))).toBe('Nästa: Kurser, kvartal 3 2026');
    });

    it('what is saved, and knows what was skipped after a reload, but not what somebody else in this window skipped', async () => {
      await desk.show({}, skips);
      const reloaded = TestBed.runInInjectionContext(() => new OpenedTasks());
      expect([reloaded.has(skipped), reloaded.has(aTask())]).toEqual([true, true]);
      TestBed.inject(CurrentAccount).isNobody();
      expect(reloaded.has(skipped)).toBeFalse();
    });

    it('what is saved, and says that what was skipped is left', async () => {
      desk.api.on('GET /api/tasks', ok({ today: '2026-10-06', items: [skipped] }));
      const { screen } = await desk.show({ entry: submitted }, skips);
      expect(screen.queryByRole('link', { name: /^Nästa:/ })).toBeNull();
      expect(screen.getByText('En uppgift som du hoppade över är kvar.')).toBeTruthy();
      expect(document.activeElement).toBe(document.body);
    });

    it('and can be taken back while nobody has reviewed it', async () => {
      desk.api.on(STEP, ok(anEntry({ version: 3 })));
      const { screen, settled, value } = await desk.show({ entry: submitted });
      expect(screen.getByText('Det var den sista. Du har inget mer att lämna in.')).toBeTruthy();
      screen.getByRole('button', { name: 'Ångra inlämningen' }).click();
      await settled();
      expect(value().value).toBe('120');
      await until(() => document.activeElement === value());
    });

    it('nothing over what a colleague has written meanwhile, and puts the focus on the choice', async () => {
      const theirs = anEntry({ version: 2, value: 99 });
      desk.api.on(SAVE, refused(412, 'entry.stale')).on(`GET /api/entries/${theirs.id}`, ok(theirs));
      const { type, submit, screen } = await desk.show({ entry: anEntry() });
      await type('121');
      await submit();
      const choice = () => screen.queryByRole('alert', { name: /har (ändrat|själv sparat)/ });
      await until(() => choice() !== null && document.activeElement === choice());
      expect(desk.api.of(STEP)).toEqual([]);
    });

    it('nothing without a value, and puts the focus where it is missing', async () => {
      const { submit, faults, value } = await desk.show();
      await submit();
      expect(faults()).toEqual(['Skriv ett värde, eller välj varför det saknas.']);
      await until(() => document.activeElement === value());
      expect(desk.api.of(CREATE)).toEqual([]);
    });

    it('no correction of a published value without the reason for it', async () => {
      const replaces = aReplacedFigure({ value: 119, quality: 'final' });
      desk.api.on(CREATE, ok(anEntry(), 201)).on(STEP, ok(anEntry({ version: 2, state: 'submitted' })));
      const { type, submit, faults, screen } = await desk.show({ replaces });
      await type('120');
      await submit();
      expect(faults()).toEqual(['Skriv varför värdet rättas.']);
      write(screen.getByRole('textbox', { name: 'Varför rättas värdet?' }), 'En lista saknades.');
      await submit();
      await until(() => desk.api.of(STEP).length === 1);
      expect(desk.api.of(CREATE)[0]?.body).toEqual(jasmine.objectContaining({ reason: 'En lista saknades.' }));
    });

    it('nothing into a locked round without saying why it comes now', async () => {
      desk.api.on(CREATE, ok(anEntry(), 201)).on(STEP, ok(anEntry({ version: 2, state: 'submitted' })));
      const { type, submit, faults, screen } = await desk.show({ round: '2026-Q3', isLocked: true });
      expect(screen.getByText(/^Omgången är låst. Det går fortfarande att lämna in/)).toBeTruthy();
      await type('120');
      await submit();
      expect(faults()).toEqual(['Skriv varför värdet kommer nu.']);
      write(screen.getByRole('textbox', { name: 'Varför kommer värdet nu?' }), 'Kassaregistret var nere.');
      await submit();
      await until(() => desk.api.of(STEP).length === 1);
      expect(desk.api.of(CREATE)[0]?.body).toEqual(jasmine.objectContaining({ reason: 'Kassaregistret var nere.' }));
    });

    it('a value that is made final in one step, asking for no reason and nothing else', async () => {
      desk.api.on(CREATE, ok(anEntry(), 201)).on(STEP, ok(anEntry({ version: 2, state: 'submitted' })));
      const limits = { max: 50, mayRepeat: false, officialStatistics: false };
      const { screen, settled, value } = await desk.show({ replaces: aReplacedFigure({ margin: 2 }), limits });
      expect(value().value).toBe('118');
      expect(textOf(screen.getByText('Godkänt värde:').closest('.banner'))).toContain('118 besök, preliminärt, kvartal 3 2026.');
      screen.getByRole('button', { name: 'Gör slutligt' }).click();
      await settled();
      await until(() => desk.api.of(STEP).length === 1);
      expect(desk.api.of(CREATE)[0]?.body).toEqual(
        jasmine.objectContaining({
          value: 118,
          quality: 'final',
          margin: 2,
          sourceNote: 'Dörräknaren',
          comment: 'Läst av den sista dagen.',
        }),
      );
      expect(desk.api.of(STEP)[0]?.body).toEqual({ action: 'submit' });
    });

    it('and keeps in sight what is corrected, where nothing moves when the correction saves itself', async () => {
      desk.saveAfter = 20;
      desk.api.on(CREATE, ok(anEntry({ value: 119 }), 201));
      const { type, screen } = await desk.show({ replaces: aReplacedFigure() });
      await type('119');
      await until(() => screen.queryByText('Sparat som utkast') !== null);
      expect(screen.getByText('Godkänt värde:')).toBeTruthy();
      // The draft has words of its own: they are not thrown away by the side.
      expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Gör slutligt' }).disabled).toBeTrue();
    });

    for (const [what, form] of [
      ['is final', { replaces: aReplacedFigure({ quality: 'final' }) }],
      ['is of a period that is not over', { replaces: aReplacedFigure(), today: '2026-09-30' }],
    ] as const) {
      it(`no second time what ${what}`, async () => {
        const { screen } = await desk.show(form);
        expect(screen.queryByRole('button', { name: 'Gör slutligt' })).toBeNull();
      });
    }

    it('no derived value without words for how', async () => {
      desk.api.on(CREATE, ok(anEntry(), 201)).on(STEP, ok(anEntry({ version: 2, state: 'submitted' })));
      const { type, submit, faults, screen } = await desk.show();
      await type('120');
      choose(screen.getByRole('combobox', { name: 'Hur har värdet kommit till?' }), 'härlett');
      await submit();
      expect(faults()).toEqual(['Skriv hur värdet är härlett.']);
      write(screen.getByRole('textbox', { name: /^Hur då/ }), 'Summan av två listor');
      await submit();
      await until(() => desk.api.of(STEP).length === 1);
      expect(desk.api.of(CREATE)[0]?.body).toEqual(
        jasmine.objectContaining({ provenance: 'derived', provenanceNote: 'Summan av två listor' }),
      );
    });

    it('no unusual value without an answer to the question that is asked in place', async () => {
      desk.api.on(CREATE, ok(anEntry(), 201)).on(STEP, ok(anEntry({ version: 2, state: 'submitted' })));
      const { type, leave, submit, faults, screen } = await desk.show({
        limits: { max: 200, mayRepeat: false, officialStatistics: false },
      });
      await type('5000');
      expect(screen.getAllByRole('status').map(textOf).join()).not.toContain('200');
      await leave();
      expect(screen.getAllByRole('status').map(textOf).join()).toContain('200');
      await submit();
      expect(faults()).toContain('Svara på frågan, även om svaret är kort.');
      for (const answer of screen.getAllByRole('textbox', { name: 'Ditt svar' })) write(answer, 'Kontrollerat.');
      await submit();
      await until(() => desk.api.of(STEP).length === 1);
      const { answers } = desk.api.of(CREATE)[0]?.body as { answers: { kind: string; comment: string }[] };
      expect(answers.find(({ kind }) => kind === 'outside-limits')?.comment).toBe('Kontrollerat.');
    });
  });
});
