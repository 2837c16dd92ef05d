import { Component, computed, input, output } from '@angular/core';
import type { ActionDesk } from '@slusen/contracts';
import { actionFieldWord, actionStatusWord, dateLabel, textIn, upperFirst } from '@slusen/domain';
import { injectLanguage } from '@slusen/ui';
import { differingFields, ruleField, type ActionText, type ActionTextField } from './action-text.js';

const IN_ENGLISH: readonly ActionTextField[] = ['titleEn', 'descriptionEn'];

/** An action was changed from two places: both texts, and the choice between them. Nothing is lost until one is chosen. */
@Component({
  selector: 'app-action-conflict',
  template: `
    <section class="banner warning" role="alert" aria-labelledby="tva-versioner">
      <div>
        <h2 class="h3" id="tva-versioner">{{ texts.heading }}</h2>
        <table class="two-versions">
          <thead>
            <tr>
              <td></td>
              <th scope="col">{{ texts.mine }}</th>
              <th scope="col">{{ texts.theirs }}</th>
            </tr>
          </thead>
          <tbody>
            @for (row of rows(); track row.field) {
              <tr>
                <th scope="row">{{ row.name }}</th>
                <td>{{ row.mine || texts.nothing }}</td>
                <td>{{ row.theirs || texts.nothing }}</td>
              </tr>
            }
          </tbody>
        </table>
        <div class="actions">
          <button class="button" type="button" (click)="keepMine.emit()">{{ texts.keep }}</button>
          <button class="button secondary" type="button" (click)="takeTheirs.emit()">{{ texts.take }}</button>
        </div>
      </div>
    </section>
  `,
})
export class ActionConflict {
  protected readonly texts = {
    heading: $localize`:@@action-conflict.heading:Åtgärden har ändrats sedan du öppnade den`,
    mine: $localize`:@@action-conflict.mine:Det du har skrivit här`,
    theirs: $localize`:@@action-conflict.theirs:Det som är sparat`,
    keep: $localize`:@@action-conflict.keep:Behåll det jag har skrivit och spara det`,
    take: $localize`:@@action-conflict.take:Ta det sparade`,
    nothing: $localize`:@@action-conflict.nothing:inget`,
    english: (field: string) => $localize`:@@action-conflict.english:${field}:field: på engelska`,
  };
  readonly mine = input.required<ActionText>();
  readonly theirs = input.required<ActionText>();
  readonly choices = input.required<ActionDesk>();
  readonly keepMine = output();
  readonly takeTheirs = output();
  private readonly language = injectLanguage();
  protected readonly rows = computed(() =>
    differingFields(this.mine(), this.theirs()).map((field) => ({
      ...{ field, name: this.nameOf(field), mine: this.shown(this.mine(), field), theirs: this.shown(this.theirs(), field) },
    })),
  );

  private nameOf(field: ActionTextField): string {
    const word = upperFirst(actionFieldWord(ruleField(field), this.language));
    return IN_ENGLISH.includes(field) ? this.texts.english(word) : word;
  }

  private shown(text: ActionText, field: ActionTextField): string {
    if (field === 'status') return actionStatusWord(text.status, this.language);
    if (field === 'partners') return text.partners.map((slug) => this.called(slug)).join(', ');
    if (field === 'startsOn' || field === 'endsOn') return text[field] && dateLabel(text[field], this.language);
    return ['goal', 'lead', 'territory', 'indicator'].includes(field) ? this.called(text[field]) : text[field];
  }

  private called(name: string): string {
    const { goals, actors, indicators, territories } = this.choices();
    const named = [...goals, ...actors, ...indicators].find(({ slug }) => slug === name) ?? territories.find(({ code }) => code === name);
    return named ? textIn(named.name, this.language).text : name;
  }
}
