import { Component, input, linkedSignal, output, signal } from '@angular/core';
import { DomainError } from '@slusen/domain';
import { FormField, TypedText } from '@slusen/ui';
import { ruleText } from '../data/problem-texts.js';

/**
 * A number or a period as somebody types it: handed on when it can be read, and called wrong only when the field is left. An empty field is
 * one without a value.
 */
@Component({
  selector: 'app-typed-field',
  imports: [FormField, TypedText],
  template: `
    <ui-form-field [label]="label()" [hint]="hint()" [fault]="fault()" [for]="name()">
      <input autocomplete="off" [readonly]="isLocked()" [uiTypedText]="text()" (typed)="type($event)" (blur)="judge()" />
    </ui-form-field>
  `,
})
export class TypedField<Value> {
  readonly label = input.required<string>();
  readonly hint = input<string>();
  readonly name = input.required<string>();
  readonly value = input.required<Value | undefined>();
  /** How a value is written, and how what is typed is read; reading throws a DomainError. */
  readonly write = input.required<(value: Value) => string>();
  readonly read = input.required<(text: string) => Value>();
  readonly isLocked = input(false);
  readonly written = output<Value | undefined>();
  protected readonly fault = signal('');
  /** What is typed stays as it is typed as long as it means the value. */
  protected readonly text = linkedSignal<Value | undefined, string>({
    source: this.value,
    computation: (value, previous) => {
      const typed = previous?.value ?? '';
      if (value === undefined) return this.meaning(typed) === undefined ? typed : '';
      return this.meaning(typed) === value ? typed : this.write()(value);
    },
  });

  protected type(text: string): void {
    this.text.set(text);
    this.fault.set('');
    const value = this.meaning(text);
    if (value !== this.value()) this.written.emit(value);
  }

  protected judge(): void {
    const text = this.text().trim();
    if (text === '') return;
    try {
      this.read()(text);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      this.fault.set(ruleText(error.code));
    }
  }

  private meaning(text: string): Value | undefined {
    if (text.trim() === '') return undefined;
    try {
      return this.read()(text.trim());
    } catch (error) {
      if (error instanceof DomainError) return undefined;
      throw error;
    }
  }
}
