import { TestBed } from '@angular/core/testing';
import type { EntryFigure } from '@slusen/contracts';
import { anEntry, anEntryForm } from '../../testing/entries.js';
import { FakeApi, held, NO_ANSWER, ok, refused } from '../../testing/fake-api.js';
import { EntrySaver } from './entry-saver.js';

const ADDRESS = { indicator: 'besok', period: '2026-Q3', territory: '0884' };
const FIGURE: EntryFigure = { value: 120, quality: 'preliminary', answers: [] };
const NEWER: EntryFigure = { ...FIGURE, value: 121 };
const { id } = anEntry();
const CREATE = 'POST /api/entries';
const SAVE = `PUT /api/entries/${id}`;
const STEP = `POST /api/entries/${id}/steps`;
const FORM = 'GET /api/entry-form?indicator=besok&period=2026-Q3&territory=0884';

describe('EntrySaver', () => {
  let api: FakeApi;
  let saver: EntrySaver;

  beforeEach(() => {
    api = new FakeApi();
    TestBed.configureTestingModule({ providers: [EntrySaver] });
    saver = TestBed.inject(EntrySaver);
  });

  const open = (entry = anEntry()): void => saver.open(ADDRESS, entry);
  const keys = (request: string): (string | undefined)[] => api.of(request).map(({ headers }) => headers['Idempotency-Key']);

  describe('saves', () => {
    it('what is new as an entry of the figure, then over the version that came back', async () => {
      saver.open(ADDRESS, undefined);
      api.on(CREATE, ok(anEntry({ version: 1 }), 201)).on(SAVE, ok(anEntry({ version: 2, value: 121 })));
      expect(await saver.save(FIGURE)).toBeTrue();
      expect(await saver.save(NEWER)).toBeTrue();
      expect(api.of(CREATE)[0]?.body).toEqual({ ...ADDRESS, ...FIGURE });
      expect(api.of(SAVE)[0]?.headers['If-Match']).toBe('"1"');
      expect(saver.startedFrom()).toBe(2);
      expect(saver.state()).toBe('saved');
    });

    it('as an entry of its own what was written over one that a colleague discarded', async () => {
      open();
      api.on(SAVE, refused(412, 'entry.stale')).on(`GET /api/entries/${id}`, ok(anEntry({ version: 2, state: 'discarded' })));
      api.on(CREATE, ok(anEntry({ id: '7a0f1c2e-0000-4000-8000-0000000000f9', version: 1 }), 201));
      expect(await saver.save(FIGURE)).toBeTrue();
      expect(api.of(CREATE).map(({ body }) => body)).toEqual([{ ...ADDRESS, ...FIGURE }]);
      expect(saver.state()).toBe('saved');
    });

    it('one thing at a time: the second waits until the first has its version', async () => {
      open();
      const first = held();
      api.on(SAVE, first.reply, ok(anEntry({ version: 3 })));
      const [one, two] = [saver.save(FIGURE), saver.save(NEWER)];
      await new Promise((resolve) => setTimeout(resolve));
      expect(api.of(SAVE).length).toBe(1);
      first.give(ok(anEntry({ version: 2 })));
      expect([await one, await two]).toEqual([true, true]);
      expect(api.of(SAVE).map(({ headers }) => headers['If-Match'])).toEqual(['"1"', '"2"']);
    });

    it('and does not call saved what was typed while it was on its way', async () => {
      open();
      const answer = held();
      api.on(SAVE, answer.reply);
      const saved = saver.save(FIGURE);
      saver.touch();
      answer.give(ok(anEntry({ version: 2 })));
      expect(await saved).toBeTrue();
      expect([saver.state(), saver.isSafe()]).toEqual(['changed', false]);
    });

    it('and knows that the words are back where the server has them', async () => {
      open();
      api.on(SAVE, ok(anEntry({ version: 2 })));
      await saver.save(FIGURE);
      saver.touch();
      expect(await saver.settle()).toBeTrue();
      expect(saver.state()).toBe('saved');
    });
  });

  describe('without an answer', () => {
    it('says that nothing is saved, and keeps the words for another try', async () => {
      open();
      api.on(SAVE, NO_ANSWER, ok(anEntry({ version: 2 })));
      expect(await saver.save(FIGURE)).toBeFalse();
      expect([saver.state(), saver.isSafe()]).toEqual(['failed', false]);
      expect(saver.problem()).toContain('Ingen kontakt med servern');
      expect(await saver.save(FIGURE)).toBeTrue();
      expect([saver.state(), saver.problem()]).toEqual(['saved', '']);
    });

    it('sends the first words again with the same key, since they may have come through, and the newer after them', async () => {
      saver.open(ADDRESS, undefined);
      api.on(CREATE, NO_ANSWER, ok(anEntry({ version: 1 }), 201)).on(SAVE, ok(anEntry({ version: 2, value: 121 })));
      await saver.save(FIGURE);
      expect(await saver.save(NEWER)).toBeTrue();
      const [lost, again] = api.of(CREATE);
      expect(again?.body).toEqual(lost?.body);
      expect(new Set(keys(CREATE)).size).toBe(1);
      expect(api.of(SAVE)[0]?.body).toEqual(NEWER);
    });

    it('does not take words of its own that came through for another’s', async () => {
      open();
      const came = anEntry({ version: 2, ...FIGURE });
      api.on(SAVE, NO_ANSWER, refused(412, 'entry.stale'), ok(anEntry({ version: 3, value: 121 }))).on(`GET /api/entries/${id}`, ok(came));
      expect(await saver.save(FIGURE)).toBeFalse();
      expect(saver.isOutOfReach()).toBeTrue();
      expect(await saver.save(NEWER)).toBeTrue();
      expect([saver.state(), saver.theirs(), saver.isOutOfReach()]).toEqual(['saved', undefined, false]);
      expect(api.of(SAVE).map(({ headers }) => headers['If-Match'])).toEqual(['"1"', '"1"', '"2"']);
    });

    it('takes for its own only what says the same in every field', async () => {
      open();
      const came = anEntry({ version: 2, ...FIGURE, provenance: 'rounded' });
      api.on(SAVE, NO_ANSWER, refused(412, 'entry.stale')).on(`GET /api/entries/${id}`, ok(came));
      await saver.save(FIGURE);
      expect(await saver.save(NEWER)).toBeFalse();
      expect([saver.state(), saver.theirs()?.provenance]).toEqual(['conflict', 'rounded']);
    });

    it('to a step says why, and not of saved words that they are not', async () => {
      open();
      api.on(SAVE, ok(anEntry({ version: 2 }))).on(STEP, NO_ANSWER);
      await saver.save(FIGURE);
      expect(await saver.take('submit')).toBeFalse();
      expect(saver.problem()).toContain('Ingen kontakt med servern');
      expect([saver.state(), saver.isSafe()]).toEqual(['saved', true]);
    });

    it('shows what somebody else wrote meanwhile, though words of its own went unanswered', async () => {
      open();
      const theirs = anEntry({ version: 2, value: 99 });
      api.on(SAVE, NO_ANSWER, refused(412, 'entry.stale')).on(`GET /api/entries/${id}`, ok(theirs));
      await saver.save(FIGURE);
      expect(await saver.save(NEWER)).toBeFalse();
      expect([saver.state(), saver.theirs()]).toEqual(['conflict', theirs]);
    });

    it('asks for a step once more with the same key, and with another for the next step', async () => {
      open();
      api.on(STEP, NO_ANSWER, ok(anEntry({ version: 2, state: 'submitted', actions: ['withdraw'] })), ok(anEntry({ version: 3 })));
      expect(await saver.take('submit')).toBeFalse();
      expect(await saver.take('submit')).toBeTrue();
      expect(await saver.take('withdraw')).toBeTrue();
      const [lost, again, next] = keys(STEP);
      expect(again).toBe(lost);
      expect(next).not.toBe(again);
    });
  });

  describe('refused', () => {
    it('takes another key for what is asked next: the first was answered', async () => {
      saver.open(ADDRESS, undefined);
      api.on(CREATE, refused(422, 'value.too-large'), ok(anEntry(), 201));
      await saver.save(FIGURE);
      expect(saver.problem()).toBe('Talet är för stort.');
      await saver.save(NEWER);
      expect(new Set(keys(CREATE)).size).toBe(2);
      expect(api.of(CREATE)[1]?.body).toEqual({ ...ADDRESS, ...NEWER });
    });

    it('for a rule of the form leaves no other version to compare with', async () => {
      open();
      api.on(STEP, refused(422, 'entry.value-required'));
      expect(await saver.take('submit')).toBeFalse();
      expect([saver.state(), saver.theirs(), saver.problem()]).toEqual([
        'clean',
        undefined,
        'Skriv ett värde, eller välj varför det saknas.',
      ]);
    });

    it('cannot take a step of an entry that does not exist yet', async () => {
      saver.open(ADDRESS, undefined);
      expect(await saver.take('submit')).toBeFalse();
      expect(api.received).toEqual([]);
    });
  });

  describe('overtaken', () => {
    const theirs = anEntry({ version: 5, value: 99 });

    for (const code of ['entry.stale', 'entry.action-not-allowed']) {
      it(`by another version (${code}) shows that version, and saves nothing until one is chosen`, async () => {
        open();
        api.on(SAVE, refused(412, code)).on(`GET /api/entries/${id}`, ok(theirs));
        expect(await saver.save(FIGURE)).toBeFalse();
        expect([saver.state(), saver.theirs()]).toEqual(['conflict', theirs]);
        saver.touch();
        expect(saver.state()).toBe('conflict');
        expect(await saver.save(NEWER)).toBeFalse();
        expect(api.of(SAVE).length).toBe(1);
      });
    }

    it('by an entry that someone else began finds it through the form', async () => {
      saver.open(ADDRESS, undefined);
      api.on(CREATE, refused(409, 'entry.exists')).on(FORM, ok(anEntryForm({ entry: theirs })));
      expect(await saver.save(FIGURE)).toBeFalse();
      expect([saver.state(), saver.theirs()]).toEqual(['conflict', theirs]);
    });

    it('by something that is out of reach is a failure that says why', async () => {
      open();
      api.on(SAVE, refused(412, 'entry.stale')).on(`GET /api/entries/${id}`, refused(404, 'entry.not-found'));
      await saver.save(FIGURE);
      expect([saver.state(), saver.theirs()]).toEqual(['failed', undefined]);
      expect(saver.problem()).toBe('Inmatningen har ändrats sedan du öppnade den.');
    });

    it('goes on from the version that was chosen', async () => {
      open();
      saver.compare(theirs, 1);
      expect([saver.state(), saver.startedFrom()]).toEqual(['conflict', 1]);
      expect(saver.resolve()).toBe(theirs);
      expect([saver.state(), saver.theirs(), saver.startedFrom()]).toEqual(['changed', undefined, 5]);
      api.on(SAVE, ok(anEntry({ version: 6 })));
      expect(await saver.save(FIGURE)).toBeTrue();
      expect(api.of(SAVE)[0]?.headers['If-Match']).toBe('"5"');
    });

    it('while words of unknown age were kept counts them as written on nothing', () => {
      open();
      saver.compare(theirs, undefined);
      expect(saver.startedFrom()).toBe(0);
    });
  });

  it('will not save before the form is open', async () => {
    expect(await saver.save(FIGURE)).toBeFalse();
    expect(saver.state()).toBe('failed');
    expect(api.received).toEqual([]);
  });
});
