import { computed, inject, Injectable, linkedSignal, signal } from '@angular/core';
import type { GridRow } from '@slusen/contracts';
import type { CellView } from './grid-cells.js';
import { GridDesk } from './grid-desk.js';
import type { Writing } from './grid-edits.js';
import { blockOf, placesIn, selectionAt, within, type Place, type Selection, type Size } from './grid-selection.js';

/** A row of the sheet: what it is of, and the keys of its cells. */
export interface SheetRow {
  readonly row: GridRow;
  readonly keys: readonly string[];
}

/** Where keys go in a sheet, and what stands there. */
@Injectable()
export class GridCursor {
  private readonly desk = inject(GridDesk);
  private readonly sheet = signal<{ readonly rows: () => readonly SheetRow[]; readonly columns: () => number }>({
    rows: () => [],
    columns: () => 0,
  });
  readonly size = computed<Size>(() => ({ rows: this.sheet().rows().length, columns: this.sheet().columns() }));
  /** Stays on its place as rows come and go, as near as there are any. */
  readonly selection = linkedSignal<Size, Selection>({
    source: this.size,
    computation: (size, earlier) => {
      const { anchor, focus } = earlier?.value ?? selectionAt({ row: 0, column: 0 });
      return { anchor: within(anchor, size), focus: within(focus, size) };
    },
  });

  /** Says which rows there are, and how many columns. */
  follow(rows: () => readonly SheetRow[], columns: () => number): void {
    this.sheet.set({ rows, columns });
  }

  /** The cell that keys go to. */
  cell(): CellView | undefined {
    const key = this.keyAt(this.selection().focus);
    return key === '' ? undefined : this.desk.cell(key);
  }

  textAt(place: Place): string {
    return this.desk.cell(this.keyAt(place)).text;
  }

  /** What is selected, row by row. */
  texts(): string[][] {
    const { top, left, bottom, right } = blockOf(this.selection());
    return Array.from({ length: bottom - top + 1 }, (_, at) =>
      placesIn({ top: top + at, bottom: top + at, left, right }).map((place) => this.textAt(place)),
    );
  }

  /** Writes into cells; gives how many of them could not be written in. */
  write(writings: readonly Writing[]): number {
    return this.desk.write(new Map(writings.map(({ place, text }) => [this.keyAt(place), text])));
  }

  private keyAt({ row, column }: Place): string {
    return this.sheet().rows()[row]?.keys[column] ?? '';
  }
}
