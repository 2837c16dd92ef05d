import { Component, computed, input } from '@angular/core';
import type { TextDifference } from '@slusen/contracts';
import { injectLanguage } from '@slusen/ui';

/** A text word by word: what was added and what was taken out, also for those who hear it or see no colours. */
@Component({
  selector: 'app-text-difference',
  template: `
    <span class="word-difference" [attr.lang]="language()">
      @for (segment of segments(); track $index) {
        @switch (segment.kind) {
          @case ('added') {
            <ins
              ><span class="visually-hidden">{{ texts.added }} </span>{{ segment.text }}</ins
            >
          }
          @case ('removed') {
            <del
              ><span class="visually-hidden">{{ texts.removed }} </span>{{ segment.text }}</del
            >
          }
          @default {
            <span>{{ segment.text }}</span>
          }
        }
      }
    </span>
  `,
})
export class TextDifferenceView {
  protected readonly texts = {
    added: $localize`:@@comparison.added-words:Tillagt:`,
    removed: $localize`:@@comparison.removed-words:Borttaget:`,
  };
  readonly difference = input.required<TextDifference>();
  private readonly wanted = injectLanguage();
  private readonly english = computed(() => this.difference().en?.some(({ kind }) => kind !== 'same') && this.difference().en);
  private readonly hasOwn = computed(() => this.wanted === 'en' && Boolean(this.english()));
  protected readonly segments = computed(() => (this.hasOwn() && this.english()) || this.difference().sv);
  /** In Swedish on a page in English where the English words are not there, or are the same. */
  protected readonly language = computed(() => (this.wanted === 'sv' || this.hasOwn() ? null : 'sv'));
}
