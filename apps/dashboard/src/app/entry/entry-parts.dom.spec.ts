import { TestBed } from '@angular/core/testing';
import { show } from '@slusen/ui/testing';
import { anEntry, anEntryForm } from '../../testing/entries.js';
import { aDefinition, aPoint } from '../../testing/figures.js';
import { aSession } from '../../testing/people.js';
import { showPage, textOf } from '../../testing/show-page.js';
import { CurrentAccount } from '../data/current-account.js';
import { EntryAside } from './entry-aside.js';
import { EntryConflict } from './entry-conflict.js';
import type { SaveState } from './entry-saver.js';
import { EMPTY_TEXT } from './entry-text.js';
import { comparedLabels, faultText } from './field-labels.js';
import { KeptReason } from './kept-reason.js';
import { LeaveQuestion } from './leave-question.js';
import { LocalDraft } from './local-draft.js';
import { allQuestions, liveQuestions } from './plausibility-questions.js';
import { SaveNotice } from './save-notice.js';

describe('SaveNotice', () => {
  const said: [state: SaveState, words: string][] = [
    ['clean', ''],
    ['changed', 'Sparar …'],
    ['saving', 'Sparar …'],
    ['saved', 'Sparat som utkast'],
    ['failed', 'Inte sparat än. Texten finns kvar i den här webbläsaren.'],
    ['conflict', ''],
  ];
  for (const [state, words] of said) {
    it(`says "${words}" when what was typed is ${state}`, async () => {
      const { screen } = await show(SaveNotice, { inputs: { state } });
      expect(textOf(screen.getByRole('status'))).toBe(words);
    });
  }

  it('says that a fault comes first, whatever the state', async () => {
    const { screen } = await show(SaveNotice, { inputs: { state: 'saved', hasFault: true } });
    expect(textOf(screen.getByRole('status'))).toBe('Sparas när felet är rättat. Texten finns kvar här.');
  });
});

describe('EntryConflict', () => {
  const differences = [
    { field: 'value', mine: '12 besök', theirs: '' },
    { field: 'comment', mine: 'Med filialerna', theirs: 'Utan' },
  ] as const;
  const showConflict = (theirs = anEntry({ version: 4 }), language: 'sv' | 'en' = 'sv') =>
    show(EntryConflict, { inputs: { theirs, differences }, language });

  it('says that the other version is one’s own where it is', async () => {
    const { screen } = await showConflict();
    expect(screen.getByRole('alert', { name: 'Du har själv sparat en annan version' })).toBeTruthy();
    expect(screen.getByText('Det gjorde du i ett annat fönster eller på en annan enhet.')).toBeTruthy();
    expect(screen.getAllByRole('columnheader').map(textOf)).toEqual(['Det du har skrivit här', 'Det som är sparat']);
  });

  it('knows whose it is by who wrote last, not by who took the last step', async () => {
    const events = [
      { action: 'save', at: '2026-10-05T08:00:00.000Z', by: 'Anna Lindeborg', isOwn: true },
      { action: 'return', at: '2026-10-05T09:00:00.000Z', by: 'Karin Alm', isOwn: false },
    ] as const;
    const { screen } = await showConflict(anEntry({ events: [...events] }));
    expect(screen.getByRole('alert', { name: 'Du har själv sparat en annan version' })).toBeTruthy();
  });

  it('says "nothing" where one version says nothing', async () => {
    const { screen } = await showConflict();
    expect(screen.getAllByRole('row').slice(1).map(textOf)).toEqual(['Värde 12 besök inget', 'Kommentar Med filialerna Utan']);
  });

  it('marks as Swedish only what officials wrote', async () => {
    const { screen } = await showConflict(anEntry(), 'en');
    expect([screen.getByText('12 besök').lang, screen.getByText('Med filialerna').lang]).toEqual(['', 'sv']);
  });

  it('lets what was handed in stand, and says why', async () => {
    const { screen } = await showConflict(anEntry({ state: 'submitted', actions: ['withdraw'] }));
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Behåll det jag har skrivit här' }).disabled).toBeTrue();
    expect(screen.getByText(/Inmatningen är redan inlämnad/)).toBeTruthy();
  });

  it('hands the choice on', async () => {
    const { screen, component } = await showConflict();
    const chosen: string[] = [];
    component.keepMine.subscribe(() => chosen.push('mine'));
    component.takeTheirs.subscribe(() => chosen.push('theirs'));
    screen.getByRole('button', { name: 'Behåll det jag har skrivit här' }).click();
    screen.getByRole('button', { name: 'Ta det sparade' }).click();
    expect(chosen).toEqual(['mine', 'theirs']);
  });
});

const shownRows = (rows: readonly HTMLElement[]): number => rows.filter((row) => row.checkVisibility()).length;

