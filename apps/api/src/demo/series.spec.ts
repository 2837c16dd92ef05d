import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { checkValue, fitsCadence, isMeasuredIn, MISSING_KINDS, parsePeriod, PROVENANCES, QUALITIES } from '@slusen/domain';
import { type StrategyFile } from '@slusen/contracts';
import { parse } from 'csv-parse/sync';
import { readDemoContent } from './demo-content.js';

type Row = Record<string, string>;

describe('the series of the demonstration', () => {
  let strategy: StrategyFile;
  const rows: Row[] = [];
  beforeAll(async () => {
    const content = await readDemoContent('apps/api/src/demo');
    strategy = content.strategy;
    for (const file of content.seriesFiles) {
      const found = parse<Row>(await readFile(file, 'utf8'), { columns: true });
      rows.push(...found.map((row, line) => ({ ...row, at: `${basename(file)} row ${line + 2}` })));
    }
  });
  const find = (indicator: string, period: string, code = '0884') =>
    rows.find((row) => row['indicator'] === indicator && row['period'] === period && row['municipality_code'] === code);

  it('are 253 figures and reasons for having none', () => {
    expect(rows.length).toBe(253);
  });

  it('belong to a known indicator, its unit, a known territory and a period that the indicator has', () => {
    for (const row of rows) {
      const indicator = strategy.indicators.find(({ slug }) => slug === row['indicator']);
      const territory = strategy.territories.find(({ code }) => code === row['municipality_code']);
      const period = parsePeriod(row['period'] ?? '');
      expect(indicator?.unit.sv).withContext(`${row['at']}: unit`).toBe(row['unit']);
      expect(territory?.name.sv).withContext(`${row['at']}: territory`).toBe(row['municipality']);
      expect(indicator && fitsCadence(period, indicator.cadence))
        .withContext(`${row['at']}: cadence`)
        .toBeTrue();
      expect(indicator && isMeasuredIn(period, indicator))
        .withContext(`${row['at']}: listed year`)
        .toBeTrue();
    }
  });

  it('are values within the limits of their indicator, or say why there is none', () => {
    for (const row of rows) {
      if (row['value'] === '') {
        expect(MISSING_KINDS as readonly string[])
          .withContext(`${row['at']}`)
          .toContain(row['missing'] ?? '');
        continue;
      }
      const { min = -Infinity, max = Infinity } = strategy.indicators.find(({ slug }) => slug === row['indicator']) ?? {};
      const value = Number(row['value']);
      checkValue(value);
      expect(value >= min && value <= max)
        .withContext(`${row['at']}: limits`)
        .toBeTrue();
      expect(QUALITIES as readonly string[])
        .withContext(`${row['at']}`)
        .toContain(row['quality'] ?? '');
      expect(PROVENANCES as readonly string[])
        .withContext(`${row['at']}`)
        .toContain(row['provenance'] ?? '');
    }
  });

  it('name their source each, and say how a derived one came about', () => {
    expect(rows.filter((row) => row['source'] === '')).toEqual([]);
    const derived = rows.filter((row) => row['provenance'] === 'derived');
    expect(derived.length).toBe(4);
    expect(derived.filter((row) => row['provenance_note'] === '')).toEqual([]);
    // That it is derived stands beside the value.
    expect(derived.filter((row) => /härle/i.test(row['provenance_note'] ?? ''))).toEqual([]);
  });

  it('call nothing exact that was read elsewhere than at its source, and guess at nothing in their notes', () => {
    const notes = rows.map((row) => row['provenance_note'] ?? '').filter(Boolean);
    expect(notes.filter((note) => /andra hand|avstämd|troligen|förmodligen|antagligen|sannolikt/i.test(note))).toEqual([]);
    expect(JSON.stringify(strategy)).not.toMatch(/troligen|förmodligen|antagligen|probably|presumably/i);
    const said = (row: Row) => `${row['at']} ${row['provenance']}`;
    expect(rows.filter((row) => row['provenance'] === 'exact' && row['source']?.startsWith('http')).map(said)).toEqual([]);
    // The one survey of 2013 and the localities are told in other documents too.
    const elsewhere = new Set(['nojd-region-index', 'folkmangd-i-orten']);
    expect(
      rows.filter((row) => elsewhere.has(row['indicator'] ?? '') && row['value'] && row['provenance'] !== 'reported').map(said),
    ).toEqual([]);
  });

  it('are called derived where their note says so, and nowhere else', () => {
    const derivedByNote = rows.filter((row) => /härle/i.test(row['provenance_note'] ?? ''));
    expect(derivedByNote.filter((row) => row['provenance'] !== 'derived').map((row) => row['at'])).toEqual([]);
  });

  it('count nothing exactly that their notes count roughly', () => {
    const roughly = new Set(
      strategy.indicators.filter(({ contextNote }) => /omkring|ungefär/i.test(contextNote?.sv ?? '')).map(({ slug }) => slug),
    );
    expect(roughly).toEqual(new Set(['nojd-region-index']));
    expect(rows.filter((row) => roughly.has(row['indicator'] ?? '')).map((row) => row['respondents'])).toEqual(['']);
    expect(rows.filter((row) => /omkring|ungefär/i.test(row['provenance_note'] ?? ''))).toEqual([]);
  });

  it('hold no invented figure', () => {
    const invented = new Set(strategy.indicators.filter(({ isExample }) => isExample).map(({ slug }) => slug));
    expect(rows.filter((row) => invented.has(row['indicator'] ?? '') || row['provenance'] === 'example')).toEqual([]);
  });

  it('give every real indicator at least one value', () => {
    const measured = new Set(rows.filter((row) => row['value'] !== '').map((row) => row['indicator']));
    expect(strategy.indicators.filter(({ slug, isExample }) => !isExample && !measured.has(slug))).toEqual([]);
  });

  it('have no figure twice', () => {
    const keys = rows.map((row) => `${row['municipality_code']} ${row['indicator']} ${row['period']}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('let the balance of 2024 miss by one, as it was published', () => {
    const [previous, born, dead, moved, left, published] = [
      find('folkmangd', '2023'),
      find('fodda', '2024'),
      find('doda', '2024'),
      find('inflyttade', '2024'),
      find('utflyttade', '2024'),
      find('folkmangd', '2024'),
    ].map((row) => Number(row?.['value']));
    expect([previous, born, dead, moved, left, published]).toEqual([15461, 140, 166, 636, 688, 15384]);
  });

  it('say that four localities have no statistics, rather than zero', () => {
    const none = rows.filter((row) => row['missing'] === 'not-applicable');
    expect([...new Set(none.map((row) => row['municipality']))].sort()).toEqual(['Djursdala', 'Locknevi', 'Pelarne', 'Rumskulla']);
    expect(find('folkmangd-i-orten', '2020', '0884-sodra-vi')?.['value']).toBe('1162');
  });

  it('leave missing quarters missing', () => {
    const quarters = rows.filter((row) => row['indicator'] === 'folkmangd-under-aret').map((row) => row['period']);
    expect(quarters).toEqual(['2016-Q1', '2016-Q2', '2018-Q1', '2023-Q4', '2024-Q4', '2025-Q2', '2025-Q4']);
  });

  it('end the satisfaction index before its definition changed', () => {
    const years = rows.filter((row) => row['indicator'] === 'nki-foretagsservice').map((row) => row['period']);
    expect(years).toEqual(['2022', '2023']);
  });
});
