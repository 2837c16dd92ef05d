import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ExampleMark } from '@slusen/ui';
import { SiteApi } from '../data/site-api.js';

/** Contact, statements, and whether this is a demonstration; at the foot of each page. */
@Component({
  selector: 'app-site-footer',
  imports: [ExampleMark, RouterLink],
  templateUrl: './site-footer.html',
})
export class SiteFooter {
  private readonly resource = inject(SiteApi).site;
  protected readonly site = computed(() => (this.resource.hasValue() ? this.resource.value() : undefined));
}
