import { EMPTY_ACTION } from './action-text.js';
import { readKept } from './kept-action.js';

describe('a kept copy of an action', () => {
  const kept = { text: { ...EMPTY_ACTION, titleSv: 'Bänkar' }, revision: 2 };
  it('is read as it was written', () => expect(readKept(JSON.stringify(kept))).toEqual(kept));
  const broken: [what: string, stored: string | null][] = [
    ['there is none', null],
    ['it is no JSON', '{'],
    ['it is another thing', '"text"'],
    ['it lacks a field', JSON.stringify({ ...kept, text: { titleSv: 'Bänkar' } })],
    ['its partners are no list', JSON.stringify({ ...kept, text: { ...kept.text, partners: {} } })],
    ['it does not say what it was written on', JSON.stringify({ text: kept.text })],
  ];
  for (const [what, stored] of broken) it(`counts as none when ${what}`, () => expect(readKept(stored)).toBeUndefined());
});
