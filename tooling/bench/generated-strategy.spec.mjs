import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { figureLines, GOALS, INDICATORS, QUARTERS, strategyFile, TERRITORIES, writeFigures } from './generated-strategy.mjs';

const cellsOf = (lines) => lines.map((line) => line.split(','));

describe('what is measured on', () => {
  it('is a strategy of fifteen goals and sixty indicators, each with a target', () => {
    const { areas, indicators, territories } = strategyFile(2026);
    const goals = areas.flatMap((area) => area.goals);
    expect([goals.length, indicators.length, territories.length]).toEqual([GOALS, INDICATORS, TERRITORIES]);
    expect(new Set(goals.flatMap(({ targets }) => targets.map(({ indicator }) => indicator))).size).toBe(INDICATORS);
    const kinds = goals.flatMap(({ targets }) => targets.map(({ kind, measure }) => `${kind} ${measure}`));
    expect(new Set(kinds)).toEqual(new Set(['point value', 'point rolling-12-months', 'band value']));
  });

  it('has ten years of quarters in every area, which make 696,000 values', () => {
    const cells = cellsOf(figureLines(7, 2026, QUARTERS));
    const distinct = (column) => new Set(cells.map((line) => line[column])).size;
    expect([cells.length, distinct(0), distinct(2), distinct(3)]).toEqual([TERRITORIES * QUARTERS, TERRITORIES, 1, QUARTERS]);
    expect([cells[0][3], cells.at(-1)[3]]).toEqual(['2016K1', '2025K4']);
    expect(cells.length * INDICATORS).toBe(696_000);
  });

  it('has a tenth that is the end of the whole', () => {
    const whole = new Set(figureLines(7, 2026, QUARTERS));
    const tenth = figureLines(7, 2026, QUARTERS / 10);
    expect(tenth.length * 10).toBe(whole.size);
    expect(tenth.every((line) => whole.has(line))).toBeTrue();
    expect(cellsOf(tenth).every(([, , , period]) => period.startsWith('2025K'))).toBeTrue();
  });

  it('is written as a file to import', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'slusen-figures-'));
    const rows = await writeFigures(join(folder, 'figures.csv'), 2026, 1);
    const [header, ...lines] = (await readFile(join(folder, 'figures.csv'), 'utf8')).trimEnd().split('\n');
    await rm(folder, { recursive: true });
    expect(header).toBe('municipality_code,municipality,indicator,period,value,unit,source');
    expect([rows, lines.length, new Set(lines).size]).toEqual([17_400, 17_400, 17_400]);
  });
});
