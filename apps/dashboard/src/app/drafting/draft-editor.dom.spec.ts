import { TestBed } from '@angular/core/testing';
import type { DraftPart, StrategyDraft } from '@slusen/contracts';
import { FakeApi, held, NO_ANSWER, ok, refused } from '../../testing/fake-api.js';
import { DraftEditor } from './draft-editor.js';

const SAVE = 'PUT /api/strategy-drafts/4/parts/names';
const HISTORY = 'GET /api/strategy-drafts/4/parts/names/revisions';
const STEP = 'POST /api/strategy-drafts/4/steps';
const words = (text: string) => ({ name: { sv: text }, purpose: { sv: '' } });
const aPart = (revision: number, text: string, savedBy = 'Sara'): DraftPart => ({
  ...{ key: 'names', revision, content: words(text), savedBy, savedAt: '2026-11-27T10:00:00.000Z' },
});
const aDraft = (different: Partial<StrategyDraft> = {}): StrategyDraft => ({
  ...{ id: 4, title: 'Nästa', version: 1, state: 'draft', updatedAt: '2026-11-27T10:00:00.000Z', steps: ['propose'] },
  ...{ parts: [aPart(1, 'Ett')], faults: [], adopters: [], choices: { actors: [], indicators: [] } },
  measurable: { indicators: { measurable: 0, total: 0 }, goals: { measurable: 0, total: 0, deliberatelyNot: 0 } },
  ...different,
});

