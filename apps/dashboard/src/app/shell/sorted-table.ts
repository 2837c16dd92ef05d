import { Component, input } from '@angular/core';
import type { ListOrder, ListPage } from './list-page.js';
import { ListPages } from './list-pages.js';

/** A column of a list that the server sorts; without `sort` it does not sort by it. */
export interface ListColumn<Sort extends string> {
  readonly head: string;
  readonly sort?: Sort;
  readonly isNumber?: boolean;
}

/**
 * A list a page at a time, sorted by its heads; its rows are the content. On a telephone each row is a block, whose cells say by `data-head` what
 * they are; the roles are said since a block is no table to all browsers.
 */
@Component({
  selector: 'app-sorted-table',
  imports: [ListPages],
  template: `
    <div class="table-region" role="region" tabindex="0" [attr.aria-label]="label()">
      <p class="small soft folded-only" aria-hidden="true">{{ texts.order }}</p>
      <table class="data-table folding" role="table">
        <thead role="rowgroup">
          <tr role="row">
            @for (column of columns(); track column.head) {
              <th scope="col" role="columnheader" [class.number]="column.isNumber" [attr.aria-sort]="order().directionOf(column.sort)">
                @if (column.sort; as sort) {
                  <button type="button" class="sort" (click)="order().orderBy(sort)">{{ column.head }}</button>
                } @else {
                  {{ column.head }}
                }
              </th>
            }
          </tr>
        </thead>
        <tbody role="rowgroup">
          <ng-content />
        </tbody>
      </table>
    </div>
    <app-list-pages [of]="page()" [total]="total()" />
  `,
})
export class SortedTable<Sort extends string> {
  protected readonly texts = { order: $localize`:@@sorted-table.order:Ordna efter` };
  readonly label = input.required<string>();
  readonly columns = input.required<readonly ListColumn<Sort>[]>();
  readonly order = input.required<ListOrder<Sort>>();
  readonly page = input.required<ListPage>();
  readonly total = input.required<number>();
}
