import { Component, input } from '@angular/core';

/**
 * A label, a hint and a fault around one control, which is content. Where someone types, `TypedText` ties it to them; any other carries the
 * id `for` and, when there is a hint or a fault, `aria-describedby` with `…-hint` and `…-fault`.
 */
@Component({
  selector: 'ui-form-field',
  template: `
    <div class="field">
      <label [for]="for()">{{ label() }}</label>
      @if (hint()) {
        <p class="hint" [id]="for() + '-hint'">{{ hint() }}</p>
      }
      <ng-content />
      <p class="fault" [id]="for() + '-fault'" [hidden]="!fault()">{{ fault() }}</p>
    </div>
  `,
})
export class FormField {
  readonly label = input.required<string>();
  readonly for = input.required<string>();
  readonly hint = input<string>();
  readonly fault = input<string>();
}
