import { Component, input, output } from '@angular/core';
import { FormField, TypedText } from '@slusen/ui';
import type { Field, FieldGroup } from './definition-field.js';
import { TermsField } from './terms-field.js';
import { YES, type DefinitionText, type Place } from './definition-text.js';

/** The fields of a definition, group by group. */
@Component({
  selector: 'app-definition-form',
  imports: [FormField, TermsField, TypedText],
  template: `
    @for (group of groups(); track group.heading) {
      <fieldset class="section">
        <legend class="h3">{{ group.heading }}</legend>
        @for (row of group.rows; track $index) {
          <div class="side-by-side">
            @for (field of row; track field.place) {
              @if (field.as === 'check') {
                <div class="choices">
                  <label
                    ><input
                      type="checkbox"
                      [checked]="text()[field.place] === yes"
                      (change)="typed.emit({ place: field.place, text: box.checked ? yes : '' })"
                      #box
                    />{{ field.label }}</label
                  >
                </div>
              } @else {
                <ui-form-field [label]="field.label" [hint]="field.hint" [fault]="faultOf(field)" [for]="idOf(field)">
                  @switch (field.as) {
                    @case ('area') {
                      <textarea
                        rows="3"
                        maxlength="2000"
                        [attr.aria-required]="field.isNeeded"
                        [uiTypedText]="text()[field.place] ?? ''"
                        (typed)="typed.emit({ place: field.place, text: $event })"
                      ></textarea>
                    }
                    @case ('choice') {
                      <select
                        class="input"
                        [id]="idOf(field)"
                        [attr.aria-describedby]="(field.hint ? idOf(field) + '-hint ' : '') + idOf(field) + '-fault'"
                        [attr.aria-invalid]="faultOf(field) ? true : null"
                        (change)="typed.emit({ place: field.place, text: chosen.value })"
                        #chosen
                      >
                        @for (choice of field.choices; track choice.value) {
                          <option [value]="choice.value" [selected]="choice.value === (text()[field.place] ?? '')">
                            {{ choice.name }}
                          </option>
                        }
                      </select>
                    }
                    @case ('terms') {
                      <app-terms-field
                        [name]="idOf(field)"
                        [label]="field.label"
                        [choices]="field.choices ?? []"
                        [kinds]="field.kinds ?? []"
                        [text]="text()[field.place] ?? ''"
                        [isFaulty]="faultOf(field) !== undefined"
                        (typed)="typed.emit({ place: field.place, text: $event })"
                      />
                    }
                    @default {
                      <input
                        autocomplete="off"
                        maxlength="2000"
                        [attr.aria-required]="field.isNeeded"
                        [uiTypedText]="text()[field.place] ?? ''"
                        (typed)="typed.emit({ place: field.place, text: $event })"
                      />
                    }
                  }
                </ui-form-field>
              }
            }
          </div>
        }
      </fieldset>
    }
  `,
})
export class DefinitionForm {
  readonly groups = input.required<readonly FieldGroup[]>();
  readonly text = input.required<DefinitionText>();
  /** What is wrong, by the place. */
  readonly faults = input.required<ReadonlyMap<string, string>>();
  readonly typed = output<{ readonly place: Place; readonly text: string }>();
  protected readonly yes = YES;

  protected idOf({ place }: Field): string {
    return place.replaceAll('.', '-');
  }

  protected faultOf({ place }: Field): string | undefined {
    return this.faults().get(place);
  }
}
