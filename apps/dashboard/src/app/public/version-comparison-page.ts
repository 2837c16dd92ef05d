import { Component, computed, inject, input } from '@angular/core';
import { EmptyState } from '@slusen/ui';
import { LineageApi } from '../data/lineage-api.js';
import { Breadcrumbs } from '../shell/breadcrumbs.js';
import { PageHead } from '../shell/page-head.js';
import { PageState } from '../shell/page-state.js';
import { VersionComparison } from '../shell/version-comparison.js';

type Asked = string | string[];

/** Two adopted versions of the strategy side by side; the form needs no script. */
@Component({
  selector: 'app-version-comparison-page',
  imports: [Breadcrumbs, EmptyState, PageState, VersionComparison],
  template: `
    @if (page.hasValue()) {
      @let view = page.value();
      <app-breadcrumbs [above]="above" />
      <h1>{{ texts.heading }}</h1>
      <p class="lead prose">{{ texts.lead }}</p>
      @if (view.versions.length > 1) {
        <p class="prose">{{ texts.asOf }}</p>
        <form class="compared-versions not-printed" method="get">
          @for (choice of choices(); track choice.name) {
            <label class="field">
              <span>{{ choice.label }}</span>
              <select class="input" [name]="choice.name">
                @for (number of view.versions; track number) {
                  <option [value]="number" [selected]="number === choice.chosen">{{ texts.version(number) }}</option>
                }
              </select>
            </label>
          }
          <button class="button secondary" type="submit">{{ texts.compare }}</button>
        </form>
        <app-version-comparison [comparison]="view" />
      } @else {
        <ui-empty-state [heading]="texts.onlyOne" />
      }
    } @else {
      <app-page-state [of]="page" />
    }
  `,
})
export class VersionComparisonPage {
  protected readonly texts = {
    heading: $localize`:@@comparison.heading:Jämför två versioner av strategin`,
    lead: $localize`:@@comparison.lead:Bara det som skiljer sig åt visas. Det som har tillkommit är understruket och det som har tagits bort är överstruket.`,
    asOf: $localize`:@@comparison.as-of:En version som har upphört att gälla visas som den löd då. Den som gäller visas som den lyder nu. Har ett målvärde ändrats genom ett eget beslut medan versionen gällde står det vid målvärdet; övriga skillnader kom med den senare versionen.`,
    earlier: $localize`:@@comparison.earlier:Från`,
    later: $localize`:@@comparison.later:Till`,
    compare: $localize`:@@comparison.compare:Jämför`,
    onlyOne: $localize`:@@comparison.only-one:Det finns bara en version att läsa`,
    version: (number: number) => $localize`:@@comparison.version-choice:Version ${number}:number:`,
  };
  /** Bound from the query: `?fran=1&till=2`. */
  readonly fran = input<Asked>();
  readonly till = input<Asked>();
  protected readonly above = [{ link: '/strategi', name: { sv: 'Strategin', en: 'The strategy' } }];
  protected readonly page = inject(LineageApi).comparison(() => ({ from: one(this.fran()), to: one(this.till()) }));
  protected readonly choices = computed(() => {
    const view = this.page.hasValue() ? this.page.value() : undefined;
    return [
      { name: 'fran', label: this.texts.earlier, chosen: view?.before.decided?.version },
      { name: 'till', label: this.texts.later, chosen: view?.after.decided?.version },
    ];
  });

  constructor() {
    inject(PageHead).set($localize`:@@comparison.title:Jämför versioner`);
  }
}

const one = (asked: Asked | undefined): string | undefined => (Array.isArray(asked) ? asked[0] : asked);
