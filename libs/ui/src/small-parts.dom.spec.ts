import { Component } from '@angular/core';
import { Banner } from './banner.js';
import { Disclosure } from './disclosure.js';
import { EmptyState } from './empty-state.js';
import { ExampleMark } from './example-mark.js';
import { FormField } from './form-field.js';
import { LocalizedText } from './localized-text.js';
import { SourceName } from './source-name.js';
import { show } from './testing/index.js';

@Component({
  imports: [Banner],
  template: `<ui-banner tone="problem" [live]="true"><p>Det gick inte.</p></ui-banner
    ><ui-banner tone="success" [live]="true"><p>Sparat.</p></ui-banner><ui-banner tone="problem"><p>Läs det här.</p></ui-banner>`,
})
class Banners {}

describe('Banner', () => {
  it('interrupts for a problem, waits its turn for a success, and is silent when it was there all along', async () => {
    const { screen } = await show(Banners);
    expect(screen.getByRole('alert').innerText.trim()).toBe('Det gick inte.');
    expect(screen.getByRole('status').innerText.trim()).toBe('Sparat.');
    expect(screen.getByText('Läs det här.').closest('[role]')).toBeNull();
  });

  it('tells its tone by more than words: each has a look of its own', async () => {
    const { element, give } = await show(Banner);
    const looks = new Set<string>();
    for (const tone of ['note', 'warning', 'problem', 'success']) {
      await give({ tone });
      const { backgroundColor, borderInlineStartColor } = getComputedStyle(element.querySelector('.banner') as Element);
      looks.add(backgroundColor + borderInlineStartColor);
    }
    expect(looks.size).toBe(4);
  });
});

@Component({
  imports: [Disclosure],
  template: `<ui-disclosure summary="Varför?"><p>Därför att.</p></ui-disclosure>`,
})
class Why {}

describe('Disclosure', () => {
  it('unfolds its answer at a press on the question', async () => {
    const { screen } = await show(Why);
    const answer = screen.getByText('Därför att.');
    expect(answer.checkVisibility()).toBeFalse();
    screen.getByText('Varför?').click();
    expect(answer.checkVisibility()).toBeTrue();
  });

  it('is the browser’s own, which the keyboard reaches', async () => {
    const { screen } = await show(Why);
    const summary = screen.getByText('Varför?');
    summary.focus();
    expect(document.activeElement).toBe(summary);
  });

  it('can stand open from the beginning', async () => {
    const { element } = await show(Disclosure, { inputs: { summary: 'Varför?', open: true } });
    expect(element.querySelector('details')?.open).toBeTrue();
  });
});

@Component({
  imports: [EmptyState],
  template: `<ui-empty-state heading="Inget passade sökningen"><p>Pröva ett kortare ord.</p></ui-empty-state>`,
})
class NothingFound {}

describe('EmptyState', () => {
  it('says what is missing as a heading, and what to do instead', async () => {
    const { screen } = await show(NothingFound);
    expect(screen.getByRole('heading', { level: 2, name: 'Inget passade sökningen' })).toBeTruthy();
    expect(screen.getByText('Pröva ett kortare ord.').checkVisibility()).toBeTrue();
  });
});

describe('ExampleMark', () => {
  it('marks what was invented with a word, not with a colour alone', async () => {
    const { element } = await show(ExampleMark);
    expect(element.innerText.trim().toLowerCase()).toBe('exempel');
  });
});

@Component({
  imports: [FormField],
  template: `
    <ui-form-field label="Värde" hint="Ett tal" [fault]="fault" for="varde">
      <input id="varde" aria-describedby="varde-hint varde-fault" [attr.aria-invalid]="fault ? true : null" />
    </ui-form-field>
  `,
})
class ValueField {
  fault: string | undefined = 'Skriv ett tal.';
}

@Component({ imports: [FormField], template: `<ui-form-field label="Värde" for="varde"><input id="varde" /></ui-form-field>` })
class BareField {}

describe('FormField', () => {
  it('names its control, and a press on the label leads to it', async () => {
    const { screen } = await show(ValueField);
    const control = screen.getByRole('textbox', { name: 'Värde' });
    screen.getByText('Värde').click();
    expect(document.activeElement).toBe(control);
  });

  it('describes the control with its hint and its fault', async () => {
    const { screen, element } = await show(ValueField);
    const ids = screen.getByRole('textbox').getAttribute('aria-describedby')?.split(' ') ?? [];
    expect(ids.map((id) => element.querySelector<HTMLElement>(`#${id}`)?.innerText)).toEqual(['Ett tal', 'Skriv ett tal.']);
  });

  it('shows neither a hint nor a fault where there is none', async () => {
    const { element } = await show(BareField);
    expect(element.querySelector('.hint')).toBeNull();
    expect(element.querySelector<HTMLElement>('.fault')?.checkVisibility()).toBeFalse();
  });
});

@Component({ imports: [LocalizedText], template: `<p [uiText]="text"></p>` })
class Paragraph {
  text = { sv: 'Nöjda företag', en: 'Satisfied businesses' };
}

@Component({ imports: [LocalizedText], template: `<p [uiText]="{ sv: 'Nöjda företag' }"></p>` })
class SwedishOnly {}

describe('LocalizedText', () => {
  const cases = [
    ['in Swedish', Paragraph, 'sv', 'Nöjda företag', null],
    ['in English', Paragraph, 'en', 'Satisfied businesses', null],
    ['in Swedish, and says so, where English is missing', SwedishOnly, 'en', 'Nöjda företag', 'sv'],
    ['in Swedish on a Swedish page without saying so', SwedishOnly, 'sv', 'Nöjda företag', null],
  ] as const;
  for (const [how, host, language, words, lang] of cases) {
    it(`is written ${how}`, async () => {
      const { element } = await show<unknown>(host, { language });
      const paragraph = element.querySelector('p');
      expect([paragraph?.innerText, paragraph?.getAttribute('lang')]).toEqual([words, lang]);
    });
  }
});

describe('SourceName', () => {
  it('is a link when the source is an address, called by where it leads', async () => {
    const { screen } = await show(SourceName, { inputs: { source: 'https://www.scb.se/tabell/1' } });
    const link = screen.getByRole('link');
    expect(link.getAttribute('href')).toBe('https://www.scb.se/tabell/1');
    expect(link.innerText).toContain('scb.se');
    expect(link.lang).toBe('sv');
  });

  it('is Swedish words when it is a name, also on an English page', async () => {
    const { screen } = await show(SourceName, { inputs: { source: 'Deltagarlistor' }, language: 'en' });
    expect(screen.queryByRole('link')).toBeNull();
    expect(screen.getByText('Deltagarlistor').lang).toBe('sv');
  });
});
