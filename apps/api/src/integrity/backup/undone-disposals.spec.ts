import { undone } from './undone-disposals.js';

const disposal = (at: string, about = 'before 2024-01-01') => ({ at, kind: 'events', decision: 'KS 2026-01-13 § 12', about });
const moment = (day: number): string => `2026-11-0${day}T08:00:00.000Z`;
const [first, second, third] = [1, 2, 3].map((day) => disposal(moment(day), `before 202${day}-01-01`));

describe('disposals that a restored backup undid', () => {
  it('are those that it does not tell of, each once, in their order', () => {
    expect(undone([third!, second!, first!, second!], [first!])).toEqual([second!, third!]);
  });

  it('are none where it tells of all', () => {
    expect(undone([first!], [first!, second!])).toEqual([]);
  });

  it('are none that were done again later', () => {
    expect(undone([first!], [{ ...first!, at: moment(9) }])).toEqual([]);
  });

  it('are known by what they were about, in whatever order that is told', () => {
    const places = (about: string) => ({ ...disposal(moment(1), about), kind: 'masked' });
    expect(undone([places('entry 7 comment, entry 8 link')], [places('entry 8 link, entry 7 comment')])).toEqual([]);
    expect(undone([places('entry 7 comment')], [places('entry 8 comment')])).toEqual([places('entry 7 comment')]);
  });

  it('are told once, as they were done last', () => {
    const again = { ...first!, at: moment(4) };
    expect(undone([first!, again, third!], [])).toEqual([third!, again]);
  });

  it('are those of another decision', () => {
    const other = { ...first!, decision: 'KS 2026-02-03 § 1' };
    expect(undone([first!, other], [first!])).toEqual([other]);
  });
});
