import fc from 'fast-check';
import { DomainError } from '../domain-error.js';
import { ENTRY_ACTIONS, ENTRY_STATES, type Entry, type EntryAction, type EntryFigure, type EntryState } from './entry.js';
import { firstIllegalEvent } from './entry-history.js';
import {
  advance,
  isOpenTo,
  publishedProvenance,
  saveEntry,
  startEntry,
  stateAfter,
  statesAllowing,
  type EntryContext,
} from './entry-workflow.js';
import { type SaidFigure } from './revision.js';
import { parsePeriod } from '../time/period-code.js';

const AT = '2026-10-05T08:00:00.000Z';
const identity = {
  id: 'e1',
  indicator: 'deltagare',
  department: 'kultur',
  territory: '0884',
  breakdown: '',
  period: parsePeriod('2026-Q3'),
};
const quiet: EntryContext = { questions: [], locked: false };
const figure: EntryFigure = { value: 42, quality: 'final', answers: [] };
const published: SaidFigure = { value: 41, quality: 'preliminary', provenance: 'exact' };
const by = (account: string) => ({ by: account, at: AT });
const step = (action: Exclude<EntryAction, 'save'>, account: string, reason?: string) => ({
  action,
  reason,
  ...by(account),
});

const submittedBy = (entry: Entry) => advance(entry, step('submit', 'anna'), quiet);
const draft = startEntry(identity, figure, by('anna'));
const submitted = advance(draft, step('submit', 'anna'), quiet);
const returned = advance(submitted, step('return', 'rolf', 'Gäller det hela kommunen?'), quiet);
const approved = advance(submitted, step('approve', 'rolf'), quiet);
const discarded = advance(draft, step('discard', 'anna'), quiet);
const inState: Readonly<Record<EntryState, Entry>> = { draft, submitted, returned, approved, discarded };

function refusal(attempt: () => unknown): { readonly code: string; readonly facts: unknown } | undefined {
  try {
    attempt();
    return undefined;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { code: error.code, facts: error.facts };
  }
}
const codeOf = (attempt: () => unknown) => refusal(attempt)?.code;

describe('the entry workflow', () => {
  const table: readonly (readonly [EntryState, EntryAction, EntryState])[] = [
    ['draft', 'save', 'draft'],
    ['draft', 'submit', 'submitted'],
    ['submitted', 'withdraw', 'draft'],
    ['submitted', 'return', 'returned'],
    ['submitted', 'approve', 'approved'],
    ['returned', 'save', 'returned'],
    ['returned', 'submit', 'submitted'],
    ['draft', 'discard', 'discarded'],
    ['returned', 'discard', 'discarded'],
  ];
  for (const state of ENTRY_STATES) {
    for (const action of ENTRY_ACTIONS) {
      const to = table.find(([from, name]) => from === state && name === action)?.[2];
      it(`${to ? `leads from ${state} by ${action} to ${to}` : `knows no ${action} of what is ${state}`}`, () => {
        expect(stateAfter(state, action)).toBe(to);
        const author = action === 'withdraw' || action === 'discard' ? 'anna' : 'rolf';
        const attempt = () =>
          action === 'save'
            ? saveEntry(inState[state], figure, by('anna'))
            : advance(inState[state], step(action, action === 'submit' ? 'anna' : author, 'Skäl'), quiet);
        if (to) expect(attempt().state).toBe(to);
        else expect(refusal(attempt)).toEqual({ code: 'entry.action-not-allowed', facts: { state, action } });
      });
    }
  }

  it('tells the states an action can start from', () => {
    expect(statesAllowing('save')).toEqual(['draft', 'returned']);
    expect(statesAllowing('approve')).toEqual(['submitted']);
  });
});

describe('saving an entry', () => {
  it('makes an author of everyone who saves, once', () => {
    const twice = saveEntry(saveEntry(draft, figure, by('bo')), figure, by('anna'));
    expect(twice.authors).toEqual(['anna', 'bo']);
  });
  it('is theirs, too, in whose place it is done', () => {
    const twice = saveEntry(saveEntry(draft, figure, { ...by('bo'), inPlaceOf: ['siv'] }), figure, { ...by('bo'), inPlaceOf: ['siv'] });
    expect([twice.authors, twice.writtenFor]).toEqual([['anna', 'bo'], ['siv']]);
    expect(codeOf(() => advance(submittedBy(twice), step('approve', 'siv'), quiet))).toBe('entry.own-approval');
    const inAnnasPlace = { ...step('approve', 'rolf'), inPlaceOf: ['anna'] };
    expect(codeOf(() => advance(submittedBy(twice), inAnnasPlace, quiet))).toBe('entry.own-approval');
    expect(codeOf(() => advance(submittedBy(twice), { ...step('return', 'rolf', 'Nej'), inPlaceOf: ['anna'] }, quiet))).toBe(
      'entry.own-return',
    );
  });
  it('keeps what the entry said at each step', () => {
    const changed = saveEntry(draft, { ...figure, value: 43 }, by('anna'));
    expect(changed.events.map(({ action, from, to, value }) => [action, from, to, value])).toEqual([
      ['save', undefined, 'draft', 42],
      ['save', 'draft', 'draft', 43],
    ]);
  });
  it('refuses a number together with a reason for having none', () => {
    const both: EntryFigure = { ...figure, missing: 'confidential' };
    expect(codeOf(() => startEntry(identity, both, by('anna')))).toBe('entry.value-or-missing');
    expect(codeOf(() => saveEntry(draft, both, by('anna')))).toBe('entry.value-or-missing');
  });
  it('changes nothing of the entry it is given', () => {
    const before = structuredClone(draft);
    saveEntry(draft, { ...figure, value: 1 }, by('bo'));
    expect(draft).toEqual(before);
  });
});

