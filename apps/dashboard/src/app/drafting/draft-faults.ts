import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { DraftFault } from '@slusen/contracts';
import { DraftEditor } from './draft-editor.js';
import { faultText, fieldText } from './draft-texts.js';
import { injectPartName } from './part-names.js';

/** A part with what is left to do in it. */
interface PartFaults {
  readonly part: string;
  readonly name: string;
  readonly sentences: readonly string[];
}

/** What keeps the draft from being adopted, each with the way to where it is mended. */
@Component({
  selector: 'app-draft-faults',
  imports: [RouterLink],
  template: `
    <section class="section" aria-labelledby="kvar">
      <h2 id="kvar">{{ texts.heading }}</h2>
      @if (parts().length === 0) {
        <p>{{ texts.nothing }}</p>
      }
      <ul class="plain-list">
        @for (one of parts(); track one.part) {
          <li>
            <a [routerLink]="[]" [queryParams]="{ del: one.part }">{{ one.name }}</a>
            <ul>
              @for (sentence of one.sentences; track $index) {
                <li class="small">{{ sentence }}</li>
              }
            </ul>
          </li>
        }
      </ul>
    </section>
  `,
})
export class DraftFaults {
  protected readonly texts = {
    heading: $localize`:@@draft-faults.heading:Kvar att göra`,
    nothing: $localize`:@@draft-faults.nothing:Inget hindrar att utkastet antas. Överst på sidan ser du om målen går att följa upp.`,
    elsewhere: $localize`:@@draft-faults.elsewhere:Indikatorer och aktörer`,
  };
  readonly faults = input.required<readonly DraftFault[]>();
  private readonly editor = inject(DraftEditor);
  private readonly partName = injectPartName();
  protected readonly parts = computed<readonly PartFaults[]>(() => {
    const byPart = Map.groupBy(this.faults(), ({ part }) => part);
    return [...byPart].map(([part, faults]) => ({
      part,
      name: part ? this.partName(part) : this.texts.elsewhere,
      sentences: faults.map((one) => this.sentence(one)),
    }));
  });

  /** "Slutperioden saknas (Folkmängd)". */
  private sentence({ path, code }: DraftFault): string {
    const [list, indicator = '', ...field] = path.split('.');
    const isMeasure = list === 'measures';
    const said = `${fieldText(isMeasure ? field.join('.') : path)} ${faultText(code)}`;
    const name = this.editor.draft()?.choices.indicators.find(({ slug }) => slug === indicator)?.name.sv;
    return isMeasure ? `${said} (${name ?? indicator})` : said;
  }
}
