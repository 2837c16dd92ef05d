import type { EntryFigure } from '@slusen/contracts';
import { choose, until, write } from '@slusen/ui/testing';
import { anEntry, anEntryForm, aReplacedFigure } from '../../testing/entries.js';
import { CREATE, entryFormDesk, SAVE } from '../../testing/entry-form-desk.js';
import { ok } from '../../testing/fake-api.js';
import { textOf } from '../../testing/show-page.js';

const BY_SEX = { kind: 'sex' as const, groups: [], of: 'people' as const, threshold: 5 };
const indicator = { ...anEntryForm().indicator, breakdown: BY_SEX };

describe('The entry form of a figure with its parts', () => {
  const desk = entryFormDesk();
  const show = async (different: Parameters<typeof desk.show>[0] = {}) => {
    const shown = await desk.show({ indicator, ...different });
    const field = (name: string): HTMLInputElement => shown.screen.getByRole<HTMLInputElement>('textbox', { name });
    return { ...shown, field };
  };
  const sent = (): EntryFigure | undefined =>
    desk.api.received.findLast(({ request }) => request === CREATE || request === SAVE)?.body as EntryFigure | undefined;

  it('has a field for each, beneath the whole, and says what becomes of few people', async () => {
    const { screen, field } = await show();
    expect(['Totalt', 'Kvinnor', 'Män'].map((name) => field(name).value)).toEqual(['', '', '']);
    expect(screen.getByText(/^Skriv det riktiga antalet, även när det är litet. Färre än 5 visas inte/)).toBeTruthy();
  });

  it('saves them together, with why one is missing', async () => {
    const { screen, field } = await show();
    desk.api.on(CREATE, ok(anEntry())).on(SAVE, ok(anEntry({ version: 2 })));
    write(field('Totalt'), '7');
    write(field('Kvinnor'), '7');
    choose(screen.getByRole('combobox', { name: 'Män', hidden: true }), 'inget svar');
    await until(() => sent()?.parts?.length === 2);
    expect([sent()?.value, sent()?.parts]).toEqual([
      7,
      [
        { part: 'kvinnor', value: 7 },
        { part: 'män', missing: 'non-response' },
      ],
    ]);
  });

  it('asks where they make another whole', async () => {
    const { screen, field, settled } = await show();
    desk.api.on(CREATE, ok(anEntry())).on(SAVE, ok(anEntry({ version: 2 })));
    for (const [name, text] of [
      ['Totalt', '8'],
      ['Kvinnor', '3'],
      ['Män', '4'],
    ] as const) {
      write(field(name), text);
      await settled();
    }
    field('Män').dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
    await until(() => screen.queryByText('Delarna blir tillsammans 7, men totalen är 8. Vad beror skillnaden på?') !== null);
    expect(screen.getByRole('textbox', { name: 'Ditt svar' })).toBeTruthy();
  });

  it('is not submitted with half a person, or before every part is said', async () => {
    const { screen, field, settled } = await show();
    desk.api.on(CREATE, ok(anEntry())).on(SAVE, ok(anEntry({ version: 2 })));
    write(field('Totalt'), '7');
    write(field('Kvinnor'), '3,5');
    screen.getByRole('button', { name: 'Lämna in för granskning' }).click();
    await settled();
    expect(field('Kvinnor').getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByText('Antal personer är hela tal, noll eller större.')).toBeTruthy();
    expect(screen.getByText('Skriv värdet, eller välj varför det saknas.')).toBeTruthy();
  });

  it('begins a correction with what was entered, also where that is not shown', async () => {
    const parts = [{ part: 'kvinnor', value: 0 }, { part: 'män', value: 3 }]; // prettier-ignore
    const { field } = await show({ replaces: aReplacedFigure({ value: 3, isKeptBack: true, parts }) });
    expect(['Totalt', 'Kvinnor', 'Män'].map((name) => field(name).value)).toEqual(['3', '0', '3']);
  });

  it('has no parts of what is missing', async () => {
    const { screen, settled } = await show();
    choose(screen.getByRole('combobox', { name: 'Finns det inget värde?' }), 'inget svar');
    await settled();
    expect(screen.queryByRole('textbox', { name: 'Kvinnor' })).toBeNull();
    expect(textOf(screen.getByRole('textbox', { name: 'Totalt' }))).toBe('');
  });
});
