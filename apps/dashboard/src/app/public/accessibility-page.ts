import { Component, computed, inject } from '@angular/core';
import { ExampleMark } from '@slusen/ui';
import { SiteApi } from '../data/site-api.js';
import { PageHead } from '../shell/page-head.js';

/** The accessibility statement that the law on digital public service (DOS-lagen) asks for. */
@Component({
  selector: 'app-accessibility-page',
  imports: [ExampleMark],
  templateUrl: './accessibility-page.html',
})
export class AccessibilityPage {
  private readonly resource = inject(SiteApi).site;
  protected readonly site = computed(() => (this.resource.hasValue() ? this.resource.value() : undefined));

  constructor() {
    inject(PageHead).set($localize`:@@accessibility.title:Tillgänglighet`);
  }
}
