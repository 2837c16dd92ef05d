import type { OwnIndicator } from '@slusen/contracts';
import { shownOwn, standingOf, type OwnFilter, type OwnSort } from './own-view.js';

const base: OwnIndicator = {
  ...{ slug: 'lan', name: { sv: 'Lån' }, unit: { sv: 'lån' }, decimals: 0, cadence: 'quarter', reporting: 'period', isExample: false },
  department: { slug: 'kultur', name: { sv: 'Kultur' } },
  ...{ reports: true, reviews: false, state: 'not-yet-due', open: 0, waiting: 0 },
};
const task = (lastDay: string): OwnIndicator['task'] => ({
  ...{ period: '2026-Q3', breakdown: '', lastDay },
  territory: { code: '0884', name: { sv: 'Vimmerby' } },
});
const all: readonly OwnIndicator[] = [
  { ...base, slug: 'bad', name: { sv: 'Bad' }, latest: { period: '2026-Q2', value: 1, quality: 'final' } },
  {
    ...base,
    slug: 'vag',
    name: { sv: 'Vägar' },
    state: 'due',
    task: task('2026-10-20'),
    department: { slug: 'teknik', name: { sv: 'Teknik' } },
  },
  { ...base, state: 'overdue', task: task('2026-10-01'), latest: { period: '2026-Q1', value: 2, quality: 'final' } },
  { ...base, slug: 'besok', name: { sv: 'Besök' }, state: 'submitted', waiting: 1 },
];
const NONE: OwnFilter = { text: '', department: '', standing: '' };
const names = (filter: Partial<OwnFilter>, sort: OwnSort = 'name'): string =>
  shownOwn(all, { ...NONE, ...filter }, sort)
    .map(({ name }) => name.sv)
    .join();

describe('what one answers for', () => {
  it('is found by words of its name, department and where it stands', () => {
    expect(names({})).toBe('Bad,Besök,Lån,Vägar');
    expect(names({ text: ' ÄG ' })).toBe('Vägar');
    expect(names({ department: 'kultur' })).toBe('Bad,Besök,Lån');
    expect(names({ standing: 'to-do' })).toBe('Lån,Vägar');
    expect(names({ standing: 'submitted' })).toBe('Besök');
    expect(names({ text: 'finns inte' })).toBe('');
  });

  it('is ordered by what presses, by name, or by the latest figure', () => {
    expect(names({}, 'press')).toBe('Lån,Vägar,Besök,Bad');
    expect(names({}, 'latest')).toBe('Bad,Lån,Besök,Vägar');
  });

  it('stands as to be done while anything is asked for', () => {
    expect((['returned', 'draft', 'preliminary', 'done', 'not-yet-due'] as const).map(standingOf)).toEqual([
      ...(['to-do', 'to-do', 'to-do', 'done', 'not-yet-due'] as const),
    ]);
  });
});
