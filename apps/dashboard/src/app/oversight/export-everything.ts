import { Component, inject, signal } from '@angular/core';
import type { MadeExport } from '@slusen/contracts';
import { injectLanguage } from '@slusen/ui';
import { Attempt } from '../data/attempt.js';
import { ExportsApi } from '../data/exports-api.js';
import { sizeText } from '../data/size-text.js';
import { AttemptNotice } from '../shell/attempt-notice.js';

/** Everything as one file, for an administrator who has no shell. */
@Component({
  selector: 'app-export-everything',
  imports: [AttemptNotice],
  template: `
    <section class="section" aria-labelledby="allt">
      <h2 id="allt">{{ texts.heading }}</h2>
      <p>{{ texts.what }}</p>
      <p class="small soft">{{ texts.careful }}</p>
      <app-attempt-notice [of]="attempt" />
      <button class="button secondary" type="button" [disabled]="attempt.isBusy()" (click)="download(link)">
        {{ attempt.isBusy() ? texts.busy : texts.do }}
      </button>
      <p [hidden]="!made()">
        <a #link [href]="address()" download>{{ texts.again }}</a>
      </p>
    </section>
  `,
})
export class ExportEverything {
  protected readonly texts = {
    heading: $localize`:@@export.heading:Ladda ned allt`,
    what: $localize`:@@export.what:Strategin, alla siffror med revideringar och beslut, händelseloggen och inställningarna, som en fil att arkivera eller flytta med. Filen innehåller tabeller (CSV), packade som tar.gz.`,
    careful: $localize`:@@export.careful:Namn, adresser och lösenord är inte med, men fri text kan nämna personer. Det står i händelseloggen att du har laddat ned filen.`,
    do: $localize`:@@export.do:Ladda ned allt`,
    busy: $localize`:@@export.busy:Filen skrivs …`,
    again: $localize`:@@export.again:Hämta filen om nedladdningen inte börjar`,
    done: (size: string) => $localize`:@@export.done:Filen är klar (${size}:size:) och laddas ned. Den finns kvar i tio minuter.`,
    hidden: $localize`:@@export.hidden:Det som är dolt för allmänheten står i filen. Se masking.csv innan du lämnar ut den.`,
  };
  private readonly api = inject(ExportsApi);
  private readonly language = injectLanguage();
  protected readonly attempt = new Attempt();
  protected readonly made = signal<MadeExport | undefined>(undefined);

  protected address(): string {
    const made = this.made();
    return made ? this.api.addressOf(made) : '';
  }

  protected async download(link: HTMLAnchorElement): Promise<void> {
    this.made.set(undefined);
    await this.attempt.make(async () => {
      const made = await this.api.make();
      this.made.set(made);
      link.href = this.api.addressOf(made);
      link.click();
      const done = this.texts.done(sizeText(made.bytes, this.language));
      return made.hidden > 0 ? `${done} ${this.texts.hidden}` : done;
    });
  }
}
