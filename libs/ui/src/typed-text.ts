import { computed, Directive, ElementRef, inject, input, output } from '@angular/core';
import { FormField } from './form-field.js';

/**
 * A control in a form field that someone types in: shows the text, hands on each change of it, and is tied to the label, hint and fault
 * of its field.
 */
@Directive({
  selector: 'input[uiTypedText], textarea[uiTypedText]',
  host: {
    class: 'input',
    '[id]': 'field.for()',
    '[attr.aria-describedby]': 'describedBy()',
    '[attr.aria-invalid]': 'field.fault() ? true : null',
    '[value]': 'text()',
    '(input)': 'typed.emit(control.value)',
  },
})
export class TypedText {
  readonly text = input.required<string>({ alias: 'uiTypedText' });
  /** The id of something else that says more about it. */
  readonly saidBy = input<string>();
  readonly typed = output<string>();
  protected readonly field = inject(FormField);
  protected readonly control = inject<ElementRef<HTMLInputElement | HTMLTextAreaElement>>(ElementRef).nativeElement;
  protected readonly describedBy = computed(() => {
    const name = this.field.for();
    const ids = [this.field.hint() ? `${name}-hint` : undefined, this.saidBy(), `${name}-fault`];
    return ids.filter((id) => id !== undefined).join(' ');
  });
}
