import { Component, computed, input } from '@angular/core';
import type { EntryView } from '@slusen/contracts';
import { formatInFull, missingText, partName } from '@slusen/domain';
import { injectLanguage } from '@slusen/ui';
import { fieldLabels } from './field-labels.js';
import { KeptBackNote } from './kept-back-note.js';

/** The parts of a figure as they were entered, with which of them the public will not see. */
@Component({
  selector: 'app-part-list',
  imports: [KeptBackNote],
  template: `
    <ul class="part-list">
      @for (part of parts(); track part.key) {
        <li>
          {{ part.name }} <strong class="tabular">{{ part.said }}</strong>
          @if (part.isKeptBack) {
            &ngsp;<span class="soft">({{ texts.keptBack }})</span>
          }
        </li>
      }
    </ul>
    @if (of().keptBack; as keptBack) {
      @if (threshold(); as few) {
        <p class="small"><app-kept-back-note [keptBack]="keptBack" [threshold]="few" /></p>
      }
    }
  `,
})
export class PartList {
  readonly of = input.required<Pick<EntryView, 'parts' | 'unit' | 'decimals'> & { readonly keptBack?: readonly string[] | undefined }>();
  /** Where it is to be said why: fewer people than these are not told of. */
  readonly threshold = input<number>();
  protected readonly texts = { keptBack: fieldLabels().keptBack };
  private readonly language = injectLanguage();
  protected readonly parts = computed(() => {
    const { parts = [], keptBack = [], unit, decimals } = this.of();
    return parts.map(({ part, value, missing }) => ({
      key: part,
      name: partName(part, this.language),
      said:
        value === undefined
          ? missing && missingText(missing, this.language)
          : formatInFull(value, unit, { decimals, language: this.language }),
      isKeptBack: keptBack.includes(part),
    }));
  });
}
