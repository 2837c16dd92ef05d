import { Publications } from '../observations/publications.js';
import type { Statements } from '../platform/statements.js';
import type { MaskedLine, MaskedLines } from './masked-lines.js';
import { Masks, placeOf } from './masks.js';

describe('what is known to be hidden', () => {
  let lines: MaskedLine[];
  let readings: number;
  let publications: Publications;
  let masks: Masks;
  let answering: Promise<void>;
  beforeEach(() => {
    [lines, readings, answering] = [
      [{ table_name: 'goal_revision', row_key: '1/2', field: 'name_sv', note: '[dolt]' }],
      0,
      Promise.resolve(),
    ];
    const source = {
      read: async () => {
        readings++;
        await answering;
        return lines;
      },
    } as unknown as MaskedLines;
    publications = new Publications({} as Statements);
    masks = new Masks(source, publications);
  });
  afterEach(() => {
    masks.onModuleDestroy();
  });

  const noteOn = async (table: string, row: string, field: string) => (await masks.now()).get(placeOf(table, row))?.get(field);

  it('is read once for many rows, and then at hand at once', async () => {
    expect([await noteOn('goal_revision', '1/2', 'name_sv'), await noteOn('goal_revision', '1/1', 'name_sv')]).toEqual([
      '[dolt]',
      undefined,
    ]);
    expect([masks.now() instanceof Promise, readings]).toEqual([false, 1]);
  });

  it('is read again when something is hidden, here or by another process', async () => {
    await masks.now();
    lines = [];
    publications.announce('hidden');
    expect(await noteOn('goal_revision', '1/2', 'name_sv')).toBeUndefined();
  });

  it('is not what was read before something was hidden', async () => {
    let end: () => void = () => undefined;
    answering = new Promise((resolve) => (end = resolve));
    const before = masks.now();
    publications.announce('hidden');
    end();
    await before;
    await masks.now();
    expect(readings).toBe(2);
  });

  it('is read again after ten seconds, should nobody have told of anything', async () => {
    const start = performance.now();
    await masks.now();
    const clock = spyOn(performance, 'now').and.returnValue(start + 9_000);
    await masks.now();
    expect(readings).toBe(1);
    clock.and.returnValue(start + 11_000);
    await masks.now();
    expect(readings).toBe(2);
  });

  it('is asked for again after a failure', async () => {
    answering = Promise.reject(new Error('Connection terminated'));
    await expectAsync(Promise.resolve(masks.now())).toBeRejectedWithError('Connection terminated');
    answering = Promise.resolve();
    expect(await noteOn('goal_revision', '1/2', 'name_sv')).toBe('[dolt]');
  });

  it('takes the place of a field, of a value and of the answers to questions', async () => {
    const fields = { comment: '[dolt]', value: null, link: null, answers: '[dolt]' };
    lines = Object.entries(fields).map(([field, note]) => ({ table_name: 'entry', row_key: 'a', field, note }));
    const row = {
      comment: 'Anna',
      value: 7,
      missing: null,
      link: 'https://anna.se',
      answers: [{ kind: 'early', comment: 'Anna' }],
      state: 'approved',
    };
    const shown: object = await masks.shown('entry', 'a', row);
    expect(shown).toEqual({
      ...{ comment: '[dolt]', value: null, missing: 'confidential', link: null, state: 'approved' },
      answers: [{ kind: 'early', comment: '[dolt]' }],
    });
    expect(await masks.shown('entry', 'b', row)).toBe(row);
  });
});
