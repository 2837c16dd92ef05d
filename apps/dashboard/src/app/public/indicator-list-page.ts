import { Component, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { IndicatorList } from '@slusen/contracts';
import { cadenceWord, certaintyText, countedNoun, formatWithUnit, parsePeriod, periodPhrase, withPeriod } from '@slusen/domain';
import { EmptyState, ExampleMark, injectLanguage, injectWord, LocalizedText } from '@slusen/ui';
import { IndicatorsApi } from '../data/indicators-api.js';
import { PageHead } from '../shell/page-head.js';
import { PageState } from '../shell/page-state.js';
import { calendarLink } from './calendar-link.js';

type Item = IndicatorList['items'][number];

const PAGE_SIZE = 50;

/** All indicators, or those that a search finds; a plain form, so that it works without JavaScript. */
@Component({
  selector: 'app-indicator-list-page',
  imports: [EmptyState, ExampleMark, LocalizedText, PageState, RouterLink],
  templateUrl: './indicator-list-page.html',
})
export class IndicatorListPage {
  protected readonly texts = {
    heading: $localize`:@@list.heading:Indikatorer`,
    lead: $localize`:@@list.lead:Det vi mäter, med det senaste värdet för hela kommunen.`,
    searchLabel: $localize`:@@list.search-label:Sök en indikator`,
    searchDo: $localize`:@@list.search-do:Sök`,
    found: (query: string, total: number) =>
      total === 0
        ? $localize`:@@list.found-none:Ingen indikator passar ”${query}:query:”.`
        : total === 1
          ? $localize`:@@list.found-one:En indikator passar ”${query}:query:”.`
          : $localize`:@@list.found:${total}:total: indikatorer passar ”${query}:query:”.`,
    all: $localize`:@@list.all:Visa alla`,
    calendar: calendarLink(),
    noValue: $localize`:@@list.no-value:inget värde än`,
    perLocality: $localize`:@@list.per-locality:redovisas ort för ort`,
    emptyAdvice: $localize`:@@list.empty-advice:Pröva ett kortare ord, till exempel ”hus” eller ”företag”.`,
    previous: $localize`:@@list.previous:Föregående`,
    next: $localize`:@@list.next:Nästa`,
  };
  /** Bound from the query: `?q=hus&offset=50`. */
  readonly q = input(undefined, { transform: firstOf });
  readonly offset = input(undefined, { transform: firstOf });
  private readonly router = inject(Router);
  protected readonly query = computed(() => this.q()?.trim().slice(0, 100) ?? '');
  protected readonly from = computed(() => Math.max(0, Math.trunc(Number(this.offset() ?? 0)) || 0));
  protected readonly list = inject(IndicatorsApi).list(() => ({ q: this.query(), limit: PAGE_SIZE, offset: this.from() }));
  protected readonly cadenceWord = injectWord(cadenceWord);
  protected readonly noun = (count: number): string => countedNoun('indicator', count, this.language);
  protected readonly pageSize = PAGE_SIZE;
  protected readonly language = injectLanguage();
  /** A value, what it covers and how sure it is, as one phrase ("placering 179 år 2025 (preliminärt)"), and where in it the value stands. */
  protected readonly latestOf = (indicator: Item, latest: NonNullable<Item['latest']>): Record<'before' | 'value' | 'after', string> => {
    const { unit, decimals, isExample } = indicator;
    const text = formatWithUnit(latest.value, unit, { decimals, language: this.language });
    const phrase = withPeriod(text, periodPhrase(parsePeriod(latest.period), this.language, indicator), this.language);
    const at = phrase.lastIndexOf(text);
    // What is an example is marked so beside its name.
    const certainty = certaintyText(isExample ? { ...latest, provenance: 'exact' } : latest, this.language);
    const after = phrase.slice(at + text.length) + (certainty ? ` (${certainty})` : '');
    return { before: phrase.slice(0, at), value: text, after };
  };

  constructor() {
    const head = inject(PageHead);
    effect(() =>
      head.set(this.query() ? $localize`:@@list.title-search:Sökning: ${this.query()}:query:` : $localize`:@@list.title:Indikatorer`),
    );
  }

  /** The same search without loading the page anew. */
  protected search(event: Event, text: string): void {
    event.preventDefault();
    void this.router.navigate(['/indikatorer'], { queryParams: { q: text.trim() || null } });
  }

  protected pageQuery(offset: number): Record<string, string | number | null> {
    return { q: this.query() || null, offset: offset || null };
  }
}

/** A parameter that is there twice comes as a list; the server renders the page of the first. */
function firstOf(value: string | readonly string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : value?.[0];
}
