import type { DraftOutline } from '@slusen/contracts';
import { added, dropped, moved, slugsIn, without, type OutlinePlace } from './outline-order.js';

/** "a: 1 2 | b: 3" */
function outlineOf(text: string): DraftOutline {
  return {
    areas: text.split(' | ').map((area) => {
      const [slug = '', goals = ''] = area.split(':');
      return { slug, goals: goals.trim() ? goals.trim().split(' ') : [] };
    }),
  };
}
const textOf = ({ areas }: DraftOutline): string => areas.map(({ slug, goals }) => `${slug}: ${goals.join(' ')}`.trim()).join(' | ');
const OUTLINE = outlineOf('a: 1 2 | b: 3 | c:');

describe('the order of a draft', () => {
  const moves: readonly [what: string, place: OutlinePlace, by: -1 | 1, after: string][] = [
    ['an area down', { area: 0 }, 1, 'b: 3 | a: 1 2 | c:'],
    ['the first area up stays', { area: 0 }, -1, 'a: 1 2 | b: 3 | c:'],
    ['a goal down', { area: 0, goal: 0 }, 1, 'a: 2 1 | b: 3 | c:'],
    ['the last goal of an area into the next', { area: 0, goal: 1 }, 1, 'a: 1 | b: 2 3 | c:'],
    ['the first goal of an area into the one before', { area: 1, goal: 0 }, -1, 'a: 1 2 3 | b: | c:'],
    ['the very first goal up stays', { area: 0, goal: 0 }, -1, 'a: 1 2 | b: 3 | c:'],
  ];
  for (const [what, place, by, after] of moves) {
    it(`is moved by the keyboard: ${what}`, () => expect(textOf(moved(OUTLINE, place, by))).toBe(after));
  }

  const drops: readonly [what: string, from: OutlinePlace, to: OutlinePlace, after: string][] = [
    ['a goal before another', { area: 0, goal: 1 }, { area: 0, goal: 0 }, 'a: 2 1 | b: 3 | c:'],
    ['a goal into an empty area', { area: 0, goal: 0 }, { area: 2 }, 'a: 2 | b: 3 | c: 1'],
    ['an area before another', { area: 2 }, { area: 0 }, 'c: | a: 1 2 | b: 3'],
    ['an area on itself', { area: 1 }, { area: 1 }, 'a: 1 2 | b: 3 | c:'],
  ];
  for (const [what, from, to, after] of drops) {
    it(`is dragged: ${what}`, () => expect(textOf(dropped(OUTLINE, from, to))).toBe(after));
  }

  it('grows and shrinks', () => {
    expect(textOf(added(OUTLINE, 'd'))).toBe('a: 1 2 | b: 3 | c: | d:');
    expect(textOf(added(OUTLINE, '4', 1))).toBe('a: 1 2 | b: 3 4 | c:');
    expect(textOf(without(OUTLINE, { area: 0 }))).toBe('b: 3 | c:');
    expect(textOf(without(OUTLINE, { area: 0, goal: 0 }))).toBe('a: 2 | b: 3 | c:');
    expect([slugsIn(OUTLINE, 'area'), slugsIn(OUTLINE, 'goal')]).toEqual([
      ['a', 'b', 'c'],
      ['1', '2', '3'],
    ]);
  });
});
