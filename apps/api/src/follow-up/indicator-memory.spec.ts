import type { Indicator } from '../indicators/indicator.js';
import type { IndicatorQuery } from '../indicators/indicator.query.js';
import { Publications, type Publication } from '../observations/publications.js';
import type { Statements } from '../platform/statements.js';
import { IndicatorMemory } from './indicator-memory.js';

const TODAY = '2026-11-23';

describe('memory of definitions', () => {
  let readings: number;
  let answering: Promise<void>;
  let publications: Publications;
  let memory: IndicatorMemory;
  beforeEach(() => {
    [readings, answering, publications] = [0, Promise.resolve(), new Publications({} as Statements)];
    const query = {
      all: async () => {
        readings += 1;
        await answering;
        return [{ slug: 'folkmangd' }, { slug: 'fodda' }] as unknown as Indicator[];
      },
    };
    memory = new IndicatorMemory(query as unknown as IndicatorQuery, publications);
    publications.hear(true);
  });
  afterEach(() => memory.onModuleDestroy());

  const ask = (known?: string) => memory.bySlug({ today: TODAY, known });

  const cases: [what: string, publication: Publication, readings: number][] = [
    ['a figure changes no definition', { indicators: ['folkmangd'] }, 1],
    ['a file of figures of known indicators changes none', { indicators: ['folkmangd', 'fodda'] }, 1],
    ['a file may bring an indicator that was not there', { indicators: ['folkmangd', 'doda'] }, 2],
    ['a decision may change any', 'everything', 2],
    ['any may say something that was hidden', 'hidden', 2],
  ];
  for (const [what, publication, expected] of cases) {
    it(`is read ${expected === 1 ? 'once' : 'again'}: ${what}`, async () => {
      await ask();
      publications.announce(publication);
      await ask();
      expect(readings).toBe(expected);
    });
  }

  it('is read again when a figure came while it was being read, since a decision may have come too', async () => {
    let end: () => void = () => undefined;
    answering = new Promise((resolve) => (end = resolve));
    const first = ask();
    publications.announce({ indicators: ['folkmangd'] });
    end();
    await Promise.all([first, ask()]);
    expect(readings).toBe(2);
  });

  it('serves now only', async () => {
    await ask();
    await ask('2026-10-01T00:00:00.000Z');
    expect(readings).toBe(2);
  });
});
