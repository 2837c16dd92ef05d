import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { DraftsApi } from '../data/drafts-api.js';
import { PageHead } from '../shell/page-head.js';
import { PageState } from '../shell/page-state.js';
import { VersionComparison } from '../shell/version-comparison.js';

/** A draft beside the version in force, or beside another that was adopted. */
@Component({
  selector: 'app-draft-comparison-page',
  imports: [PageState, RouterLink, VersionComparison],
  template: `
    <p class="breadcrumbs">
      <a [routerLink]="['/administration/strategi', id()]">{{ texts.back }}</a>
    </p>
    <h1>{{ texts.heading }}</h1>
    @if (reading.hasValue()) {
      @let view = reading.value();
      <p class="lead prose">{{ texts.lead }}</p>
      @if (view.versions.length > 1) {
        <p class="small not-printed">
          {{ texts.beside }}
          @for (number of view.versions; track number) {
            <a
              [routerLink]="[]"
              [queryParams]="{ med: number }"
              [attr.aria-current]="view.before.decided?.version === number ? 'true' : null"
              >{{ texts.version(number) }}</a>{{ $last ? '' : ' · ' }}
          }
        </p>
      }
      <app-version-comparison [comparison]="view" />
    } @else {
      <app-page-state [of]="reading" />
    }
  `,
})
export class DraftComparisonPage {
  protected readonly texts = {
    back: $localize`:@@draft-comparison.back:Utkastet`,
    heading: $localize`:@@draft-comparison.heading:Vad utkastet ändrar`,
    lead: $localize`:@@draft-comparison.lead:Bara det som skiljer sig från den antagna versionen visas. Ett målvärde som inte är färdigskrivet räknas inte än.`,
    beside: $localize`:@@draft-comparison.beside:Jämför med:`,
    version: (number: number) => $localize`:@@draft-comparison.version:version ${number}:number:`,
  };
  /** The draft's number, and the adopted version that it is compared with (`?med=1`). */
  readonly id = input.required<string>();
  readonly med = input<string>();
  protected readonly reading = inject(DraftsApi).comparison(this.id, this.med);

  constructor() {
    inject(PageHead).set($localize`:@@draft-comparison.title:Vad utkastet ändrar`);
  }
}
