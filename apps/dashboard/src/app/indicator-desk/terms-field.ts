import { Component, computed, input, output, signal } from '@angular/core';
import type { Choice } from './definition-field.js';
import { termInWords, termsOf, textOfTerms, type Term } from './terms.js';

/** Indicators one after the other, chosen by name: what something is computed of, or should add up to. */
@Component({
  selector: 'app-terms-field',
  template: `
    @if (terms().length > 0) {
      <ol class="plain-list" [attr.aria-label]="label()">
        @for (term of terms(); track $index; let at = $index) {
          <li class="row">
            <span>{{ wordsOf(term) }}</span>
            <button class="link-button" type="button" (click)="remove(at)">
              {{ texts.remove }}<span class="visually-hidden"> {{ wordsOf(term) }}</span>
            </button>
          </li>
        }
      </ol>
    }
    <div class="row" (focusout)="leave($event, row, indicator)" #row>
      @if (kinds().length > 0) {
        <select class="input" [attr.aria-label]="texts.how" (change)="kind.set(how.value)" #how>
          @for (choice of kinds(); track choice.value) {
            <option [value]="choice.value">{{ choice.name }}</option>
          }
        </select>
      }
      <select
        class="input"
        [id]="name()"
        [attr.aria-describedby]="name() + '-hint ' + name() + '-fault'"
        [attr.aria-invalid]="isFaulty() ? true : null"
        #indicator
      >
        <option value="">{{ texts.choose }}</option>
        @for (choice of choices(); track choice.value) {
          <option [value]="choice.value">{{ choice.name }}</option>
        }
      </select>
      <button class="button secondary" type="button" (click)="add(indicator)">
        {{ texts.add }}<span class="visually-hidden"> {{ label() }}</span>
      </button>
    </div>
  `,
})
export class TermsField {
  protected readonly texts = {
    how: $localize`:@@terms.how:Hur den räknas`,
    choose: $localize`:@@terms.choose:Välj indikator`,
    add: $localize`:@@terms.add:Lägg till`,
    remove: $localize`:@@terms.remove:Ta bort`,
  };
  readonly name = input.required<string>();
  readonly label = input.required<string>();
  readonly text = input.required<string>();
  readonly choices = input.required<readonly Choice[]>();
  /** How a term can count; none where only the order matters. */
  readonly kinds = input<readonly Choice[]>([]);
  readonly isFaulty = input(false);
  readonly typed = output<string>();
  protected readonly kind = signal<string | undefined>(undefined);
  protected readonly terms = computed(() => termsOf(this.text()));

  protected wordsOf(term: Term): string {
    return termInWords(term, { kinds: this.kinds(), choices: this.choices() });
  }

  protected add(indicator: HTMLSelectElement): void {
    this.addChosen(indicator);
    indicator.focus();
  }

  /** What was chosen and not added yet is meant to be there by whoever goes on to something else. */
  protected leave({ relatedTarget }: FocusEvent, row: HTMLElement, indicator: HTMLSelectElement): void {
    if (!row.contains(relatedTarget as Node | null)) this.addChosen(indicator);
  }

  private addChosen(indicator: HTMLSelectElement): void {
    if (indicator.value !== '')
      this.typed.emit(textOfTerms([...this.terms(), { kind: this.kind() ?? this.kinds()[0]?.value ?? '', indicator: indicator.value }]));
    indicator.value = '';
  }

  protected remove(at: number): void {
    this.typed.emit(textOfTerms(this.terms().filter((_, position) => position !== at)));
  }
}
