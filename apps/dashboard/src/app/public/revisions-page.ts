import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { SeriesRevision } from '@slusen/contracts';
import { figureName, momentLabel, parsePeriod, textIn } from '@slusen/domain';
import { DataTable, EmptyState, ExampleMark, injectLanguage, LocalizedText, type TableColumn } from '@slusen/ui';
import { IndicatorsApi } from '../data/indicators-api.js';
import { Breadcrumbs } from '../shell/breadcrumbs.js';
import { PageHead } from '../shell/page-head.js';
import { PageState } from '../shell/page-state.js';

const PAGE_SIZE = 100;

/** Every revision of a series that the public has seen: what was said, when, why and by which department. */
@Component({
  selector: 'app-revisions-page',
  imports: [Breadcrumbs, DataTable, EmptyState, ExampleMark, LocalizedText, PageState, RouterLink],
  template: `
    @if (list.hasValue()) {
      @let found = list.value();
      <app-breadcrumbs [above]="above()" />
      <p class="eyebrow">
        <span [uiText]="found.territory.name"></span>
        @if (found.breakdown) {
          <span>, {{ found.breakdown }}</span>
        }
      </p>
      <h1>
        {{ texts.heading }} <span [uiText]="found.indicator.name"></span>
        @if (found.isExample) {
          &ngsp;<ui-example-mark />
        }
      </h1>
      <p class="lead">{{ texts.lead }}</p>
      @if (found.localities.length) {
        <p>
          {{ texts.localities }}
          @for (place of found.localities; track place.code; let last = $last) {
            <a [routerLink]="self()" [queryParams]="{ omrade: place.code }" [uiText]="place.name"></a>{{ last ? '.' : ', ' }}
          }
        </p>
      }
      @if (found.items.length) {
        <ui-data-table [caption]="texts.caption(found.total)" [columns]="columns()" [rows]="found.items" [downloads]="downloads()" />
      } @else {
        <ui-empty-state [heading]="found.localities.length ? texts.perLocality : texts.none" />
      }
      @if (found.total > pageSize) {
        <nav class="row section" [attr.aria-label]="texts.pages">
          @if (from() > 0) {
            <a class="button secondary" [routerLink]="self()" [queryParams]="at(from() - pageSize)">{{ texts.later }}</a>
          }
          @if (from() + pageSize < found.total) {
            <a class="button secondary" [routerLink]="self()" [queryParams]="at(from() + pageSize)">{{ texts.earlier }}</a>
          }
        </nav>
      }
    } @else {
      <app-page-state [of]="list" />
    }
  `,
})
export class RevisionsPage {
  protected readonly texts = {
    heading: $localize`:@@revisions.heading:Alla ändringar:`,
    lead: $localize`:@@revisions.lead:Varje värde som har publicerats, när det blev öppet och varför det ändrades. Det senaste står först.`,
    caption: (total: number) =>
      total === 1 ? $localize`:@@revisions.caption-one:En utgåva` : $localize`:@@revisions.caption:${total}:total: utgåvor`,
    period: $localize`:@@revisions.period:Period`,
    kind: $localize`:@@revisions.kind:Slag`,
    what: $localize`:@@revisions.what:Vad som sades`,
    when: $localize`:@@revisions.when:Öppet från`,
    why: $localize`:@@revisions.why:Varför`,
    source: $localize`:@@revisions.source:Källa`,
    by: $localize`:@@revisions.by:Godkänt av`,
    kinds: {
      first: $localize`:@@revisions.first:Första värdet`,
      confirmation: $localize`:@@revisions.confirmation:Nu slutligt`,
      revision: $localize`:@@revisions.revision:Slutligt värde`,
      correction: $localize`:@@revisions.correction:Rättat`,
    } satisfies Record<SeriesRevision['kind'], string>,
    sureness: $localize`:@@revisions.sureness:Säkerhet`,
    file: $localize`:@@revisions.file:Ladda ner alla ändringar som CSV`,
    localities: $localize`:@@revisions.localities:Orterna var för sig:`,
    perLocality: $localize`:@@revisions.per-locality:Inget värde för hela kommunen, bara för orterna`,
    none: $localize`:@@revisions.none:Inget värde har publicerats ännu`,
    pages: $localize`:@@revisions.pages:Sidor`,
    later: $localize`:@@revisions.later:Senare`,
    earlier: $localize`:@@revisions.earlier:Tidigare`,
  };
  /** Bound from the route `/indikator/:slug/historik?omrade=…&offset=…`. */
  readonly slug = input.required<string>();
  readonly omrade = input(undefined, { transform: firstOf });
  readonly offset = input(undefined, { transform: firstOf });
  private readonly api = inject(IndicatorsApi);
  protected readonly language = injectLanguage();
  protected readonly pageSize = PAGE_SIZE;
  protected readonly from = computed(() => Math.max(0, Math.trunc(Number(this.offset() ?? 0)) || 0));
  protected readonly list = this.api.revisions(() => ({
    slug: this.slug(),
    territory: this.omrade(),
    limit: PAGE_SIZE,
    offset: this.from(),
  }));
  protected readonly self = computed(() => ['/indikator', this.slug(), 'historik']);
  protected readonly above = computed(() => {
    const { slug, name } = this.list.hasValue() ? this.list.value().indicator : { slug: '', name: { sv: '' } };
    return [
      { link: '/indikatorer', name: { sv: 'Indikatorer', en: 'Indicators' } },
      { link: `/indikator/${slug}`, name },
    ];
  });
  protected readonly downloads = computed(() => [
    { label: this.texts.file, href: this.api.revisionFile({ slug: this.slug(), territory: this.omrade() }) },
  ]);
  protected readonly columns = computed<TableColumn<SeriesRevision>[]>(() => {
    const [{ language, texts }, reporting] = [this, this.list.hasValue() ? this.list.value().reporting : undefined];
    return [
      { key: 'period', head: texts.period, cell: ({ period }) => figureName(parsePeriod(period), language, { reporting }) },
      { key: 'kind', head: texts.kind, cell: ({ kind }) => texts.kinds[kind] },
      { key: 'what', head: texts.what, cell: ({ told }) => told[language] },
      { key: 'sureness', head: texts.sureness, cell: ({ sureness }) => sureness?.[language] ?? '' },
      { key: 'when', head: texts.when, cell: ({ publishedAt }) => momentLabel(publishedAt, language) },
      { key: 'why', head: texts.why, cell: ({ reason }) => reason ?? '', lang: 'sv' },
      {
        key: 'source',
        head: texts.source,
        cell: (one) => one.sourceLabel,
        href: (one) => one.sourceAddress,
        lang: 'sv',
      },
      { key: 'by', head: texts.by, cell: ({ approvedBy }) => (approvedBy ? textIn(approvedBy, language).text : '') },
    ];
  });

  constructor() {
    const head = inject(PageHead);
    effect(() => {
      if (this.list.hasValue())
        head.set($localize`:@@revisions.title:Alla ändringar: ${textIn(this.list.value().indicator.name, this.language).text}:name:`);
    });
  }

  protected at(offset: number): Record<string, string | number | null> {
    return { omrade: this.omrade() ?? null, offset: offset > 0 ? offset : null };
  }
}

/** A parameter that is there twice comes as a list; the server renders the page of the first. */
function firstOf(value: string | readonly string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : value?.[0];
}
