import { Component, computed, input } from '@angular/core';
import { documentWord, textIn, type Localized } from '@slusen/domain';
import { injectLanguage } from '@slusen/ui';

/** A passage of a document, as it was decided: its paragraphs kept, and marked in words where it exists in Swedish only. */
@Component({
  selector: 'app-document-text',
  template: `
    @for (paragraph of paragraphs(); track $index) {
      <p>
        <span [attr.lang]="isForeign() ? 'sv' : null">{{ paragraph }}</span>
        @if (isForeign() && $last) {
          &ngsp;<span class="small soft">{{ swedishOnly }}</span>
        }
      </p>
    }
  `,
})
export class DocumentText {
  readonly text = input.required<Localized>();
  private readonly language = injectLanguage();
  protected readonly swedishOnly = documentWord('swedish-only', this.language);
  private readonly shown = computed(() => textIn(this.text(), this.language));
  protected readonly isForeign = computed(() => this.shown().language !== this.language);
  protected readonly paragraphs = computed(() => this.shown().text.split(/\n\s*\n|\n/));
}
