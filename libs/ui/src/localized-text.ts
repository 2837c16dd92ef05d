import { Component, computed, input } from '@angular/core';
import { textIn, type Localized } from '@slusen/domain';
import { injectLanguage } from './language.js';

/** Shows a text in the reader's language; when it exists in Swedish only, says so to whoever reads it aloud. */
@Component({
  selector: '[uiText]',
  template: '{{ shown().text }}',
  host: { '[attr.lang]': 'shown().language === language ? null : shown().language' },
})
export class LocalizedText {
  readonly uiText = input.required<Localized>();
  protected readonly language = injectLanguage();
  protected readonly shown = computed(() => textIn(this.uiText(), this.language));
}
