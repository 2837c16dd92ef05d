import { within } from '@testing-library/dom';
import { DataTable, type TableColumn } from './data-table.js';
import { show } from './testing/index.js';

interface Place {
  readonly name: string;
  readonly people: number | undefined;
}

const PLACES: readonly Place[] = [
  { name: 'Ösjöfors', people: 12 },
  { name: 'Ankarsrum', people: 1_250 },
  { name: 'Åsjön', people: undefined },
  { name: 'Vimmerby', people: 7_900 },
];
const NAME: TableColumn<Place> = { key: 'name', head: 'Ort', cell: ({ name }) => name, sortBy: ({ name }) => name };
const PEOPLE: TableColumn<Place> = {
  key: 'people',
  head: 'Invånare',
  isNumber: true,
  cell: ({ people }) => (people === undefined ? '–' : String(people)),
  sortBy: ({ people }) => people ?? -Infinity,
};

describe('DataTable', () => {
  const showPlaces = (different: Record<string, unknown> = {}) =>
    show<DataTable<Place>>(DataTable, { inputs: { caption: 'Invånare per ort', columns: [NAME, PEOPLE], rows: PLACES, ...different } });
  type Places = Awaited<ReturnType<typeof showPlaces>>;

  const rowHeads = ({ screen }: Places): string[] => screen.getAllByRole('rowheader').map(({ innerText }) => innerText.trim());
  const sort = async ({ screen, settled }: Places, name: string): Promise<void> => {
    screen.getByRole('button', { name }).click();
    await settled();
  };

  it('is a table with a caption, in a region of the same name that the keyboard reaches', async () => {
    const { screen } = await showPlaces();
    expect(screen.getByRole('table', { name: 'Invånare per ort' })).toBeTruthy();
    expect(screen.getByRole('region', { name: 'Invånare per ort' }).tabIndex).toBe(0);
  });

  it('lets the first column head the rows', async () => {
    const { screen } = await showPlaces();
    const row = screen.getByRole('row', { name: /Ankarsrum/ });
    expect(within(row).getByRole('rowheader').innerText).toBe('Ankarsrum');
    expect(within(row).getByRole('cell').innerText.trim()).toBe('1250');
  });

  it('shows rows as they come until someone sorts', async () => {
    const shown = await showPlaces();
    expect(rowHeads(shown)).toEqual(PLACES.map(({ name }) => name));
    expect(shown.screen.getAllByRole('columnheader').map((head) => head.getAttribute('aria-sort'))).toEqual([null, null]);
  });

  it('sorts words as Swedes do, and backwards at the second press', async () => {
    const shown = await showPlaces();
    await sort(shown, 'Ort');
    expect(rowHeads(shown)).toEqual(['Ankarsrum', 'Vimmerby', 'Åsjön', 'Ösjöfors']);
    await sort(shown, 'Ort');
    expect(rowHeads(shown)).toEqual(['Ösjöfors', 'Åsjön', 'Vimmerby', 'Ankarsrum']);
  });

  it('sorts numbers by what they are worth, not by their first digit', async () => {
    const shown = await showPlaces();
    await sort(shown, 'Invånare');
    expect(rowHeads(shown)).toEqual(['Åsjön', 'Ösjöfors', 'Ankarsrum', 'Vimmerby']);
  });

  it('says which column it is sorted by, and which way', async () => {
    const shown = await showPlaces();
    const ways = (): (string | null)[] => shown.screen.getAllByRole('columnheader').map((head) => head.getAttribute('aria-sort'));
    await sort(shown, 'Ort');
    expect(ways()).toEqual(['ascending', null]);
    await sort(shown, 'Ort');
    expect(ways()).toEqual(['descending', null]);
    await sort(shown, 'Invånare');
    expect(ways()).toEqual([null, 'ascending']);
  });

  it('keeps the focus on the head that was pressed, so that it can be pressed again', async () => {
    const shown = await showPlaces();
    const button = shown.screen.getByRole('button', { name: 'Invånare' });
    button.focus();
    await sort(shown, 'Invånare');
    expect(document.activeElement).toBe(button);
  });

  it('has no button on a column that cannot be sorted', async () => {
    const { screen } = await showPlaces({ columns: [{ key: 'name', head: 'Ort', cell: NAME.cell }] });
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.getByRole('columnheader', { name: 'Ort' })).toBeTruthy();
  });

  it('leads where a cell leads, and says what must be known about it in its own language', async () => {
    const source: TableColumn<Place> = {
      key: 'source',
      head: 'Källa',
      lang: 'sv',
      cell: () => 'SCB',
      href: ({ name }) => (name === 'Vimmerby' ? 'https://www.scb.se/' : undefined),
      notes: ({ people }) => (people === undefined ? [{ text: 'redovisas inte' }, { text: 'counted anew', language: 'en' }] : []),
    };
    const { screen } = await showPlaces({ columns: [NAME, source] });
    expect(screen.getByRole('link', { name: 'SCB' }).getAttribute('href')).toBe('https://www.scb.se/');
    const cell = screen.getByText('redovisas inte').closest('td');
    expect([cell?.lang, cell?.closest('tr')?.cells[0]?.innerText]).toEqual(['sv', 'Åsjön']);
    expect(screen.getByText('counted anew').lang).toBe('en');
  });

  it('says the language of the names that head its rows', async () => {
    const { screen } = await showPlaces({ columns: [{ ...NAME, lang: 'sv' }] });
    expect(screen.getAllByRole('rowheader').map(({ lang }) => lang)).toContain('sv');
  });

  it('offers files with the same figures below, and no empty list without any', async () => {
    const shown = await showPlaces({ downloads: [{ label: 'Hämta som CSV', href: '/api/x.csv' }] });
    const link = shown.screen.getByRole('link', { name: 'Hämta som CSV' });
    expect([link.getAttribute('href'), link.hasAttribute('download')]).toEqual(['/api/x.csv', true]);
    await shown.give({ downloads: [] });
    expect(shown.screen.queryByRole('list')).toBeNull();
  });

  it('stays sorted when other rows come', async () => {
    const shown = await showPlaces();
    await sort(shown, 'Ort');
    await shown.give({ rows: [...PLACES, { name: 'Frödinge', people: 400 }] });
    expect(rowHeads(shown)[1]).toBe('Frödinge');
  });
});
