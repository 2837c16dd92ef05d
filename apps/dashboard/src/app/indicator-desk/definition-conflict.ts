import { Component, computed, input, output } from '@angular/core';
import { Banner } from '@slusen/ui';
import type { Field, FieldGroup } from './definition-field.js';
import { termInWords, termsOf } from './terms.js';
import { differingPlaces, type DefinitionText } from './definition-text.js';

/** Somebody else saved meanwhile: both texts, place by place, and with which to go on. */
@Component({
  selector: 'app-definition-conflict',
  imports: [Banner],
  template: `
    <ui-banner tone="problem" [live]="true"
      ><p>{{ texts.heading }}</p></ui-banner
    >
    <div class="table-region" role="region" tabindex="0" [attr.aria-label]="texts.caption">
      <table class="data-table">
        <caption>
          {{
            texts.caption
          }}
        </caption>
        <thead>
          <tr>
            <th scope="col">{{ texts.field }}</th>
            <th scope="col">{{ texts.theirs }}</th>
            <th scope="col">{{ texts.mine }}</th>
          </tr>
        </thead>
        <tbody>
          @for (line of lines(); track line.label) {
            <tr>
              <th scope="row">{{ line.label }}</th>
              <td>{{ line.theirs || '–' }}</td>
              <td>{{ line.mine || '–' }}</td>
            </tr>
          }
        </tbody>
      </table>
    </div>
    <p class="row">
      <button class="button" type="button" (click)="chosen.emit('mine')">{{ texts.keepMine }}</button>
      <button class="button secondary" type="button" (click)="chosen.emit('theirs')">{{ texts.takeTheirs }}</button>
    </p>
  `,
})
export class DefinitionConflict {
  protected readonly texts = {
    heading: $localize`:@@conflict.definition:Någon annan har sparat definitionen sedan du öppnade den. Din text finns kvar. Välj vilken du går vidare med; inget sparas förrän du sparar igen.`,
    caption: $localize`:@@conflict.definition-caption:Det som skiljer`,
    field: $localize`:@@conflict.definition-field:Fält`,
    theirs: $localize`:@@conflict.definition-theirs:Sparat nu`,
    mine: $localize`:@@conflict.definition-mine:Din text`,
    keepMine: $localize`:@@conflict.definition-keep:Gå vidare med min text`,
    takeTheirs: $localize`:@@conflict.definition-take:Ta det som är sparat`,
  };
  readonly groups = input.required<readonly FieldGroup[]>();
  readonly mine = input.required<DefinitionText>();
  readonly theirs = input.required<DefinitionText>();
  readonly chosen = output<'mine' | 'theirs'>();

  protected readonly lines = computed(() => {
    const fields = new Map(this.groups().flatMap(({ rows }) => rows.flat().map((field) => [field.place, field] as const)));
    return differingPlaces(this.mine(), this.theirs()).map((place) => {
      const nameOf = (text = ''): string => wordsOf(text, fields.get(place));
      return { label: fields.get(place)?.label ?? place, theirs: nameOf(this.theirs()[place]), mine: nameOf(this.mine()[place]) };
    });
  });
}

/** What was chosen by its name, what was typed as it stands. */
function wordsOf(text: string, field: Field | undefined): string {
  if (field?.as === 'terms') return termsOf(text).map((term) => termInWords(term, field)).join(', '); // prettier-ignore
  return field?.choices?.find(({ value }) => value === text)?.name ?? text;
}
