import { computed, Injectable, signal } from '@angular/core';
import type { Place } from './grid-selection.js';
import { CELL, scrolledTo, type Port } from './grid-window.js';

/** Before the browser has said how large a sheet is. */
const UNMEASURED = { width: 1200, height: 640 };

/** What of a sheet is in sight. */
@Injectable()
export class GridSight {
  readonly port = signal<Port>({ top: 0, left: 0, ...UNMEASURED });
  /** How wide the names of the rows are. */
  readonly head = computed(() => Math.min(288, Math.max(136, Math.round(this.port().width / 3))));
  /** How many rows a page has. */
  readonly page = computed(() => Math.max(1, Math.floor(this.port().height / CELL.height) - 2));

  measure(box: HTMLElement | null): void {
    if (!box) return;
    const { scrollTop: top, scrollLeft: left, clientWidth, clientHeight } = box;
    this.port.set({ top, left, width: clientWidth || UNMEASURED.width, height: clientHeight || UNMEASURED.height });
  }

  /** Scrolls as little as it takes to show a cell. */
  reveal(box: HTMLElement | null, { row, column }: Place): void {
    if (!box) return;
    const { top, left, width, height } = this.port();
    box.scrollTop = scrolledTo(row, { start: top, length: height - CELL.height, size: CELL.height });
    box.scrollLeft = scrolledTo(column, { start: left, length: width - this.head(), size: CELL.width });
    this.measure(box);
  }
}
