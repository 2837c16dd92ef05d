import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readPdf } from '../testing/read-pdf.js';
import { STRATEGY_FILE } from '../integrity/kept-strategy.fixtures.js';
import { PATIENCE_MS } from '../integrity/kept-world.fixtures.js';
import { commandDesk, nothing } from './console/command-desk.fixtures.js';
import { strategyImportCommand } from './strategy-import.js';
import { strategyPdfCommand } from './strategy-pdf.js';

describe('the command strategy:pdf', () => {
  const desk = commandDesk();
  beforeEach(() => desk.onDatabase(nothing), PATIENCE_MS);

  it('writes the strategy into a new file, in the language that is asked for', async () => {
    await desk.run(strategyImportCommand, [await desk.file('strategy.json', JSON.stringify(STRATEGY_FILE))]);
    const path = join(desk.folder, 'strategi.pdf');
    const { code, said } = await desk.run(strategyPdfCommand, [path, '--language', 'en']);
    expect(code).toBe(0);
    expect(said).toMatch(/strategi\.pdf: strategi-version-1-en\.pdf, \d+ KiB\.$/);
    const { isForEveryone, language, title } = await readPdf(await readFile(path));
    expect([isForEveryone, language, title]).toEqual([true, 'en', STRATEGY_FILE.strategy.name.en]);
    const again = await desk.run(strategyPdfCommand, [path]);
    expect([again.code, again.complained]).toEqual([1, `${path} is there already; name another file.`]);
  }, PATIENCE_MS); // prettier-ignore

  const misuses: readonly [args: string[], sentence: string][] = [
    [[], 'Name one file to write to.'],
    [['a.pdf', 'b.pdf'], 'Name one file to write to.'],
    [['a.pdf', '--version', '0'], '--version takes the number of a version, as 2.'],
    [['a.pdf', '--language', 'fi'], '--language takes sv or en.'],
  ];
  for (const [args, sentence] of misuses) {
    it(`refuses ${args.join(' ') || 'no file'}`, async () => {
      const { code, complained } = await desk.run(strategyPdfCommand, args);
      expect([code, complained.split('\n')[0]]).toEqual([1, sentence]);
    }, PATIENCE_MS); // prettier-ignore
  }

  it('says that there is no such version', async () => {
    await desk.run(strategyImportCommand, [await desk.file('strategy.json', JSON.stringify(STRATEGY_FILE))]);
    const { code, complained } = await desk.run(strategyPdfCommand, [join(desk.folder, 'x.pdf'), '--version', '9']);
    expect([code, complained]).toEqual([1, 'The strategy has no version 9.']);
  }, PATIENCE_MS); // prettier-ignore
});