describe('EntryAside', () => {
  const years = Array.from({ length: 10 }, (_, index) => aPoint(String(2016 + index), 100 + index));

  it('shows the eight newest and folds the older away', async () => {
    const { screen } = await showPage(EntryAside, { inputs: { form: anEntryForm({ history: years, period: '2026' }) } });
    expect(shownRows(screen.getAllByRole('row'))).toBe(8);
    screen.getByText('Äldre värden').click();
    expect(shownRows(screen.getAllByRole('row'))).toBe(10);
  });

  it('shows a month with last year’s own', async () => {
    const months = Array.from({ length: 15 }, (_, index) =>
      aPoint(`${2025 + Math.floor(index / 12)}-M${String((index % 12) + 1).padStart(2, '0')}`, index),
    );
    const form = anEntryForm({ indicator: aDefinition({ cadence: 'month' }), history: months, period: '2026-M04' });
    const { screen } = await showPage(EntryAside, { inputs: { form } });
    expect(shownRows(screen.getAllByRole('row'))).toBe(13);
  });

  it('leads from each earlier period to its own form, with place and breakdown', async () => {
    const form = anEntryForm({ breakdown: 'kön=kvinnor', history: [aPoint('2026-Q2', 110), aPoint('2026-Q3', 119)] });
    const { screen } = await showPage(EntryAside, { inputs: { form } });
    expect(screen.getAllByRole('link').map((link) => decodeURIComponent(link.getAttribute('href') ?? ''))).toEqual([
      '/inmatning/besok/2026-Q2?omrade=0884&uppdelning=kön=kvinnor',
    ]);
  });
});

describe('Questions about a value', () => {
  const form = anEntryForm({ limits: { max: 200, mayRepeat: false, officialStatistics: false } });

  it('are asked while it is typed, by the rule of the API', () => {
    expect(liveQuestions(form, { value: 5_000, quality: 'final' }, 'sv').map(({ kind }) => kind)).toContain('outside-limits');
    expect(liveQuestions(form, { value: 120, quality: 'final' }, 'sv')).toEqual([]);
    expect(liveQuestions(form, { quality: 'final' }, 'sv')).toEqual([]);
  });

  it('that only the API can ask are shown as long as the value is the one that was saved', () => {
    const saved = anEntry({ value: 120, questions: [{ kind: 'balance', sv: 'Summan stämmer inte.', en: 'The sum is off.' }] });
    expect(allQuestions([], saved, { value: 120, language: 'en' })).toEqual([{ kind: 'balance', text: 'The sum is off.' }]);
    expect(allQuestions([], saved, { value: 121, language: 'en' })).toEqual([]);
  });

  it('are not asked twice', () => {
    const live = [{ kind: 'balance', text: 'Redan frågat' }] as const;
    const saved = anEntry({ value: 120, questions: [{ kind: 'balance', sv: 'Summan stämmer inte.', en: '' }] });
    expect(allQuestions(live, saved, { value: 120, language: 'sv' })).toEqual([...live]);
  });
});

describe('The words of the form', () => {
  it('name every field that two versions can differ in', () => {
    expect(Object.values(comparedLabels()).every((label) => label.length > 2)).toBeTrue();
    expect(new Set(Object.values(comparedLabels())).size).toBe(Object.keys(comparedLabels()).length);
  });

  const faults: [code: Parameters<typeof faultText>[0], words: string | undefined][] = [
    [undefined, undefined],
    ['margin.negative', 'En felmarginal är noll eller större.'],
    ['respondents.whole', 'Skriv ett helt tal.'],
    ['link.malformed', 'Skriv hela länken, med https:// i början.'],
    ['link.names-user', 'Länken får inte innehålla användarnamn eller lösenord.'],
    ['value.too-precise', 'Talet har för många decimaler: högst sex går att spara.'],
  ];
  for (const [code, words] of faults) it(`say "${words}" of ${code}`, () => expect(faultText(code)).toBe(words));
});

describe('What this browser keeps', () => {
  const address = { indicator: 'besok', period: '2026-Q3' };
  const draft = { version: 2, text: { ...EMPTY_TEXT, value: '12' } };

  beforeEach(() => {
    localStorage.clear();
    TestBed.configureTestingModule({ providers: [LocalDraft] });
    TestBed.inject(CurrentAccount).is(aSession());
  });

  it('of a form is found again for the same figure and no other', () => {
    const kept = TestBed.inject(LocalDraft);
    kept.keep(address, draft);
    expect(kept.find(address)).toEqual(draft);
    expect(kept.find({ ...address, period: '2026-Q2' })).toBeUndefined();
    expect(kept.find({ ...address, territory: 'ankarsrum' })).toBeUndefined();
    kept.remove(address);
    expect(kept.find(address)).toBeUndefined();
  });

  it('belongs to the account that typed it', () => {
    const kept = TestBed.inject(LocalDraft);
    kept.keep(address, draft);
    TestBed.inject(CurrentAccount).is(
      aSession(['reporter'], { account: { id: 'other', username: 'johan', name: 'Johan Ek', hasPassword: true } }),
    );
    expect(kept.find(address)).toBeUndefined();
  });

  it('is not missed when the store is full: the words are still in the form', () => {
    spyOn(Storage.prototype, 'setItem').and.throwError('QuotaExceededError');
    expect(() => TestBed.inject(LocalDraft).keep(address, draft)).not.toThrow();
    expect(() => TestBed.inject(KeptReason).keep('7', 'Räkna om')).not.toThrow();
  });

  it('of a review is the reason that was begun, and nothing once it is empty', () => {
    const kept = TestBed.inject(KeptReason);
    kept.keep('7', 'Räkna om');
    expect([kept.find('7'), kept.find('8')]).toEqual(['Räkna om', '']);
    kept.keep('7', '');
    expect(kept.find('7')).toBe('');
  });
});

describe('LeaveQuestion', () => {
  it('keeps nobody on a page without a form', () => {
    expect(new LeaveQuestion().mayLeave()).toBeTrue();
  });
});
