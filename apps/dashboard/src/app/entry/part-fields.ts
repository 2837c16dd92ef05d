import { Component, computed, input, output } from '@angular/core';
import type { IndicatorDefinitionView } from '@slusen/contracts';
import { breakdownKindWord, missingText, MISSING_KINDS, partKeys, partName, upperFirst } from '@slusen/domain';
import { FormField, injectLanguage, TypedText } from '@slusen/ui';
import type { EntryText } from './entry-text.js';
import { fieldLabels } from './field-labels.js';

/** The parts of a figure, one field each; why one of them is missing stands apart, since that is seldom. */
@Component({
  selector: 'app-part-fields',
  imports: [FormField, TypedText],
  template: `
    <fieldset class="parts">
      <legend>{{ legend() }}</legend>
      @if (few(); as hint) {
        <p class="hint">{{ hint }}</p>
      }
      <div class="side-by-side">
        @for (part of parts(); track part.key; let at = $index) {
          <ui-form-field [label]="part.name" [fault]="faults().get(part.key)" [for]="'del-' + at">
            <input
              inputmode="decimal"
              autocomplete="off"
              maxlength="40"
              [uiTypedText]="text().parts[part.key] ?? ''"
              (typed)="typed.emit({ parts: withPart(text().parts, part.key, $event) })"
            />
          </ui-form-field>
        }
      </div>
      <details class="disclosure" [open]="isAnyMissing()">
        <summary>{{ texts.missing }}</summary>
        <div class="content side-by-side">
          @for (part of parts(); track part.key; let at = $index) {
            <ui-form-field [label]="part.name" [for]="'del-saknas-' + at">
              <select
                class="input"
                [id]="'del-saknas-' + at"
                (change)="typed.emit({ partsMissing: withPart(text().partsMissing, part.key, missing.value) })"
                #missing
              >
                <option value="">{{ texts.hasValue }}</option>
                @for (kind of kinds; track kind.kind) {
                  <option [value]="kind.kind" [selected]="text().partsMissing[part.key] === kind.kind">{{ kind.word }}</option>
                }
              </select>
            </ui-form-field>
          }
        </div>
      </details>
    </fieldset>
  `,
})
export class PartFields {
  readonly breakdown = input.required<NonNullable<IndicatorDefinitionView['breakdown']>>();
  readonly text = input.required<EntryText>();
  /** What is wrong, by the part. */
  readonly faults = input.required<ReadonlyMap<string, string>>();
  readonly typed = output<Partial<EntryText>>();
  private readonly language = injectLanguage();
  protected readonly texts = {
    missing: $localize`:@@parts.missing:Saknas värdet för en del?`,
    hasValue: fieldLabels().hasValue,
  };
  protected readonly kinds = MISSING_KINDS.filter((kind) => kind !== 'confidential').map((kind) => ({
    kind,
    word: missingText(kind, this.language),
  }));
  protected readonly legend = computed(
    () => $localize`:@@parts.legend:Uppdelat på ${breakdownKindWord(this.breakdown().kind, this.language)}:kind:`,
  );
  /** What becomes of few people, for whoever wonders whether to write them down. */
  protected readonly few = computed(() => {
    const { of, threshold } = this.breakdown();
    return of === 'people'
      ? $localize`:@@parts.few:Skriv det riktiga antalet, även när det är litet. Färre än ${threshold}:threshold: visas inte för allmänheten, och inte heller det som skulle röja dem.`
      : '';
  });
  protected readonly parts = computed(() =>
    partKeys(this.breakdown()).map((key) => ({ key, name: upperFirst(partName(key, this.language)) })),
  );
  protected readonly isAnyMissing = computed(() => Object.values(this.text().partsMissing).some(Boolean));

  protected withPart(of: Readonly<Record<string, string>>, part: string, text: string): Readonly<Record<string, string>> {
    return { ...of, [part]: text };
  }
}
