import { until, write } from '@slusen/ui/testing';
import { anEntry, anEntryForm } from '../../testing/entries.js';
import { CREATE, entryFormDesk } from '../../testing/entry-form-desk.js';
import { ok } from '../../testing/fake-api.js';
import { textOf } from '../../testing/show-page.js';

describe('The entry form saves work', () => {
  const desk = entryFormDesk();
  const lastTime = { period: '2026-Q2', comment: 'Räknat vid dörren', sourceNote: 'Dörräknaren' };

  it('with a sum: says what it makes, and sends the number with how it was made', async () => {
    const { screen, type, leave, settled } = await desk.show();
    desk.api.on(CREATE, ok(anEntry({ value: 49, calculation: '48+1' })));
    await type('=48+1');
    expect(textOf(screen.getAllByRole('status')[0] ?? null)).toBe('48 + 1 → 49 besök');
    await leave();
    await until(() => desk.api.of(CREATE).length === 1);
    await settled();
    expect(desk.api.of(CREATE)[0]?.body).toEqual(jasmine.objectContaining({ value: 49, calculation: '48+1' }));
  });

  it('with a sum that is opened again as it was written', async () => {
    const { value } = await desk.show({ entry: anEntry({ value: 51.5, calculation: '48+3.5' }) });
    expect(value().value).toBe('=48 + 3,5');
  });

  for (const [text, fault] of [
    ['=48+', 'Summan går inte att räkna ut. Skriv tal med + − × ÷ och parenteser, till exempel =48+1.'],
    ['=48÷0', 'Det går inte att dela med noll.'],
  ] as const) {
    it(`and says in plain words, once the field is left, that ${text} is no sum`, async () => {
      const { type, leave, faults } = await desk.show();
      await type(text);
      expect(faults()).toEqual([]);
      await leave();
      expect(faults()).toEqual([fault]);
    });
  }

  it('with comment and source as last time, and takes them back with the same button', async () => {
    const { screen, settled } = await desk.show({ lastTime });
    const words = () =>
      ['Kommentar', 'Var kommer uppgiften ifrån?'].map((name) => screen.getByRole<HTMLInputElement>('textbox', { name }).value);
    write(screen.getByRole('textbox', { name: 'Kommentar' }), 'Eget');
    await settled();
    const button = screen.getByRole('button', { name: 'Kommentar och källa som förra gången' });
    button.focus();
    button.click();
    await settled();
    expect(words()).toEqual(['Räknat vid dörren', 'Dörräknaren']);
    expect(screen.getByText('Kopierat från kvartal 2 2026.')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Ångra kopieringen' }));
    screen.getByRole('button', { name: 'Ångra kopieringen' }).click();
    await settled();
    expect(words()).toEqual(['Eget', '']);
  });

  it('but offers no copy where there is nothing to copy, nor an undo once somebody has written on', async () => {
    const { screen, settled } = await desk.show({ lastTime });
    screen.getByRole('button', { name: 'Kommentar och källa som förra gången' }).click();
    await settled();
    write(screen.getByRole('textbox', { name: 'Kommentar' }), 'Räknat vid dörren, och i kassan');
    await settled();
    expect(screen.queryByRole('button', { name: 'Ångra kopieringen' })).toBeNull();
  });

  it('but has no such button the first time', async () => {
    const { screen } = await desk.show();
    expect(screen.queryByRole('button', { name: /som förra gången/ })).toBeNull();
  });

  describe('with a share', () => {
    const percent = { indicator: { ...anEntryForm().indicator, unit: { sv: '%' }, decimals: 1 } };
    const limits = { min: 0, max: 100, mayRepeat: false, officialStatistics: false };
    const fill = async (part: string, wholeText: string) => {
      const desked = await desk.show({ ...percent, limits });
      write(desked.screen.getByRole('textbox', { name: 'Antal (täljare)' }), part);
      write(desked.screen.getByRole('textbox', { name: 'Av så många (nämnare)' }), wholeText);
      await desked.settled();
      return desked;
    };

    it('of two numbers, which make the value', async () => {
      desk.api.on(CREATE, ok(anEntry({ value: 48.4, numerator: 31, denominator: 64 })));
      const { value, leave, settled } = await fill('31', '64');
      expect(value().value).toBe('48,4');
      await leave();
      await until(() => desk.api.of(CREATE).length === 1);
      await settled();
      expect(desk.api.of(CREATE)[0]?.body).toEqual(jasmine.objectContaining({ value: 48.4, numerator: 31, denominator: 64 }));
    });

    it('that says in plain words what its two numbers cannot be', async () => {
      const { faults, leave, type } = await fill('31', '0');
      await leave();
      expect(faults()).toEqual(['Fyll i både täljare och nämnare tillsammans med värdet, eller ingen av dem.']);
      await type('48,4');
      await leave();
      expect(faults()).toEqual(['Nämnaren måste vara större än noll.']);
    });

    it('whose value was changed by hand', async () => {
      const { faults, leave, type } = await fill('31', '64');
      await type('50');
      await leave();
      expect(faults()).toEqual(['Värdet är inte den andel som täljaren och nämnaren ger. Rätta det ena eller det andra.']);
    });

    it('and asks for no such numbers of what is counted otherwise', async () => {
      const { screen } = await desk.show();
      expect(screen.queryByRole('textbox', { name: 'Antal (täljare)' })).toBeNull();
    });
  });
});
