import { Component, computed, effect, inject, input, RESPONSE_INIT } from '@angular/core';
import { RouterLink } from '@angular/router';
import { PageHead } from './page-head.js';

/** What stands instead of a page that cannot be shown; on the server the answer gets the same status. */
@Component({
  selector: 'app-error-page',
  imports: [RouterLink],
  template: `
    <div class="prose">
      <h1>{{ heading() }}</h1>
      <p class="lead">{{ advice() }}</p>
      @if (reference(); as id) {
        <p class="soft small">
          {{ texts.reference }} <code>{{ id }}</code>
        </p>
      }
      <p class="row">
        @if (!isNew()) {
          <a class="button" routerLink="/">{{ texts.toStart }}</a>
        }
        <a class="button secondary" routerLink="/indikatorer">{{ texts.search }}</a>
      </p>
    </div>
  `,
})
export class ErrorPage {
  protected readonly texts = {
    toStart: $localize`:@@error.to-start:Till startsidan`,
    reference: $localize`:@@error.reference:Felnummer:`,
    search: $localize`:@@error.search:Sök bland indikatorerna`,
  };
  /** 0 when no answer came at all. */
  readonly status = input(404);
  /** A new installation without a strategy: nothing is wrong, there is just nothing to show yet. */
  readonly isNew = input(false);
  /** The id that the log has of a request that failed here; undefined where nothing did. */
  readonly reference = input<string>();

  /** An address with something in it that cannot be (a month of a yearly indicator, say) leads nowhere either. */
  private readonly isUnknown = computed(() => [400, 404, 422].includes(this.status()));
  protected readonly heading = computed(() => {
    if (this.isNew()) return $localize`:@@error.new.heading:Ingen strategi finns här än`;
    if (this.isUnknown()) return $localize`:@@error.404.heading:Sidan finns inte`;
    if (this.status() === 403) return $localize`:@@error.403.heading:Du har inte behörighet till den här sidan`;
    if (this.status() === 503 || this.status() === 0) return $localize`:@@error.503.heading:Vi når inte uppgifterna just nu`;
    return $localize`:@@error.500.heading:Något gick fel hos oss`;
  });
  protected readonly advice = computed(() => {
    if (this.isNew()) return $localize`:@@error.new.advice:Här visas kommunens mål när strategin är beslutad.`;
    if (this.isUnknown()) return $localize`:@@error.404.advice:Adressen kan vara felskriven, eller så har sidan bytt namn.`;
    if (this.status() === 403) return $localize`:@@error.403.advice:Behöver du den i ditt arbete? Be administratören om rätt behörighet.`;
    if (this.status() === 503 || this.status() === 0)
      return $localize`:@@error.503.advice:Det brukar gå över snart. Ladda om sidan om en liten stund.`;
    return $localize`:@@error.500.advice:Felet är vårt, inte ditt. Försök igen om en stund, och hör av dig om det inte går över.`;
  });

  constructor() {
    const response = inject(RESPONSE_INIT, { optional: true });
    const head = inject(PageHead);
    effect(() => {
      if (response) response.status = this.isNew() ? 200 : this.status() || 503;
      head.set(this.heading());
    });
  }
}
