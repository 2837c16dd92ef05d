import { Component } from '@angular/core';
import { injectLanguage } from './language.js';
import { show } from './testing/index.js';

@Component({ template: '{{ language }}' })
class Speaking {
  readonly language = injectLanguage();
}

describe('The language of a page', () => {
  for (const language of ['sv', 'en'] as const) {
    it(`is ${language} in the build for ${language}`, async () => {
      expect((await show(Speaking, { language })).element.innerText).toBe(language);
    });
  }
});
