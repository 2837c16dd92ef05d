import { Component, computed, input, signal } from '@angular/core';

/** A column: what its head says and what a row shows there. `sortBy` gives the value rows are ordered by. */
export interface TableColumn<Row> {
  readonly key: string;
  readonly head: string;
  readonly cell: (row: Row) => string;
  /** Where the cell's text leads, when it leads anywhere; never of the first column, which heads the row. */
  readonly href?: (row: Row) => string | undefined;
  /** What must be known about the cell, in smaller words below it. */
  readonly notes?: (row: Row) => readonly TableNote[];
  /** The language of the column's texts where it is not the page's: what officials and sources wrote is Swedish. */
  readonly lang?: string;
  readonly sortBy?: (row: Row) => number | string;
  readonly isNumber?: boolean;
}

/** What must be known about a cell, in the language of its column unless it names another. */
export interface TableNote {
  readonly text: string;
  readonly language?: string;
}

/** A file with the same figures. */
export interface TableDownload {
  readonly label: string;
  readonly href: string;
}

/**
 * The figures as a table: first column heads the rows, columns can be sorted, wide tables scroll in a region that the
 * keyboard reaches, files with the same figures below. Sorting needs JavaScript, reading does not.
 */
@Component({
  selector: 'ui-data-table',
  template: `
    <div class="table-region" role="region" tabindex="0" [attr.aria-label]="caption()">
      <table class="data-table">
        <caption>
          {{
            caption()
          }}
        </caption>
        <thead>
          <tr>
            @for (column of columns(); track column.key) {
              <th scope="col" [class.number]="column.isNumber" [attr.aria-sort]="directionOf(column.key)">
                @if (column.sortBy) {
                  <button type="button" class="sort" (click)="sort(column.key)">{{ column.head }}</button>
                } @else {
                  {{ column.head }}
                }
              </th>
            }
          </tr>
        </thead>
        <tbody>
          @for (row of sorted(); track row) {
            <tr>
              @for (column of columns(); track column.key; let first = $first) {
                @if (first) {
                  <th scope="row" [attr.lang]="column.lang">{{ column.cell(row) }}</th>
                } @else {
                  <td [class.number]="column.isNumber" [attr.lang]="column.lang">
                    @if (column.href?.(row); as href) {
                      <a [href]="href">{{ column.cell(row) }}</a>
                    } @else {
                      {{ column.cell(row) }}
                    }
                    @for (note of column.notes?.(row); track $index) {
                      <p class="small soft" [attr.lang]="note.language">{{ note.text }}</p>
                    }
                  </td>
                }
              }
            </tr>
          }
        </tbody>
      </table>
    </div>
    @if (downloads().length) {
      <ul class="plain-list row small not-printed">
        @for (file of downloads(); track file.href) {
          <li>
            <a [href]="file.href" download>{{ file.label }}</a>
          </li>
        }
      </ul>
    }
  `,
})
export class DataTable<Row> {
  readonly caption = input.required<string>();
  readonly columns = input.required<readonly TableColumn<Row>[]>();
  readonly rows = input.required<readonly Row[]>();
  readonly downloads = input<readonly TableDownload[]>([]);
  private readonly order = signal<{ key: string; falling: boolean } | undefined>(undefined);

  protected readonly sorted = computed(() => {
    const order = this.order();
    const sortBy = this.columns().find(({ key }) => key === order?.key)?.sortBy;
    if (!order || !sortBy) return this.rows();
    const sign = order.falling ? -1 : 1;
    return [...this.rows()].sort((a, b) => sign * compare(sortBy(a), sortBy(b)));
  });

  protected sort(key: string): void {
    this.order.update((order) => ({ key, falling: order?.key === key && !order.falling }));
  }

  protected directionOf(key: string): 'ascending' | 'descending' | null {
    const order = this.order();
    if (order?.key !== key) return null;
    return order.falling ? 'descending' : 'ascending';
  }
}

function compare(a: number | string, b: number | string): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'sv');
}
