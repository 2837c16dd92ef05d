import { Component, input, output } from '@angular/core';
import { FormField, TypedText } from '@slusen/ui';

/** A text that is being written, in Swedish and perhaps in English. */
export interface DraftWords {
  readonly sv: string;
  readonly en?: string | undefined;
}

/** One text in both languages, side by side where there is room. */
@Component({
  selector: 'app-words-field',
  imports: [FormField, TypedText],
  template: `
    <div class="side-by-side">
      <ui-form-field [label]="label()" [hint]="hint()" [for]="name() + '-sv'">
        @if (isLong()) {
          <textarea
            rows="4"
            lang="sv"
            [maxLength]="max()"
            [readonly]="isLocked()"
            [uiTypedText]="words().sv"
            (typed)="write({ sv: $event })"
          ></textarea>
        } @else {
          <input
            lang="sv"
            autocomplete="off"
            [maxLength]="max()"
            [readonly]="isLocked()"
            [uiTypedText]="words().sv"
            (typed)="write({ sv: $event })"
          />
        }
      </ui-form-field>
      <ui-form-field [label]="label() + ' (' + texts.english + ')'" [for]="name() + '-en'">
        @if (isLong()) {
          <textarea
            rows="4"
            lang="en"
            [maxLength]="max()"
            [readonly]="isLocked()"
            [uiTypedText]="words().en ?? ''"
            (typed)="write({ en: $event })"
          ></textarea>
        } @else {
          <input
            lang="en"
            autocomplete="off"
            [maxLength]="max()"
            [readonly]="isLocked()"
            [uiTypedText]="words().en ?? ''"
            (typed)="write({ en: $event })"
          />
        }
      </ui-form-field>
    </div>
  `,
})
export class WordsField {
  protected readonly texts = { english: $localize`:@@draft.in-english:på engelska, kan vänta` };
  readonly label = input.required<string>();
  readonly hint = input<string>();
  /** Tells the fields of one page apart. */
  readonly name = input.required<string>();
  readonly words = input.required<DraftWords>();
  readonly max = input(200);
  readonly isLong = input(false);
  readonly isLocked = input(false);
  readonly written = output<DraftWords>();

  protected write(change: Partial<DraftWords>): void {
    const { en, ...rest } = { ...this.words(), ...change };
    this.written.emit(en ? { ...rest, en } : rest);
  }
}
