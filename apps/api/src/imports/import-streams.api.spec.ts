import { statSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { actingNow } from '../identity/acting.js';
import { Moments } from '../platform/moments.js';
import { AccountQuery } from '../identity/account.query.js';
import { FigureFiles, HEADER, line } from '../testing/figure-file.js';
import { ANYTHING } from '../testing/figure-desk.js';
import { wholeApplication, type WholeApplication } from '../testing/whole-application.js';
import { ImportFigures } from './import-figures.js';
import { STRICTLY } from './import-order.js';

const ROWS = 100_000;
const MEGABYTE = 1024 * 1024;

describe('an import of a hundred thousand rows', () => {
  let whole: WholeApplication;
  const files = new FigureFiles();
  beforeAll(async () => (whole = await wholeApplication()), 120_000);
  afterAll(async () => {
    await whole.close();
    await files.clear();
  });

  /** Five years of months for 40 areas and 42 measures; every row of the size that files of statistics have. */
  function* rows(): Generator<string> {
    yield `${HEADER}\n`;
    for (let at = 0; at < ROWS; at++) {
      const [month, area, measure] = [at % 60, Math.floor(at / 60) % 40, Math.floor(at / 2400)];
      const period = `${2015 + Math.floor(month / 12)}M${String((month % 12) + 1).padStart(2, '0')}`;
      yield `${line({ code: `K${area}`, municipality: `Ort ${area}`, indicator: `Mått nummer ${measure}`, period, value: String(at % 997), unit: 'antal', source: 'En källa med ett långt namn, så som de brukar ha' })}\n`;
    }
  }

  setFlagsFromString('--expose-gc');
  const collectGarbage = runInNewContext('gc') as () => void;
  /** The memory that is in use when what is not needed was let go: the buffers a collection frees are off the count at the next. */
  const inUse = (): number => {
    collectGarbage();
    collectGarbage();
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  };

  it('holds a small part of the file at a time', async () => {
    const path = await files.write(rows());
    expect(statSync(path).size).toBeGreaterThan(9 * MEGABYTE);
    const approver = (await whole.app.get(AccountQuery).byUsername('reviewer'))!;
    const before = inUse();
    const growth: number[] = [];
    const watch = setInterval(() => growth.push(inUse() - before), 1000);
    const result = await whole.app
      .get(ImportFigures)
      .import(actingNow(approver, whole.app.get(Moments)), { path, source: 'Provet', ...STRICTLY, mayCreate: ANYTHING });
    clearInterval(watch);
    expect([result.rows, result.added, result.newIndicators.length]).toEqual([ROWS, ROWS, 42]);
    expect(growth.length).toBeGreaterThan(2);
    expect(Math.max(...growth)).toBeLessThan(8 * MEGABYTE);
  }, 120_000);
});