describe('DraftEditor', () => {
  let api: FakeApi;
  let editor: DraftEditor;
  beforeEach(() => {
    localStorage.clear();
    api = new FakeApi();
    api.on('GET /api/strategy-drafts/4', ok(aDraft()));
    TestBed.configureTestingModule({ providers: [DraftEditor] });
    editor = TestBed.inject(DraftEditor);
    editor.open(aDraft());
  });
  const says = () => (editor.part('names').content as ReturnType<typeof words> | null)?.name.sv;
  const write = (text: string) => editor.change('names', words(text));

  it('saves what is written over the revision it was made from, and then over its own', async () => {
    api.on(SAVE, ok(aPart(2, 'Två')), ok(aPart(3, 'Tre')));
    write('Två');
    expect(editor.saving()).toBe('unsaved');
    expect(await editor.flush()).toBeTrue();
    write('Tre');
    expect(await editor.flush()).toBeTrue();
    expect(api.of(SAVE).map(({ headers }) => headers['If-Match'])).toEqual(['"1"', '"2"']);
    expect([says(), editor.saving()]).toEqual(['Tre', 'saved']);
  });

  it('saves next what was written while the words before were on their way', async () => {
    const first = held();
    api.on(SAVE, first.reply, ok(aPart(3, 'Tre')));
    write('Två');
    const saving = editor.flush();
    await new Promise((resolve) => setTimeout(resolve));
    write('Tre');
    first.give(ok(aPart(2, 'Två')));
    await saving;
    expect(await editor.flush()).toBeTrue();
    expect(api.of(SAVE).map(({ body }) => (body as { content: unknown }).content)).toEqual([words('Två'), words('Tre')]);
  });

  it('does not save what is as it was', async () => {
    write('Två');
    write('Ett');
    expect(await editor.flush()).toBeTrue();
    expect(api.of(SAVE)).toEqual([]);
  });

  describe('when the page was closed before the words were saved', () => {
    const kept = (): readonly string[] => Object.keys(localStorage).filter((name) => name.includes('/strategi/'));
    /** The same draft in a page that is opened anew; nothing of the first one is saved any more. */
    const reopen = (draft: StrategyDraft): void => {
      clearTimeouts();
      TestBed.resetTestingModule();
      TestBed.configureTestingModule({ providers: [DraftEditor] });
      editor = TestBed.inject(DraftEditor);
      editor.open(draft);
    };
    let clearTimeouts: () => void;
    beforeEach(() => {
      const timers: number[] = [];
      const set = window.setTimeout.bind(window);
      spyOn(window, 'setTimeout').and.callFake(((work: () => void, ms?: number) => {
        const timer = set(work, ms);
        timers.push(timer);
        return timer;
      }) as typeof setTimeout);
      clearTimeouts = () => timers.forEach((timer) => window.clearTimeout(timer));
    });
    afterEach(() => clearTimeouts());

    it('brings them back and saves them', async () => {
      api.on(SAVE, ok(aPart(2, 'Två')));
      write('Två');
      reopen(aDraft());
      expect([says(), editor.saving()]).toEqual(['Två', 'unsaved']);
      expect(await editor.flush()).toBeTrue();
      expect([api.of(SAVE).length, kept()]).toEqual([1, []]);
    });

    it('brings back a part that was never saved at all', () => {
      editor.change('area:leva', { name: { sv: 'Leva' } });
      reopen(aDraft());
      expect(editor.part('area:leva')).toEqual(
        jasmine.objectContaining({ revision: 0, content: { name: { sv: 'Leva' } }, state: 'unsaved' }),
      );
    });

    it('shows them beside what somebody saved since', () => {
      write('Mitt');
      reopen(aDraft({ parts: [aPart(2, 'Deras', 'Eva')] }));
      expect([says(), editor.part('names').theirs?.content, editor.conflicts()]).toEqual(['Mitt', words('Deras'), ['names']]);
    });

    it('forgets those that were saved after all', () => {
      write('Två');
      reopen(aDraft({ parts: [aPart(2, 'Två')] }));
      expect([says(), editor.saving(), kept()]).toEqual(['Två', 'saved', []]);
    });

    it('leaves a draft alone that has gone on, and the words with it', () => {
      write('Två');
      reopen(aDraft({ state: 'proposed' }));
      expect([says(), kept().length]).toEqual(['Ett', 1]);
    });
  });

  describe('when somebody else saved the part meanwhile', () => {
    beforeEach(async () => {
      api.on(SAVE, refused(412, 'revision.stale'), ok(aPart(3, 'Mitt')));
      api.on(HISTORY, ok({ revisions: [aPart(2, 'Deras', 'Eva'), aPart(1, 'Ett')] }));
      write('Mitt');
      expect(await editor.flush()).toBeFalse();
    });

    it('holds both texts and loses neither', () => {
      expect([says(), editor.part('names').theirs?.content, editor.conflicts()]).toEqual(['Mitt', words('Deras'), ['names']]);
    });

    it('saves the own words after theirs when they are to hold', async () => {
      await editor.settle('names', 'mine');
      expect(api.of(SAVE).at(-1)?.headers['If-Match']).toBe('"2"');
      expect([says(), editor.conflicts()]).toEqual(['Mitt', []]);
    });

    it('takes theirs when those are to hold', async () => {
      await editor.settle('names', 'theirs');
      expect([says(), editor.saving(), api.of(SAVE).length]).toEqual(['Deras', 'saved', 1]);
    });

    for (const [whose, holds, back] of [
      ['mine', 'Mitt', 'Deras'],
      ['theirs', 'Deras', 'Mitt'],
    ] as const)
      it(`loses nothing: an undo brings back what does not hold (${whose})`, async () => {
        await editor.settle('names', whose);
        expect(says()).toBe(holds);
        api.on(SAVE, ok(aPart(4, back)));
        await editor.undo('names');
        expect([says(), api.of(SAVE).at(-1)?.body]).toEqual([back, { content: words(back) }]);
      });
  });

  it('finds no conflict with a saving of its own whose answer was lost', async () => {
    api.on(SAVE, NO_ANSWER, refused(412, 'revision.stale')).on(HISTORY, ok({ revisions: [aPart(2, 'Två')] }));
    write('Två');
    expect([await editor.flush(), editor.saving()]).toEqual([false, 'failed']);
    expect([await editor.flush(), editor.part('names').revision]).toEqual([true, 2]);
  });

  it('goes back saving by saving, also to what was saved before it was opened', async () => {
    editor.open(aDraft({ parts: [aPart(3, 'Tre')] }));
    api.on(HISTORY, ok({ revisions: [aPart(3, 'Tre'), aPart(2, 'Två'), aPart(1, 'Ett')] }));
    api.on(SAVE, ok(aPart(4, 'Två')), ok(aPart(5, 'Ett')));
    await editor.undo('names');
    expect(says()).toBe('Två');
    await editor.undo('names');
    expect(says()).toBe('Ett');
    expect(editor.canUndo('names')).toBeTrue();
  });

  it('takes a step only with what is saved, and says why one did not go', async () => {
    api.on(SAVE, ok(aPart(2, 'Två'))).on(STEP, refused(403, 'draft.own-proposal'), ok(aDraft({ state: 'proposed', version: 2 })));
    write('Två');
    await editor.step('propose');
    expect(api.of(SAVE).length).toBe(1);
    expect(editor.problem()).toContain('Någon annan');
    await editor.step('propose');
    expect([editor.draft()?.state, editor.isWritable()]).toEqual(['proposed', false]);
    // A refusal is an answer: what is asked next is another thing.
    expect(new Set(api.of(STEP).map(({ headers }) => headers['Idempotency-Key'])).size).toBe(2);
  });
});
