import type { EntryStep, EntryView } from '@slusen/contracts';
import { ENTRY_ACTIONS, ENTRY_STATES, type EntryAction, type EntryState } from '@slusen/domain';
import { begin, entryIn, Quarters, rewrite, submitted, take } from '../testing/entry-desk.js';
import { PEOPLE, type Person } from '../testing/office.js';
import type { Answer, Visitor } from '../testing/visitor.js';
import { wholeApplication, type WholeApplication } from '../testing/whole-application.js';

/** What an attempt leads to: the state after it, or the code of why not. */
type Outcome = EntryState | 'moved' | 'forbidden' | 'hidden' | 'not-author' | 'own-return' | 'own-approval';
const CODES: Readonly<Partial<Record<Outcome, string>>> = {
  moved: 'entry.action-not-allowed',
  forbidden: 'permission.forbidden',
  hidden: 'entry.not-found',
  'not-author': 'entry.not-author',
  'own-return': 'entry.own-return',
  'own-approval': 'entry.own-approval',
};
/** In a draft, a submitted, a returned, an approved and a discarded entry. */
type Row = readonly [Outcome, Outcome, Outcome, Outcome, Outcome];
type Table = Readonly<Record<EntryAction, Row>>;

const FORBIDDEN: Row = ['forbidden', 'forbidden', 'forbidden', 'forbidden', 'forbidden'];
const OUT_OF_SIGHT: Row = ['hidden', 'hidden', 'hidden', 'hidden', 'hidden'];
const UNSEEN_DRAFT: Row = ['hidden', 'forbidden', 'forbidden', 'forbidden', 'hidden'];
const STRANGER: Table = {
  save: OUT_OF_SIGHT,
  submit: OUT_OF_SIGHT,
  withdraw: OUT_OF_SIGHT,
  return: OUT_OF_SIGHT,
  approve: OUT_OF_SIGHT,
  discard: OUT_OF_SIGHT,
};

/** Who wrote the entry, who tries, and what comes of each attempt. */
const TABLES: readonly (readonly [author: Person, who: Person, table: Table])[] = [
  ['reporter', 'reporter', {
    save: ['draft', 'moved', 'returned', 'moved', 'moved'],
    submit: ['submitted', 'moved', 'submitted', 'moved', 'moved'],
    withdraw: ['moved', 'draft', 'moved', 'moved', 'moved'],
    return: FORBIDDEN,
    approve: FORBIDDEN,
    discard: ['discarded', 'moved', 'discarded', 'moved', 'moved'],
  }],
  ['reporter', 'colleague', {
    save: ['draft', 'moved', 'returned', 'moved', 'moved'],
    submit: ['submitted', 'moved', 'submitted', 'moved', 'moved'],
    withdraw: ['moved', 'not-author', 'moved', 'moved', 'moved'],
    return: FORBIDDEN,
    approve: FORBIDDEN,
    discard: ['not-author', 'moved', 'not-author', 'moved', 'moved'],
  }],
  ['reporter', 'reviewer', {
    save: UNSEEN_DRAFT,
    submit: UNSEEN_DRAFT,
    withdraw: UNSEEN_DRAFT,
    return: ['hidden', 'returned', 'moved', 'moved', 'hidden'],
    approve: ['hidden', 'approved', 'moved', 'moved', 'hidden'],
    discard: UNSEEN_DRAFT,
  }],
  ['reporter', 'both', {
    save: ['draft', 'moved', 'returned', 'moved', 'moved'],
    submit: ['submitted', 'moved', 'submitted', 'moved', 'moved'],
    withdraw: ['moved', 'not-author', 'moved', 'moved', 'moved'],
    return: ['moved', 'returned', 'moved', 'moved', 'moved'],
    approve: ['moved', 'approved', 'moved', 'moved', 'moved'],
    discard: ['not-author', 'moved', 'not-author', 'moved', 'moved'],
  }],
  ['both', 'both', {
    save: ['draft', 'moved', 'returned', 'moved', 'moved'],
    submit: ['submitted', 'moved', 'submitted', 'moved', 'moved'],
    withdraw: ['moved', 'draft', 'moved', 'moved', 'moved'],
    return: ['moved', 'own-return', 'moved', 'moved', 'moved'],
    approve: ['moved', 'own-approval', 'moved', 'moved', 'moved'],
    discard: ['discarded', 'moved', 'discarded', 'moved', 'moved'],
  }],
  ...(['neighbour', 'critic', 'politician', 'strategist', 'partner', 'administrator', 'nobody'] as const).map((who) => ['reporter', who, STRANGER] as const),
]; // prettier-ignore

