import { Component } from '@angular/core';

/** Marks what was invented for a demonstration: a target, a figure, an actor. */
@Component({
  selector: 'ui-example-mark',
  template: `<span class="example-mark" i18n="@@example.mark">exempel</span>`,
})
export class ExampleMark {}
