import { Component } from '@angular/core';
import { provenanceText } from '@slusen/domain';
import { injectLanguage } from './language.js';

/** Marks what was invented for a demonstration: a target, a figure, an actor. */
@Component({
  selector: 'ui-example-mark',
  template: `<span class="example-mark">{{ mark }}</span>`,
})
export class ExampleMark {
  protected readonly mark = provenanceText('example', injectLanguage());
}
