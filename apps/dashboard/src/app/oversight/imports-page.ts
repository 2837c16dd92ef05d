import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { ImportRunQuery } from '@slusen/contracts';
import { personName } from '@slusen/domain';
import { EmptyState, injectWord, MomentPipe } from '@slusen/ui';
import { OversightApi } from '../data/oversight-api.js';
import { PageHead } from '../shell/page-head.js';
import { PageState } from '../shell/page-state.js';
import { injectCount, injectPublicityText } from './import-texts.js';

const PAGE_SIZE = 50;
type Sort = ImportRunQuery['sort'];
const SORTS: readonly Sort[] = ['file', 'at', 'by', 'source', 'rows', 'added', 'changed', 'unchanged'];
const COUNTS: readonly Sort[] = ['rows', 'added', 'changed', 'unchanged'];

/** Files of figures that were read in, sorted and a page at a time. */
@Component({
  selector: 'app-imports-page',
  imports: [EmptyState, MomentPipe, PageState, RouterLink],
  templateUrl: './imports-page.html',
})
export class ImportsPage {
  protected readonly texts = {
    heading: $localize`:@@imports.heading:Inläsningar`,
    lead: $localize`:@@imports.lead:Filer med siffror som har lästs in. En fil läses in hel eller inte alls: den som hade fel ändrade inget och står inte här.`,
    publicity: $localize`:@@imports.publicity:Läge`,
    emptyAdvice: $localize`:@@imports.empty-advice:Den som sköter servern läser in en fil med npm run import. Den måste godkännas av en granskare.`,
    previous: $localize`:@@imports.previous:Föregående`,
    next: $localize`:@@imports.next:Nästa`,
    found: (total: number) => (total === 1 ? $localize`:@@imports.one:1 fil` : $localize`:@@imports.many:${total}:count: filer`),
  };
  private readonly heads: Readonly<Record<Sort, string>> = {
    at: $localize`:@@imports.at:Inläst`,
    file: $localize`:@@imports.file:Fil`,
    source: $localize`:@@imports.source:Källa`,
    by: $localize`:@@imports.by:Godkänd av`,
    rows: $localize`:@@imports.rows:Rader`,
    added: $localize`:@@imports.added:Nya`,
    changed: $localize`:@@imports.changed:Ändrade`,
    unchanged: $localize`:@@imports.unchanged:Oförändrade`,
  };
  /** Bound from the query: `?ordning=rows&fallande=0&fran=50`. */
  readonly ordning = input<string>();
  readonly fallande = input<string>();
  readonly fran = input<string>();
  private readonly router = inject(Router);
  protected readonly personName = injectWord(personName);
  protected readonly count = injectCount();
  protected readonly publicity = injectPublicityText();
  protected readonly pageSize = PAGE_SIZE;
  private readonly sort = computed<Sort>(() => SORTS.find((known) => known === this.ordning()) ?? 'at');
  private readonly isFalling = computed(() => (this.fallande() === undefined ? this.sort() === 'at' : this.fallande() === '1'));
  protected readonly from = computed(() => Math.max(0, Math.trunc(Number(this.fran() ?? 0)) || 0));
  protected readonly list = inject(OversightApi).imports(() => ({
    sort: this.sort(),
    falling: this.isFalling() ? '1' : '0',
    limit: PAGE_SIZE,
    offset: this.from(),
  }));
  protected readonly columns = computed(() =>
    SORTS.map((sort) => ({
      sort,
      head: this.heads[sort],
      isNumber: COUNTS.includes(sort),
      direction: sort === this.sort() ? (this.isFalling() ? 'descending' : 'ascending') : null,
    })),
  );

  constructor() {
    inject(PageHead).set($localize`:@@imports.title:Inläsningar`);
  }

  /** By the column; once more: the other way round. The latest come first, and the rest begin with the smallest. */
  protected orderBy(sort: Sort): void {
    const falls = sort === this.sort() ? !this.isFalling() : sort === 'at';
    this.go({ ordning: sort === 'at' ? null : sort, fallande: falls === (sort === 'at') ? null : falls ? '1' : '0', fran: null });
  }

  protected goTo(offset: number): void {
    this.go({ fran: offset > 0 ? offset : null });
  }

  private go(queryParams: Readonly<Record<string, string | number | null>>): void {
    void this.router.navigate(['/administration/inlasningar'], { queryParams, queryParamsHandling: 'merge' });
  }
}
