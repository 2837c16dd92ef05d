import { lastDayOf, versionPlaces, type VersionState } from './version-state.js';

type Dates = readonly [from: string, to?: string];

const CASES: readonly [what: string, versions: readonly Dates[], states: readonly VersionState[]][] = [
  ['the only one holds from its first day', [['2026-11-27']], ['in-force']],
  ['one that begins tomorrow is coming', [['2026-11-28']], ['coming']],
  ['the last day counts', [['2020-01-01', '2026-11-27']], ['in-force']],
  ['one that ran out yesterday has ended when nothing came after it', [['2020-01-01', '2026-11-26']], ['ended']],
  ['a later one supersedes it', [['2020-01-01', '2025-12-31'], ['2026-01-01']], ['superseded', 'in-force']],
  ['also one without an end', [['2020-01-01'], ['2026-01-01']], ['superseded', 'in-force']],
  ['of two from one day the later number holds', [['2026-01-01'], ['2026-01-01']], ['superseded', 'in-force']],
  ['one that is to come supersedes nothing yet', [['2020-01-01'], ['2027-01-01']], ['in-force', 'coming']],
  ['in a gap between two nothing holds', [['2020-01-01', '2025-12-31'], ['2027-01-01']], ['ended', 'coming']],
  ['one that ran out gives back to the one before', [['2020-01-01'], ['2026-01-01', '2026-06-30']], ['in-force', 'ended']],
];

describe('the state of an adopted version on 27 November 2026', () => {
  for (const [what, dates, states] of CASES) {
    it(what, () => {
      const versions = dates.map(([validFrom, validTo], index) => ({ number: index + 1, validFrom, validTo }));
      expect(versionPlaces(versions, '2026-11-27').map(({ state }) => state)).toEqual([...states]);
    });
  }

  it('holds until its own last day, or the day before a later one took its place', () => {
    const versions = [
      { number: 1, validFrom: '2017-01-01' },
      { number: 2, validFrom: '2021-01-01', validTo: '2030-12-31' },
      { number: 3, validFrom: '2023-01-01', validTo: '2024-12-31' },
      { number: 4, validFrom: '2026-01-01' },
      { number: 5, validFrom: '2027-01-01' },
    ];
    expect(versionPlaces(versions, '2026-11-27').map(lastDayOf)).toEqual(['2020-12-31', '2022-12-31', '2024-12-31', undefined, undefined]);
  });

  it('names what it replaces and what replaces it, in the order in which they began', () => {
    const versions = [
      { number: 3, validFrom: '2026-01-01' },
      { number: 1, validFrom: '2017-01-01' },
      { number: 2, validFrom: '2021-01-01' },
    ];
    const told = versionPlaces(versions, '2026-11-27').map(({ version, replaces, replacedBy }) => [
      version.number,
      replaces?.number,
      replacedBy?.number,
    ]);
    expect(told).toEqual([
      [1, undefined, 2],
      [2, 1, 3],
      [3, 2, undefined],
    ]);
  });
});
