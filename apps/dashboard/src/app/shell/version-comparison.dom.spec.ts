import type { VersionComparisonView } from '@slusen/contracts';
import { show } from '@slusen/ui/testing';
import { textOf } from '../../testing/show-page.js';
import { VersionComparison } from './version-comparison.js';

const both = (text: string) => ({ sv: text, en: text });
const VERSION_1 = { decided: { version: 1, body: { sv: 'kommunfullmäktige' }, decidedOn: '2023-06-12', paragraph: '§ 12' } };
const SAME: VersionComparisonView = { before: VERSION_1, after: { draft: 'Nästa' }, texts: [], areas: [], versions: [1] };
const CHANGED: VersionComparisonView = {
  ...SAME,
  areas: [
    {
      ...{ slug: 'leva', name: { sv: 'Leva' }, change: 'kept', texts: [] },
      goals: [
        {
          ...{ slug: 'fler', name: { sv: 'Fler bor här' }, change: 'moved', from: { sv: 'Bo' } },
          texts: [
            {
              field: 'description',
              sv: [
                { kind: 'same', text: 'Fler ' },
                { kind: 'removed', text: 'bor' },
                { kind: 'added', text: 'vill bo' },
                { kind: 'same', text: ' här.' },
              ],
            },
          ],
          roles: [{ actor: { slug: 'ks', name: { sv: 'Kommunstyrelsen' } }, role: 'leads', change: 'added' }],
          measures: [
            {
              ...{ indicator: { slug: 'a', name: { sv: 'Arbetslöshet' } }, change: 'changed', reach: 'easier' },
              before: { text: both('6 % 2030'), path: both('Målbanan är rak.'), changes: [both('Målvärdet ändrades: KF § 30.')] },
              after: { text: both('7 % 2030'), path: both('Målbanan är rak.'), changes: [] },
            },
            {
              indicator: { slug: 'b', name: { sv: 'Trivsel' } },
              change: 'removed',
              before: { text: both('70 % 2025'), path: both('Steg.'), changes: [] },
            },
            { indicator: { slug: 'c', name: { sv: 'Flyttar' } }, change: 'added' },
          ],
        },
        {
          ...{ slug: 'nytt', name: { sv: '' }, change: 'added', roles: [], measures: [] },
          texts: [{ field: 'name', sv: [{ kind: 'added', text: 'Inget nytt' }] }],
        },
      ],
    },
  ],
};

describe('VersionComparison', () => {
  const shown = async (comparison: VersionComparisonView) => (await show(VersionComparison, { inputs: { comparison } })).screen;

  it('says which two they are, and when they say the same', async () => {
    const screen = await shown(SAME);
    expect(screen.getByText('Version 1, kommunfullmäktige 12 juni 2023, § 12 (som den lyder nu)')).toBeTruthy();
    expect(screen.getByText('Utkastet Nästa')).toBeTruthy();
    expect(screen.getByText('De säger samma sak.')).toBeTruthy();
  });

  it('says of a version that has ceased to be in force that it is told as it was then', async () => {
    const screen = await shown({ ...SAME, before: { ...VERSION_1, readOn: '2025-12-31' } });
    expect(screen.getByText(/§ 12 \(som den löd när den upphörde att gälla den 31 december 2025\)$/)).toBeTruthy();
  });

  it('marks each word that was added or taken out, also for those who hear it', async () => {
    const screen = await shown(CHANGED);
    const [added, removed] = [screen.getAllByRole('insertion')[0], screen.getAllByRole('deletion')[0]];
    expect([added, removed].map((element) => element?.textContent.trim())).toEqual(['Tillagt: vill bo', 'Borttaget: bor']);
  });

  it('tells where a goal came from, who does what, and what became of each target', async () => {
    const screen = await shown(CHANGED);
    const text = textOf(screen.getByRole('article', { name: /^Fler bor här/ }));
    for (const said of [
      'Fler bor här flyttat från Bo',
      'Kommunstyrelsen leder tillkommer',
      'Arbetslöshet (lättare att nå) Var: 6 % 2030 Målvärdet ändrades: KF § 30. Blir: 7 % 2030',
      'Trivsel tas bort Var: 70 % 2025',
      'Flyttar tillkommer Blir: inget målvärde',
    ])
      expect(text).toContain(said);
    // How the way runs is told only where it is otherwise.
    expect(text).not.toContain('Målbanan är rak.');
  });

  it('names a goal that nobody has named yet by its address', async () => {
    const screen = await shown(CHANGED);
    expect(textOf(screen.getByRole('heading', { name: /^nytt/ }))).toBe('nytt nytt');
    // The heading says what it is called, so its name is no difference of its own.
    expect(screen.queryByText('Inget nytt')).toBeNull();
  });
});
