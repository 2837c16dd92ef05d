import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { GridRow } from '@slusen/contracts';
import { missingText } from '@slusen/domain';
import { injectLanguage, injectWord, WithUnitPipe } from '@slusen/ui';
import { refusalText, ruleText } from '../../data/problem-texts.js';
import { GridDesk } from './grid-desk.js';
import { GridSaver } from './grid-saver.js';
import { gridTexts } from './grid-texts.js';

/** The cell that keys go to, in words: what stands there, what is wrong with it, and what can be done about that. */
@Component({
  selector: 'app-grid-about',
  imports: [RouterLink, WithUnitPipe],
  templateUrl: './grid-about.html',
})
export class GridAbout {
  readonly row = input.required<GridRow>();
  readonly period = input.required<string>();
  readonly key = input.required<string>();
  protected readonly texts = {
    none: $localize`:@@grid.about-none:inget värde än`,
    approved: $localize`:@@grid.about-approved:Godkänt värde:`,
    draft: $localize`:@@grid.about-draft:Utkast:`,
    submitted: $localize`:@@grid.about-submitted:Väntar på granskning:`,
    emptied: $localize`:@@grid.about-emptied:tomt`,
    by: (name: string) => $localize`:@@grid.about-by:skrivet av ${name}:name:`,
    closed: {
      'not-begun': $localize`:@@grid.about-not-begun:Perioden har inte börjat än.`,
      'not-measured': $localize`:@@grid.about-not-measured:Indikatorn mäts inte den här perioden.`,
      derived: $localize`:@@grid.about-derived:Värdet räknas fram ur andra indikatorer.`,
    },
    early: $localize`:@@grid.about-early:Perioden har börjat, men värdet behöver inte vara inne än.`,
    locked: $localize`:@@grid.about-locked:Omgången är låst. När du lämnar in behöver du skriva varför värdet kommer nu.`,
    theirs: $localize`:@@grid.about-theirs:Någon annan har ändrat här medan du skrev. Där står nu:`,
    gone: $localize`:@@grid.about-gone:Utkastet är godkänt eller kastat sedan du läste det.`,
    mine: $localize`:@@grid.about-mine:Behåll mitt`,
    take: $localize`:@@grid.about-take:Ta det som står där`,
    forget: $localize`:@@grid.about-forget:Ta tillbaka det jag skrev`,
    answer: $localize`:@@grid.about-answer:Öppna formuläret, där frågan kan besvaras`,
    open: $localize`:@@grid.about-open:Öppna formuläret`,
  };
  protected readonly grid = gridTexts();
  private readonly desk = inject(GridDesk);
  private readonly saver = inject(GridSaver);
  private readonly language = injectLanguage();
  protected readonly missingWord = injectWord(missingText);
  protected readonly view = computed(() => this.desk.cell(this.key()));
  protected readonly style = computed(() => {
    const { unit, decimals, reporting } = this.row();
    return { unit, decimals, reporting };
  });
  protected readonly fault = computed(() => {
    const { written, refusal } = this.view();
    if (written?.fault) return ruleText(written.fault);
    return refusal ? refusalText(refusal) : '';
  });
  protected readonly questions = computed(() => (this.view().cell.questions ?? []).map((question) => question[this.language]));

  protected resolve(keep: 'mine' | 'theirs'): void {
    this.desk.resolve(this.key(), keep);
    void this.saver.save();
  }

  protected forget(): void {
    this.desk.forget(this.key());
  }
}
