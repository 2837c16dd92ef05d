import * as fc from 'fast-check';
import { NO_HISTORY, redo, undo, withStep, type Edit, type History } from './grid-history.js';

describe('the history of a grid', () => {
  const edit = (key: string, before: string, after: string): Edit => ({ key, before, after });

  it('keeps no step without a change', () => {
    expect(withStep(NO_HISTORY, [edit('a', '1', '1')])).toBe(NO_HISTORY);
    expect(undo(NO_HISTORY)).toBeUndefined();
    expect(redo(NO_HISTORY)).toBeUndefined();
  });

  it('goes back and forth, and begins a new way where something else is written', () => {
    const one = withStep(withStep(NO_HISTORY, [edit('a', '', '1')]), [edit('a', '1', '2'), edit('b', '', '3')]);
    const back = undo(one)!;
    expect([...back.texts]).toEqual([
      ['a', '1'],
      ['b', ''],
    ]);
    expect([...redo(back.history)!.texts]).toEqual([
      ['a', '2'],
      ['b', '3'],
    ]);
    expect(redo(withStep(back.history, [edit('a', '1', '9')]))).toBeUndefined();
  });

  it('comes back to where it began, however much was written', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.string()), { maxLength: 4 }), { maxLength: 12 }),
        (steps) => {
          const cells = new Map<string, string>();
          let history: History = NO_HISTORY;
          for (const step of steps) {
            const edits = [...new Map(step)].map(([key, after]) => edit(key, cells.get(key) ?? '', after));
            for (const { key, after } of edits) cells.set(key, after);
            history = withStep(history, edits);
          }
          const last = new Map(cells);
          const walk = (by: typeof undo): void => {
            for (let stepped = by(history); stepped; stepped = by(history)) {
              for (const [key, text] of stepped.texts) cells.set(key, text);
              ({ history } = stepped);
            }
          };
          walk(undo);
          expect([...cells.values()].every((text) => text === '')).toBe(true);
          walk(redo);
          expect(cells).toEqual(last);
        },
      ),
    );
  });

  it('remembers two hundred steps', () => {
    let history: History = NO_HISTORY;
    for (let at = 0; at < 250; at++) history = withStep(history, [edit('a', `${at}`, `${at + 1}`)]);
    expect(history.done.length).toBe(200);
  });
});