describe('submitting an entry', () => {
  const empty = startEntry(identity, { quality: 'final', answers: [] }, by('anna'));
  const submit =
    (entry: Entry, context: Partial<EntryContext> = {}, reason?: string) =>
    () =>
      advance(entry, step('submit', 'anna', reason), { ...quiet, ...context });

  it('needs a value or why there is none; zero is a value', () => {
    expect(codeOf(submit(empty))).toBe('entry.value-required');
    expect(submit(saveEntry(empty, { ...figure, value: 0 }, by('anna')))().state).toBe('submitted');
    expect(submit(saveEntry(empty, { missing: 'non-response', quality: 'final', answers: [] }, by('anna')))().state).toBe('submitted');
  });

  it('needs an answer to every plausibility question, and no more than an answer', () => {
    const questions = [{ kind: 'outside-limits', value: 42, max: 40 }] as const;
    expect(refusal(submit(draft, { questions }))).toEqual({
      code: 'entry.unanswered-plausibility',
      facts: { kinds: ['outside-limits'] },
    });
    const answered = saveEntry(draft, { ...figure, answers: [{ kind: 'outside-limits', comment: 'Tre extra träffar.' }] }, by('anna'));
    expect(submit(answered, { questions })().state).toBe('submitted');
  });

  for (const [context, what] of [
    [{ replaces: published }, 'correction'],
    [{ locked: true }, 'locked-period'],
  ] as const) {
    it(`needs a reason for a ${what}, on the entry or with the step`, () => {
      expect(refusal(submit(draft, context))).toEqual({ code: 'entry.reason-required', facts: { for: what } });
      expect(codeOf(submit(draft, context, ' \n'))).toBe('entry.reason-required');
      expect(submit(draft, context, 'Dubbelräknat')().figure.reason).toBe('Dubbelräknat');
      expect(submit(saveEntry(draft, { ...figure, reason: 'Sent svar' }, by('anna')), context)().figure.reason).toBe('Sent svar');
    });
  }

  it('asks nobody why a preliminary value is made final, nor anything about it', () => {
    const questions = [{ kind: 'outside-limits', value: 42, max: 40 }] as const;
    for (const provenance of ['exact', 'example'] as const) {
      expect(submit(draft, { questions, replaces: { ...published, value: 42, provenance } })().state).toBe('submitted');
    }
    expect(codeOf(submit(draft, { questions, replaces: published }))).toBe('entry.unanswered-plausibility');
    const early = [{ kind: 'early', period: identity.period }] as const;
    expect(codeOf(submit(draft, { questions: early, replaces: { ...published, value: 42 } }))).toBe('entry.unanswered-plausibility');
  });

  it('needs a reason to make a value final late, in a locked period', () => {
    expect(codeOf(submit(draft, { replaces: { ...published, value: 42 }, locked: true }))).toBe('entry.reason-required');
  });

  it('needs words for how a value was derived, and for nothing else of how it came about', () => {
    const said = (provenance: EntryFigure['provenance'], provenanceNote?: string) =>
      submit(saveEntry(draft, { ...figure, provenance, provenanceNote }, by('anna')));
    expect(codeOf(said('derived', ' '))).toBe('entry.derivation-required');
    for (const attempt of [said('derived', 'Summan av två listor'), said('reported'), said('rounded')]) {
      expect(attempt().state).toBe('submitted');
    }
  });

  it('takes away the reason for which it was returned, which stays in the history', () => {
    expect(returned.returnedReason).toBe('Gäller det hela kommunen?');
    const again = submit(returned)();
    expect(again.returnedReason).toBeUndefined();
    expect(again.events.map(({ reason }) => reason)).toContain('Gäller det hela kommunen?');
  });
});

describe('reviewing an entry', () => {
  it('is never done by an author, also of a version long since rewritten', () => {
    const rewritten = saveEntry(returned, figure, by('bo'));
    const again = advance(rewritten, step('submit', 'bo'), quiet);
    for (const author of ['anna', 'bo']) {
      expect(codeOf(() => advance(again, step('approve', author), quiet))).toBe('entry.own-approval');
      expect(codeOf(() => advance(again, step('return', author, 'Fel'), quiet))).toBe('entry.own-return');
    }
    expect(advance(again, step('approve', 'rolf'), quiet).state).toBe('approved');
  });
  it('needs a reason to return', () => {
    expect(refusal(() => advance(submitted, step('return', 'rolf', ' '), quiet))).toEqual({
      code: 'entry.reason-required',
      facts: { for: 'return' },
    });
  });
  it('does not approve a correction without a reason, though it was none when it was submitted', () => {
    expect(codeOf(() => advance(submitted, step('approve', 'rolf'), { ...quiet, replaces: published }))).toBe('entry.reason-required');
    expect(codeOf(() => advance(submitted, step('approve', 'rolf'), { ...quiet, locked: true }))).toBe('entry.reason-required');
  });
  it('is escaped by an author only, by withdrawing', () => {
    expect(codeOf(() => advance(submitted, step('withdraw', 'rolf'), quiet))).toBe('entry.not-author');
    expect(advance(submitted, step('withdraw', 'anna'), quiet).state).toBe('draft');
  });
});

