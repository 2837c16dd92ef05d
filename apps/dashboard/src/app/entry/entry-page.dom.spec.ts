import type { EntryView } from '@slusen/contracts';
import { choose, until, write } from '@slusen/ui/testing';
import { within } from '@testing-library/dom';
import { anEntry } from '../../testing/entries.js';
import { ADDRESS, CREATE, entryFormDesk, FORM, SAVE, STEP } from '../../testing/entry-form-desk.js';
import { NO_ANSWER, ok, refused } from '../../testing/fake-api.js';
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
      const { screen } = await desk.show({ expected: 115, lastTime: { period: '2026-Q2', comment: 'Räknat vid dörren' } });
      const aside = within(screen.getByRole('complementary', { name: 'Att jämföra med' }));
      expect(aside.getByText('Antal besök under kvartalet.')).toBeTruthy();
      expect(aside.getAllByRole('row').map(textOf)).toEqual(['kvartal 2 2026 110 besök', 'kvartal 1 2026 100 besök']);
      expect(aside.getByText('Räknat vid dörren')).toBeTruthy();
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

    it('that a count begins with the year where it does', async () => {
      const { screen } = await desk.show({ reporting: 'year-to-date' });
      expect(screen.getByText('Räkna från årets början till och med periodens slut.')).toBeTruthy();
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
      expect(screen.queryByRole('textbox')).toBeNull();
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

  describe('when the network was away', () => {
    it('saves again by itself when it is back', async () => {
      desk.saveAfter = 20;
      desk.api.on(CREATE, NO_ANSWER, ok(anEntry(), 201));
      const { type, screen } = await desk.show();
      await type('120');
      await until(() => screen.queryByText('Inte sparat än. Texten finns kvar i den här webbläsaren.') !== null);
      window.dispatchEvent(new Event('online'));
      await until(() => screen.queryByText('Sparat som utkast') !== null);
      expect([desk.api.of(CREATE).length, screen.queryByRole('alert')]).toEqual([2, null]);
    });

    it('saves again by itself though nobody tells that it is back', async () => {
      desk.saveAfter = 20;
      desk.api.on(CREATE, NO_ANSWER, ok(anEntry(), 201));
      const { type, screen } = await desk.show();
      await type('120');
      await until(() => screen.queryByText('Sparat som utkast') !== null);
    });

    it('does not say of what may have come through that it was not submitted, and sends the same again until it is answered', async () => {
      desk.saveAfter = 60_000;
      desk.api.on(CREATE, ok(anEntry(), 201)).on(STEP, NO_ANSWER, NO_ANSWER, ok(anEntry({ version: 2, state: 'submitted', actions: [] })));
      const { type, submit, screen } = await desk.show();
      await type('120');
      await submit();
      await until(() => screen.queryByRole('alert') !== null);
      expect(textOf(screen.getByRole('alert'))).toMatch(/^Servern har inte svarat på inlämningen än\./);
      expect(screen.getByText('Sparat som utkast')).toBeTruthy();
      window.dispatchEvent(new Event('online'));
      await until(() => desk.api.of(STEP).length === 2);
      await until(() => screen.queryByRole('alert') !== null);
      window.dispatchEvent(new Event('online'));
      await until(() => screen.queryByRole('alert') === null);
      const keys = desk.api.of(STEP).map(({ headers }) => headers['Idempotency-Key']);
      expect([keys.length, new Set(keys).size, keys[0]?.length]).toEqual([3, 1, 36]);
      expect(screen.queryByRole('button', { name: 'Lämna in för granskning' })).toBeNull();
    });

    it('says that nothing was submitted when it could not even be saved', async () => {
      desk.saveAfter = 60_000;
      desk.api.on(CREATE, NO_ANSWER);
      const { type, submit, screen } = await desk.show();
      await type('120');
      await submit();
      await until(() => screen.queryByRole('alert') !== null);
      expect(textOf(screen.getByRole('alert'))).toMatch(/^Inte inlämnad\. Ingen kontakt med servern/);
    });

    it('says so beside what was pressed, and moves nothing above it', async () => {
      desk.api.on(CREATE, NO_ANSWER);
      const { type, screen } = await desk.show();
      await type('120');
      await until(() => screen.queryByRole('alert') !== null);
      const submit = screen.getByRole('button', { name: 'Lämna in för granskning' });
      expect(submit.compareDocumentPosition(screen.getByRole('alert')) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    });

    it('does not say of what is typed after that it was not submitted', async () => {
      desk.saveAfter = 20;
      desk.api
        .on(CREATE, ok(anEntry(), 201))
        .on(STEP, NO_ANSWER)
        .on(SAVE, ok(anEntry({ version: 2 })), NO_ANSWER);
      const { type, submit, screen } = await desk.show();
      await type('120');
      await submit();
      await until(() => screen.queryByRole('alert') !== null);
      await type('121');
      await until(() => screen.queryByRole('alert') === null);
      await type('122');
      await until(() => screen.queryByRole('alert') !== null);
      expect(textOf(screen.getByRole('alert'))).toMatch(/^Ingen kontakt med servern/);
    });
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
