import { computed, inject, type Signal } from '@angular/core';
import { Router } from '@angular/router';

/** What is put into the address of a page of a list; null takes it out. */
type ListParams = Readonly<Record<string, string | number | null>>;

function injectGo(): (queryParams: ListParams) => void {
  const router = inject(Router);
  return (queryParams) => void router.navigate([], { queryParams, queryParamsHandling: 'merge' });
}

/** Which page of a list is shown. It stands in the address (`?fran=50`), so that one comes back to it. */
export class ListPage {
  private readonly go = injectGo();
  readonly from = computed(() => Math.max(0, Math.trunc(Number(this.fran() ?? 0)) || 0));
  /** As lists are asked for. */
  readonly query = computed(() => ({ limit: this.size, offset: this.from() }));

  constructor(
    readonly size: number,
    private readonly fran: Signal<string | undefined>,
  ) {}

  goTo(offset: number): void {
    this.go({ fran: offset > 0 ? offset : null });
  }
}

/** What a list can be sorted by, what it is sorted by where nobody said, and what begins with the greatest. */
interface Sorts<Sort extends string> {
  readonly sorts: readonly Sort[];
  readonly first: Sort;
  readonly fallAtFirst?: readonly Sort[];
}

/** What the address says of how a list is sorted: `?ordning=rows&fallande=0`. */
interface SaidOrder {
  readonly ordning: Signal<string | undefined>;
  readonly fallande: Signal<string | undefined>;
}

/** How a list is sorted. It stands in the address, which says nothing of what is so anyway. */
export class ListOrder<Sort extends string> {
  private readonly go = injectGo();
  readonly sort = computed<Sort>(() => this.of.sorts.find((known) => known === this.said.ordning()) ?? this.of.first);
  readonly isFalling = computed(() => {
    const said = this.said.fallande();
    return said === undefined ? this.fallsAtFirst(this.sort()) : said === '1';
  });
  /** As lists are asked for. */
  readonly query = computed(() => ({ sort: this.sort(), falling: this.isFalling() ? ('1' as const) : ('0' as const) }));

  constructor(
    private readonly of: Sorts<Sort>,
    private readonly said: SaidOrder,
  ) {}

  directionOf(sort: Sort | undefined): 'ascending' | 'descending' | null {
    if (sort !== this.sort()) return null;
    return this.isFalling() ? 'descending' : 'ascending';
  }

  /** By a column; once more: the other way round. It begins anew from the first page. */
  orderBy(sort: Sort): void {
    const isFirst = this.fallsAtFirst(sort);
    const falls = sort === this.sort() ? !this.isFalling() : isFirst;
    this.go({ ordning: sort === this.of.first ? null : sort, fallande: falls === isFirst ? null : falls ? '1' : '0', fran: null });
  }

  private fallsAtFirst(sort: Sort): boolean {
    return this.of.fallAtFirst?.includes(sort) ?? false;
  }
}
