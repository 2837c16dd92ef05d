import { Component, input } from '@angular/core';
import { FakeApi, ok } from '../../testing/fake-api.js';
import { aSite } from '../../testing/people.js';
import { showPage } from '../../testing/show-page.js';
import { focusWhenChanged } from './focus-when-changed.js';

@Component({ selector: 'app-parts', template: `<h2 id="del" tabindex="-1">{{ part() }}</h2>` })
class Parts {
  readonly part = input<string>();

  constructor() {
    focusWhenChanged('#del', () => this.part());
  }
}

describe('The heading of what somebody went to within a page', () => {
  beforeEach(() => new FakeApi().on('GET /api/site', ok(aSite())));

  it('takes the focus once another part is shown, and not when the page is', async () => {
    const { element, give } = await showPage(Parts);
    const heading = (): Element | null => element.querySelector('#del');
    for (const [part, isFocused] of [
      ['namn', false],
      ['namn', false],
      ['mal', true],
    ] as const) {
      await give({ part });
      expect([heading()?.textContent, document.activeElement === heading()]).toEqual([part, isFocused]);
    }
  });
});
