import { undone } from './undone-disposals.js';

const disposal = (at: string) => ({ at, kind: 'events', decision: 'KS 2026-01-13 § 12', about: 'before 2024-01-01' });
const [first, second, third] = [1, 2, 3].map((day) => disposal(`2026-11-0${day}T08:00:00.000Z`));

describe('disposals that a restored backup undid', () => {
  it('are those that it does not tell of, each once, in their order', () => {
    expect(undone([third!, second!, first!, second!], [first!])).toEqual([second!, third!]);
  });

  it('are none where it tells of all', () => {
    expect(undone([first!], [first!, second!])).toEqual([]);
  });
});
