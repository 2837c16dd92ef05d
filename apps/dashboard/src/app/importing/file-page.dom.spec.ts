import { choose, write } from '@slusen/ui/testing';
import { within } from '@testing-library/dom';
import type { ImportView } from '@slusen/contracts';
import { FakeApi, ok } from '../../testing/fake-api.js';
import { anImport, anOutcome } from '../../testing/imports.js';
import { aSite } from '../../testing/people.js';
import { showPage, textOf } from '../../testing/show-page.js';
import { FilePage } from './file-page.js';

const { id: ID } = anImport();
const PATH = `/api/imports/${ID}`;
const rowsOf = (kind: string): string => `GET ${PATH}/rows?kind=${kind}&offset=0&limit=50&q=`;

describe('FilePage', () => {
  let api: FakeApi;
  beforeEach(() => {
    localStorage.clear();
    api = new FakeApi().on('GET /api/site', ok(aSite()));
  });

  const open = (...views: ImportView[]) => {
    api.on(`GET ${PATH}`, ...views.map((view) => ok(view)));
    return showPage(FilePage, { as: ['reporter'], inputs: { id: ID } });
  };

  it('tells what was found, and sends what is said otherwise', async () => {
    const { screen, settled } = await open(anImport());
    const facts = screen.getAllByRole('definition').map(textOf);
    expect(facts).toEqual(['CSV']);
    const shown = ['Skiljetecken', 'Teckenkodning', 'Decimaltecken'].map((label) => screen.getByLabelText<HTMLSelectElement>(label));
    expect(shown.map(({ selectedOptions: [one] }) => one?.text)).toEqual(['semikolon (;)', 'UTF-8', 'som talen är skrivna (,)']);
    expect(screen.getByLabelText<HTMLInputElement>('Rubrikerna står på rad').value).toBe('3');
    choose(screen.getByLabelText('Läs Antal som'), 'Värde');
    write(screen.getByLabelText('Indikator, samma på alla rader'), 'Besök');
    screen.getByRole('button', { name: 'Se vad filen gör' }).click();
    await settled();
    expect(screen.getByText('Skriv varifrån siffrorna kommer.')).toBeTruthy();
    write(screen.getByLabelText('Varifrån kommer siffrorna?'), 'Besöksboken');
    const checking = anImport({ version: 3, state: 'checking', mayChange: false, may: [] });
    api.on(`PUT ${PATH}/choices`, ok(anImport({ version: 2 }))).on(`POST ${PATH}/steps`, ok(checking));
    screen.getByRole('button', { name: 'Se vad filen gör' }).click();
    await settled();
    const [sent] = api.of(`PUT ${PATH}/choices`);
    expect(sent?.body).toEqual({
      source: 'Besöksboken',
      accept: [],
      round: false,
      mapping: {
        columns: { municipality: { column: 'Kommun' }, period: { column: 'År' }, value: { column: 'Antal' }, indicator: { text: 'Besök' } },
        ...{ breakdown: [], only: {}, marks: {} },
      },
    });
    expect(api.of(`POST ${PATH}/steps`)[0]?.headers['If-Match']).toBe('"2"');
    expect(screen.getByText(/^Filen kontrolleras/)).toBeTruthy();
  });

  it('is looked at anew where it is written otherwise than was found, and its numbers are read anew where only their sign is', async () => {
    const { screen, settled } = await open(anImport());
    choose(screen.getByLabelText('Decimaltecken'), 'punkt (.)');
    api.on(`PUT ${PATH}/choices`, ok(anImport({ version: 2, found: { ...anImport().found, separator: '|', headings: ['Ort'] } })));
    choose(screen.getByLabelText('Skiljetecken'), 'lodstreck (|)');
    await settled();
    const [sent] = api.of(`PUT ${PATH}/choices`);
    expect(sent?.body).toEqual({ source: '', accept: [], round: false, form: { decimal: '.', separator: '|' } });
    expect(screen.getByLabelText('Läs Ort som')).toBeTruthy();
  });

  it('asks what a mark means, with what is proposed, and tells what is refused', async () => {
    const question = {
      row: 4,
      column: 'value',
      code: 'mark.unexplained',
      mark: '..',
      proposed: 'not-measured',
      reason: { sv: 'Tecken', en: '' },
    };
    const refused = anImport({ state: 'checked', outcome: anOutcome({ added: 0, changed: 0, refused: 1, questions: [question] }) });
    api.on(rowsOf('refused'), ok({ items: [{ row: 4, column: 'value', becomes: '..', reason: question.reason }], total: 1 }));
    const { screen } = await open(refused);
    const mark = screen.getByLabelText<HTMLSelectElement>('Vad betyder ”..” i stället för ett värde?');
    expect(mark.value).toBe('not-measured');
    expect(screen.getAllByRole('row').map(textOf)).toContain('4 Värde .. Tecken');
    expect(screen.queryByRole('button', { name: 'Lämna till granskning' })).toBeNull();
    expect(screen.getByRole('link', { name: /Hämta raderna att rätta/ }).getAttribute('href')).toBe(`${PATH}/refused.csv?language=sv`);
  });

  it('shows what changes from and to, and confirms it with a reason', async () => {
    const may: ImportView['may'] = ['check', 'confirm', 'discard'];
    api.on(
      rowsOf('changed'),
      ok({ items: [{ row: 2, indicator: 'Besök', territory: 'Vimmerby', period: '2025', was: '11.5', becomes: '12' }], total: 1 }),
    );
    const { screen, settled } = await open(anImport({ state: 'checked', outcome: anOutcome(), may }));
    const table = within(screen.getByRole('region', { name: 'Ändras' }));
    expect(table.getAllByRole('row').map(textOf)[1]).toBe('2 Besök Vimmerby 2025 11,5 12');
    write(screen.getByLabelText('Varför ändras publicerade värden?'), 'Räknat om');
    api.on(`POST ${PATH}/steps`, ok(anImport({ state: 'submitted', version: 5, may: ['discard'], mayChange: false })));
    screen.getByRole('button', { name: 'Lämna till granskning' }).click();
    await settled();
    expect(api.of(`POST ${PATH}/steps`)[0]?.body).toEqual({ step: 'confirm', reason: 'Räknat om' });
    expect(screen.getByText('Filen väntar på att någon annan granskar den.')).toBeTruthy();
  });
});
