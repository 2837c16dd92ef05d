import { TestBed } from '@angular/core/testing';
import type { EntryView } from '@slusen/contracts';
import { choose, until, write } from '@slusen/ui/testing';
import { within } from '@testing-library/dom';
import { aFormGoal, anEntry, anEntryForm, aReplacedFigure } from '../../testing/entries.js';
import { ADDRESS, CREATE, entryFormDesk, FORM } from '../../testing/entry-form-desk.js';
import { NO_ANSWER, ok, refused } from '../../testing/fake-api.js';
import { aPoint } from '../../testing/figures.js';
import { showPage, textOf } from '../../testing/show-page.js';
import { EntryPage } from './entry-page.js';

describe('The entry form', () => {
  const desk = entryFormDesk();

  describe('says', () => {
    it('what is to be counted: period, place and indicator', async () => {
      const { screen, element } = await desk.show();
      expect(textOf(element.querySelector('.eyebrow'))).toBe('kvartal 3 2026, Vimmerby');
      expect(screen.getByRole('heading', { level: 1 }).innerText).toBe('Besök på biblioteket');
      expect(document.title).toBe('Besök på biblioteket – SLUSEN');
    });

    it('what it is compared with: the definition, the values before, newest first, and the last day', async () => {
      const { screen } = await desk.show({
        goals: [aFormGoal('Fler besök', { expected: 115 })],
        lastTime: { period: '2026-Q2', comment: 'Räknat vid dörren' },
      });
      const aside = within(screen.getByRole('complementary', { name: 'Att jämföra med' }));
      expect(aside.getByText('Antal besök under kvartalet.')).toBeTruthy();
      expect(aside.getAllByRole('row').map(textOf)).toEqual(['kvartal 2 2026 110 besök', 'kvartal 1 2026 100 besök']);
      expect(aside.getByRole('heading', { name: 'Så räknades det för kvartal 2 2026' })).toBeTruthy();
      expect(aside.getByText('Räknat vid dörren')).toBeTruthy();
      expect(aside.getByRole('heading', { name: 'Målbanan för perioden' })).toBeTruthy();
      expect(textOf(aside.getByText(/115/))).toBe('115 besök');
      expect(aside.getByText('Sista dag är den 20 oktober 2026.')).toBeTruthy();
    });

    it('which round asks for it, and leads there', async () => {
      const { screen } = await desk.show({ round: '2026-Q3' });
      const link = screen.getByRole('link', { name: 'Uppföljning kvartal 3 2026' });
      expect([textOf(link.parentElement), link.getAttribute('href')]).toEqual(['Ingår i Uppföljning kvartal 3 2026', '/omgangar/2026-Q3']);
    });

    it('that the last day has passed, and that it would be the first value', async () => {
      const { screen } = await desk.show({ today: '2026-10-21', history: [] });
      expect(screen.getByText('Sista dag var den 20 oktober 2026.')).toBeTruthy();
      expect(screen.getByText('Det här blir det första värdet.')).toBeTruthy();
    });

    it('what it understood of a number, with its unit', async () => {
      desk.saveAfter = 60_000;
      const { type, screen } = await desk.show();
      await type('1 234');
      expect(textOf(screen.getAllByRole('status')[0] ?? null)).toBe('1 234 besök');
    });

    it('what each goal expects, by its name, where the figure is in two, and of which twelve months', async () => {
      const goals = [aFormGoal('Fler besök'), aFormGoal('Fler lån', { expected: 430, measure: 'rolling-12-months' })];
      const { screen } = await desk.show({ goals });
      const aside = within(screen.getByRole('complementary', { name: 'Att jämföra med' }));
      const said = aside
        .getAllByRole('heading', { name: /^Målbanan/ })
        .map((heading) => [textOf(heading), textOf(heading.nextElementSibling)]);
      expect(said).toEqual([
        ['Målbanan för perioden för målet Fler besök', '125 besök'],
        ['Målbanan för tolv månader till och med september 2026 för målet Fler lån', '430 besök'],
      ]);
    });

    it('that a count begins with the year where it does, and in which months it ends', async () => {
      const { screen } = await desk.show({ reporting: 'year-to-date' });
      expect(screen.getByText('Värdet gäller januari–september 2026: räkna från årets början till och med periodens slut.')).toBeTruthy();
    });

    it('that the period goes on, there and of an earlier value of one that did', async () => {
      const { indicator } = anEntryForm();
      const history = [aPoint('2026-Q1', 100), { ...aPoint('2026-Q2', 110), isOngoing: true }];
      const { screen } = await desk.show({ indicator, history, isOngoing: true });
      expect(screen.getByText(/^Pågående period: ett värde som inte är slutligt/)).toBeTruthy();
      expect(screen.getAllByRole('row').map(textOf)[0]).toBe('kvartal 2 2026 110 besök (lämnat under pågående period)');
    });

    for (const [unit, word] of [
      [{ sv: '%' }, 'procent'],
      [{ sv: 'antal' }, 'antal'],
    ] as const) {
      it(`what the value is counted in, beside its field: ${word}`, async () => {
        const { value } = await desk.show({ indicator: { ...anEntryForm().indicator, unit } });
        const said = (value().getAttribute('aria-describedby') ?? '').split(' ').map((id) => textOf(document.getElementById(id)));
        expect(said[1]).toBe(word);
        expect(textOf(value().nextElementSibling)).toBe(word);
      });
    }

    it('how sure a value is at first, as the API says', async () => {
      const { screen } = await desk.show({ startingQuality: 'final' });
      expect(screen.getByRole<HTMLInputElement>('radio', { name: 'slutligt' }).checked).toBeTrue();
    });

    it('that an invented figure stays invented, and asks nobody how it came about', async () => {
      for (const form of [
        { indicator: { ...anEntryForm().indicator, isExample: true } },
        { replaces: aReplacedFigure({ provenance: 'example' }) },
      ]) {
        const { screen } = await desk.show(form);
        expect(screen.queryByRole('combobox', { name: 'Hur har värdet kommit till?' })).toBeNull();
        expect(textOf(screen.getByText('Hur har värdet kommit till?').parentElement)).toBe('Hur har värdet kommit till? exempel');
        TestBed.resetTestingModule();
      }
    });

    it('the margin and the answers of the value before where there were any, with the fields in sight', async () => {
      const { screen } = await desk.show({ history: [{ ...aPoint('2026-Q2', 110), margin: 2.4, respondents: 1612 }] });
      for (const [name, hint] of [
        ['Felmarginal (±)', 'Värdet för kvartal 2 2026 hade felmarginalen ±2.'],
        ['Antal svarande', 'Värdet för kvartal 2 2026 byggde på 1 612 svar.'],
      ] as const) {
        expect(screen.getByRole('textbox', { name }).checkVisibility()).toBeTrue();
        expect(textOf(screen.getByRole('textbox', { name }).previousElementSibling)).toBe(hint);
      }
      TestBed.resetTestingModule();
      const none = await desk.show();
      expect(none.screen.queryByRole('textbox', { name: 'Felmarginal (±)' })?.checkVisibility() ?? false).toBeFalse();
    });

    it('nothing to answer of what was approved, before anything is changed', async () => {
      const limits = { max: 50, mayRepeat: false, officialStatistics: false };
      const { screen, type, leave } = await desk.show({ replaces: aReplacedFigure({ quality: 'final' }), limits });
      expect(screen.queryByRole('textbox', { name: 'Ditt svar' })).toBeNull();
      await type('119');
      await leave();
      expect(screen.getByRole('textbox', { name: 'Ditt svar' })).toBeTruthy();
    });

    const refusals: [answer: ReturnType<typeof ok>, words: string][] = [
      [refused(422, 'period.not-begun'), 'Perioden har inte börjat än.'],
      [refused(400, 'input.invalid'), 'Adressen är felskriven.'],
    ];
    for (const [answer, words] of refusals) {
      it(`why there is no form: ${words}`, async () => {
        desk.api.on(FORM, answer);
        const { screen } = await showPage(EntryPage, {
          as: ['reporter'],
          inputs: { indicator: 'besok', period: '2026-Q3', omrade: '0884' },
        });
        expect(screen.getByRole('heading', { level: 1 }).innerText).toBe('Här går det inte att fylla i något värde');
        expect(screen.getByText(words)).toBeTruthy();
        expect(screen.getByRole('link', { name: 'Mina uppgifter' })).toBeTruthy();
      });
    }

    it('that it can be read but not changed', async () => {
      const { screen } = await desk.show({ entry: anEntry({ actions: [] }) });
      expect(screen.getByText('Du kan läsa men inte ändra den här inmatningen.')).toBeTruthy();
      expect(screen.queryByRole('textbox', { name: 'Värde' })).toBeNull();
    });

    it('why the reviewer sent it back', async () => {
      const { screen } = await desk.show({ entry: anEntry({ state: 'returned', returnedReason: 'En grupp är räknad två gånger.' }) });
      expect(textOf(screen.getByText('En grupp är räknad två gånger.').closest('.banner'))).toContain('Skickad tillbaka av granskaren:');
    });
  });

  describe('saves by itself', () => {
    it('a moment after the last key, and says so', async () => {
      desk.api.on(CREATE, ok(anEntry(), 201));
      const { type, screen } = await desk.show();
      await type('120');
      expect(screen.getByText('Sparar …')).toBeTruthy();
      await until(() => screen.queryByText('Sparat som utkast') !== null);
      expect(desk.api.of(CREATE)[0]?.body).toEqual({ ...ADDRESS, value: 120, quality: 'preliminary', answers: [] });
    });

    it('what was chosen and written in every field', async () => {
      desk.saveAfter = 500;
      desk.api.on(CREATE, ok(anEntry(), 201));
      const { screen, type, settled } = await desk.show();
      await type('120');
      screen.getByRole('radio', { name: 'slutligt' }).click();
      write(screen.getByRole('textbox', { name: 'Kommentar' }), ' Räknat vid dörren ');
      write(screen.getByRole('textbox', { name: 'Var kommer uppgiften ifrån?' }), 'Dörräknaren');
      screen.getByText('Länk, felmarginal och antal svarande').click();
      write(screen.getByRole('textbox', { name: 'Länk till underlaget' }), 'https://exempel.se/lista');
      write(screen.getByRole('textbox', { name: 'Felmarginal (±)' }), '2,5');
      write(screen.getByRole('textbox', { name: 'Antal svarande' }), '80');
      await settled();
      await until(() => desk.api.of(CREATE).length === 1);
      expect(desk.api.of(CREATE)[0]?.body).toEqual({
        ...ADDRESS,
        value: 120,
        quality: 'final',
        margin: 2.5,
        respondents: 80,
        comment: 'Räknat vid dörren',
        sourceNote: 'Dörräknaren',
        link: 'https://exempel.se/lista',
        answers: [],
      });
    });

    it('a reason for having no value, of which nobody asks how sure it is', async () => {
      desk.api.on(CREATE, ok(anEntry({ missing: 'not-measured' }), 201));
      const { screen, settled } = await desk.show();
      choose(screen.getByRole('combobox', { name: 'Finns det inget värde?' }), 'inte mätt');
      await settled();
      expect(screen.queryByRole('radio')).toBeNull();
      await until(() => desk.api.of(CREATE).length === 1);
      expect(desk.api.of(CREATE)[0]?.body).toEqual({ ...ADDRESS, missing: 'not-measured', quality: 'preliminary', answers: [] });
    });

    it('nothing that it cannot understand, and says that where it stands once the field is left', async () => {
      desk.saveAfter = 60_000;
      const { type, leave, value, faults, screen } = await desk.show();
      await type('tolv');
      expect(faults()).toEqual([]);
      await leave();
      expect(faults()).toEqual(['Skriv ett tal, till exempel 1 234,5.']);
      expect(value().getAttribute('aria-invalid')).toBe('true');
      expect(screen.getByText('Sparas när felet är rättat. Texten finns kvar här.')).toBeTruthy();
    });

    it('nothing that can be read in two ways, and asks with the number itself after a pause', async () => {
      const { type, faults } = await desk.show();
      await type('1.234');
      await until(() => faults().length > 0);
      expect(faults()).toEqual(['Menar du 1 234 eller 1,234? ”1.234” kan läsas på båda sätten.']);
      await type('1.234,0');
      expect(faults()).toEqual([]);
    });

    for (const [text, words] of [
      ['ca 48', 'Skriv 48, och välj ”uppskattat” under Hur säkert är värdet?'],
      ['12 %', 'Värdet anges i besök. Räkna om talet om det behövs, och skriv det utan enhet.'],
      ['1.234 kr', 'Värdet anges i besök. Räkna om talet om det behövs, och skriv det utan enhet.'],
      ['12-14', 'Skriv ett tal, till exempel 1 234,5.'],
      ['saknas', 'Lämna fältet tomt, och välj skälet under Finns det inget värde?'],
    ] as const)
      it(`nothing in words, and says what to do instead: ${text}`, async () => {
        const { type, leave, faults } = await desk.show();
        await type(text);
        await leave();
        expect(faults()).toEqual([words]);
      });

    it('a number with its unit, and shows how it was understood', async () => {
      desk.api.on(CREATE, ok(anEntry(), 201));
      const { type, screen } = await desk.show();
      await type('+1’234 besök');
      expect(textOf(screen.getAllByRole('status')[0] ?? null)).toBe('1 234 besök');
      await until(() => desk.api.of(CREATE).length === 1);
      expect(desk.api.of(CREATE)[0]?.body).toEqual(jasmine.objectContaining({ value: 1234 }));
    });

    it('neither a value nor a reason for having none when both are there', async () => {
      const { type, screen, settled, faults } = await desk.show();
      await type('12');
      choose(screen.getByRole('combobox', { name: 'Finns det inget värde?' }), 'inte mätt');
      await settled();
      expect(new Set(faults())).toEqual(new Set(['Ange antingen ett värde eller ett skäl till att det saknas, inte båda.']));
    });

    it('and keeps what the server did not get in this browser', async () => {
      desk.api.on(CREATE, NO_ANSWER);
      const { type, screen } = await desk.show();
      await type('120');
      await until(() => screen.queryByText('Inte sparat än. Texten finns kvar i den här webbläsaren.') !== null);
      expect(textOf(screen.getByRole('alert'))).toContain('Ingen kontakt med servern');
      expect(Object.values(localStorage).join()).toContain('"value":"120"');
    });
  });

  describe('asks about an unusual number', () => {
    const limits = { max: 200, mayRepeat: false, officialStatistics: false };
    const press = (kind: 'pointerdown' | 'pointerup' | 'pointercancel') =>
      document.body.dispatchEvent(new PointerEvent(kind, { bubbles: true }));
    beforeEach(() => (desk.saveAfter = 60_000));

    for (const end of ['pointerup', 'pointercancel'] as const)
      it(`once what is pressed is let go: nothing moves away under it (${end})`, async () => {
        const { type, leave, settled, screen } = await desk.show({ limits });
        await type('5000');
        press('pointerdown');
        await leave();
        expect(screen.queryByRole('textbox', { name: 'Ditt svar' })).toBeNull();
        press(end);
        await settled();
        expect(screen.getByRole('textbox', { name: 'Ditt svar' })).toBeTruthy();
      });

    it('before Tab goes on, and so to the question', async () => {
      const { type, value, screen } = await desk.show({ limits });
      await type('5000');
      value().dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab', bubbles: true }));
      expect(screen.getByRole('textbox', { name: 'Ditt svar' })).toBeTruthy();
    });
  });

  it('has the focus where the value is written', async () => {
    const { value } = await desk.show();
    await until(() => document.activeElement === value());
  });

  it('tells what has happened to it, without saying every save', async () => {
    const at = '2026-10-05T08:00:00.000Z';
    const save = { action: 'save', at, by: 'Anna Lindeborg', isOwn: true } as const;
    const events: EntryView['events'] = [
      { ...save, value: 100 },
      { ...save, value: 120 },
      { ...save, action: 'submit', value: 120 },
      { action: 'return', at, by: 'Karin Alm', isOwn: false, inPlaceOf: ['Nils Ek'], reason: 'Räkna om.' },
    ];
    const { screen } = await desk.show({ entry: anEntry({ state: 'returned', events }) });
    const list = screen.getByRole('heading', { name: 'Vad som har hänt' }).closest('section') as HTMLElement;
    expect(within(list).getAllByRole('listitem').map(textOf)).toEqual([
      '5 oktober 2026 kl. 10.00: Anna Lindeborg sparade (120 besök)',
      '5 oktober 2026 kl. 10.00: Anna Lindeborg lämnade in (120 besök)',
      '5 oktober 2026 kl. 10.00: Karin Alm (som ersättare för Nils Ek) skickade tillbaka Räkna om.',
    ]);
  });
});