describe('discarding an entry', () => {
  it('is for its authors, and keeps what it said and who threw it away', () => {
    expect(codeOf(() => advance(draft, step('discard', 'bo'), quiet))).toBe('entry.not-author');
    expect(discarded.events.at(-1)).toEqual(
      jasmine.objectContaining({ action: 'discard', from: 'draft', to: 'discarded', by: 'anna', value: 42 }),
    );
  });
});

describe('isOpenTo', () => {
  const allowedActions = (entry: Entry, who: string) => ENTRY_ACTIONS.filter((action) => isOpenTo(entry, action, { by: who }));

  it('offers an author to withdraw and everyone else to review', () => {
    expect(allowedActions(submitted, 'anna')).toEqual(['withdraw']);
    expect(allowedActions(submitted, 'rolf')).toEqual(['return', 'approve']);
    expect(allowedActions(returned, 'anna')).toEqual(['save', 'submit', 'discard']);
    expect(allowedActions(returned, 'bo')).toEqual(['save', 'submit']);
    expect(allowedActions(approved, 'rolf')).toEqual([]);
  });
});

describe('any sequence of attempts on an entry', () => {
  const people = ['anna', 'bo', 'rolf'] as const;
  const attempts = fc.array(
    fc.record({
      action: fc.constantFrom(...ENTRY_ACTIONS),
      who: fc.constantFrom(...people),
      reason: fc.constantFrom(undefined, '', 'Skäl'),
      value: fc.constantFrom(undefined, 0, 7),
      corrects: fc.boolean(),
    }),
    { maxLength: 25 },
  );
  type Attempt = typeof attempts extends fc.Arbitrary<(infer T)[]> ? T : never;

  function attempt(entry: Entry, { action, who, reason, value, corrects }: Attempt): Entry {
    if (action === 'save') return saveEntry(entry, { ...figure, value }, by(who));
    return advance(entry, step(action, who, reason), { ...quiet, ...(corrects && { replaces: published }) });
  }

  function play(all: readonly Attempt[], check: (before: Entry, after: Entry, tried: Attempt) => void): Entry {
    return all.reduce((entry, tried) => {
      let next: Entry | undefined;
      const code = codeOf(() => (next = attempt(entry, tried)));
      if (!next) {
        expect(code).toMatch(/^entry\./);
        return entry;
      }
      check(entry, next, tried);
      return next;
    }, draft);
  }

  it('approves nothing by the hand of an author', () => {
    let approvals = 0;
    fc.assert(
      fc.property(attempts, (all) => {
        const end = play(all, () => undefined);
        if (end.state !== 'approved') return;
        approvals += 1;
        expect(end.authors).not.toContain(end.events.at(-1)?.by ?? '');
      }),
      { numRuns: 2000 },
    );
    expect(approvals).toBeGreaterThan(0);
  });

  it('moves only along the table, one event a step, and ends when approved or discarded', () => {
    fc.assert(
      fc.property(attempts, (all) => {
        play(all, (before, after, { action }) => {
          expect(after.state).toBe(stateAfter(before.state, action) as EntryState);
          expect(after.events.length).toBe(before.events.length + 1);
          expect(['approved', 'discarded']).not.toContain(before.state);
        });
      }),
    );
  });

  it('lets through exactly the actions offered, when nothing but reasons and values can be wrong', () => {
    fc.assert(
      fc.property(attempts, (all) => {
        play(all, (before, _after, { action, who }) => expect(isOpenTo(before, action, { by: who })).toBeTrue());
      }),
    );
  });

  it('leaves a history without a fault', () => {
    fc.assert(fc.property(attempts, (all) => expect(firstIllegalEvent(play(all, () => undefined).events)).toBeUndefined()));
  });
});

describe('how a figure has come about once it is published', () => {
  const [real, invented] = [{ provenance: 'exact' }, { provenance: 'example' }] as const;
  it('is what is entered, exact where nothing is', () => {
    expect(publishedProvenance({ provenance: 'derived' }, { replaces: real })).toBe('derived');
    expect(publishedProvenance({}, { replaces: undefined })).toBe('exact');
  });
  it('is invented in an invented series and in the place of an invented figure, whatever is entered', () => {
    expect(publishedProvenance({ provenance: 'derived' }, { isExample: true, replaces: real })).toBe('example');
    expect(publishedProvenance({}, { isExample: false, replaces: invented })).toBe('example');
  });
});
