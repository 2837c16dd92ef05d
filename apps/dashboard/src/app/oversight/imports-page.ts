import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ImportRunQuery } from '@slusen/contracts';
import { personName } from '@slusen/domain';
import { EmptyState, injectWord, MomentPipe } from '@slusen/ui';
import { OversightApi } from '../data/oversight-api.js';
import { ListOrder, ListPage } from '../shell/list-page.js';
import { PageHead } from '../shell/page-head.js';
import { PageState } from '../shell/page-state.js';
import { SortedTable, type ListColumn } from '../shell/sorted-table.js';
import { injectCount, injectPublicityText } from './import-texts.js';

const PAGE_SIZE = 50;
type Sort = ImportRunQuery['sort'];
const COLUMNS = ['file', 'at', 'by', 'source'] as const;
const COUNTS = ['rows', 'added', 'changed', 'unchanged'] as const;

/** Files of figures that were read in, sorted and a page at a time. */
@Component({
  selector: 'app-imports-page',
  imports: [EmptyState, MomentPipe, PageState, RouterLink, SortedTable],
  templateUrl: './imports-page.html',
})
export class ImportsPage {
  protected readonly texts = {
    heading: $localize`:@@imports.heading:Inläsningar`,
    lead: $localize`:@@imports.lead:Filer med siffror som har lästs in. En fil läses in hel eller inte alls: den som hade fel ändrade inget och står inte här.`,
    publicity: $localize`:@@imports.publicity:Läge`,
    emptyAdvice: $localize`:@@imports.empty-advice:Den som sköter servern läser in en fil med npm run import. Den måste godkännas av en granskare.`,
    found: (total: number) => (total === 1 ? $localize`:@@imports.one:1 fil` : $localize`:@@imports.many:${total}:count: filer`),
  };
  protected readonly heads: Readonly<Record<Sort, string>> = {
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
  protected readonly personName = injectWord(personName);
  protected readonly count = injectCount();
  protected readonly publicity = injectPublicityText();
  protected readonly order = new ListOrder<Sort>({ sorts: [...COLUMNS, ...COUNTS], first: 'at', fallAtFirst: ['at'] }, this);
  protected readonly page = new ListPage(PAGE_SIZE, this.fran);
  protected readonly list = inject(OversightApi).imports(() => ({ ...this.order.query(), ...this.page.query() }));
  protected readonly counts = COUNTS;
  protected readonly columns: readonly ListColumn<Sort>[] = [
    ...COLUMNS.map((sort) => ({ sort, head: this.heads[sort] })),
    ...COUNTS.map((sort) => ({ sort, head: this.heads[sort], isNumber: true })),
    { head: this.texts.publicity },
  ];

  constructor() {
    inject(PageHead).set($localize`:@@imports.title:Inläsningar`);
  }
}
