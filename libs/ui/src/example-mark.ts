import { Component } from '@angular/core';

/** Marks what was invented for a demonstration: a target, a figure, an actor. */
@Component({
  selector: 'ui-example-mark',
  template: `<span class="example-mark">{{ texts.mark }}</span>`,
})
export class ExampleMark {
  protected readonly texts = {
    mark: $localize`:@@example.mark:exempel`,
  };
}
