import { Component, inject } from '@angular/core';
import { ExampleMark } from '@slusen/ui';
import { SiteApi } from '../data/site-api.js';

/** Whom people write to or call; says so when nobody has set it. */
@Component({
  selector: 'app-site-contact',
  imports: [ExampleMark],
  template: `
    @if (site()?.contact; as contact) {
      @if (contact.email; as email) {
        <a [href]="'mailto:' + email">{{ email }}</a>
      }
      @if (contact.telephone; as telephone) {
        @if (contact.email) {
          &ngsp;·&ngsp;
        }
        <span class="unbroken">{{ telephone }}</span>
      }
      @if (!contact.email && !contact.telephone) {
        {{ texts.notSet }}
      }
      @if (contact.isExample) {
        &ngsp;<ui-example-mark />
      }
    }
  `,
})
export class SiteContact {
  protected readonly texts = {
    notSet: $localize`:@@contact.not-set:kontaktuppgifter är inte angivna än.`,
  };
  protected readonly site = inject(SiteApi).site;
}