describe('a step of an entry', () => {
  let whole: WholeApplication;
  const quarters = new Quarters();
  beforeAll(async () => (whole = await wholeApplication()), 120_000);
  afterAll(() => whole.close());

  /** An entry of the author's on its way; the reviewer, who never writes in it, takes it further. */
  async function made(author: Person, state: EntryState): Promise<EntryView> {
    const who = await whole.as(author);
    if (state === 'draft') return entryIn(await begin(who, quarters.next()));
    if (state === 'discarded') return entryIn(await take(who, entryIn(await begin(who, quarters.next())), { action: 'discard' }));
    const waiting = await submitted(who, quarters.next());
    if (state === 'submitted') return waiting;
    const step: EntryStep = state === 'returned' ? { action: 'return', reason: 'Räkna om' } : { action: 'approve' };
    return entryIn(await take(await whole.as('reviewer'), waiting, step));
  }
  const attempt = (who: Visitor, entry: EntryView, action: EntryAction): Promise<Answer> =>
    action === 'save'
      ? rewrite(who, entry, { value: 43 })
      : take(who, entry, action === 'return' ? { action, reason: 'Räkna om' } : { action });
  const rowsOf = async ({ id }: EntryView) => {
    const [row] = await whole.rows(
      `select e.state, e.version, e.value::float, (select count(*)::int from entry_event v where v.entry_id = e.id) as events,
              (select count(*)::int from entry_author w where w.entry_id = e.id) as authors,
              (select count(*)::int from observation o where o.entry_id = e.id) as observations
         from entry e where e.id = $1`,
      [id],
    );
    return row;
  };

  for (const [author, person, table] of TABLES) {
    for (const [at, state] of ENTRY_STATES.entries()) {
      it(`of ${author === person ? 'their own' : `${author}’s`} that is ${state} does for ${person} what the table says`, async () => {
        const who = await whole.as(person);
        const shared = await made(author, state);
        for (const action of ENTRY_ACTIONS) {
          const outcome = table[action][at]!;
          const code = CODES[outcome];
          const entry = code ? shared : await made(author, state);
          const before = await rowsOf(entry);
          const answer = await attempt(who, entry, action);
          if (code) {
            expect(answer.problem.code)
              .withContext(action)
              .toBe(code as never);
            expect(await rowsOf(entry))
              .withContext(`${action}, refused`)
              .toEqual(before);
          } else {
            const after = entryIn(answer);
            expect([after.state, after.version])
              .withContext(action)
              .toEqual([outcome as EntryState, entry.version + 1]);
            expect(after.events.at(-1)).toEqual(jasmine.objectContaining({ action, by: person, isOwn: true }));
          }
        }
      });

      it(`of ${author === person ? 'their own' : `${author}’s`} that is ${state} is offered to ${person} where it can be taken`, async () => {
        const { id } = await made(author, state);
        const answer = await (await whole.as(person)).get(`/api/entries/${id}`);
        const takeable = ENTRY_ACTIONS.filter((action) => !CODES[table[action][at]!]);
        if (ENTRY_ACTIONS.every((action) => table[action][at] === 'hidden')) expect(answer.problem.code).toBe('entry.not-found');
        else expect([...entryIn(answer).actions].sort()).toEqual([...takeable].sort());
      });
    }
  }

  it('that discards it leaves its history, and lets the figure be begun anew', async () => {
    const reporter = await whole.as('reporter');
    const quarter = quarters.next();
    const thrown = entryIn(await take(reporter, entryIn(await begin(reporter, quarter)), { action: 'discard' }));
    const anew = entryIn(await begin(reporter, quarter, { value: 44 }));
    expect(anew.id).not.toBe(thrown.id);
    const read = entryIn(await reporter.get(`/api/entries/${thrown.id}`));
    expect([read.state, read.events.map(({ action }) => action)]).toEqual(['discarded', ['save', 'discard']]);
    const form = await reporter.get(`/api/entry-form?indicator=${anew.indicator.slug}&period=${quarter}`);
    expect(form.json<{ entry?: EntryView }>().entry?.id).toBe(anew.id);
  });

  it('is held to everyone of the office', () => {
    const tried = new Set(TABLES.map(([, who]) => who));
    // Another reviewer of the same department is as the first.
    expect((Object.keys(PEOPLE) as Person[]).filter((person) => !tried.has(person))).toEqual(['second']);
  });
});
