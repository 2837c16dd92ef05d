import { Component, input, signal } from '@angular/core';
import type { ChartSource } from '@slusen/charts/source';
import { ChartCanvas } from './chart-canvas.js';

/** Addresses of the chart as drawn by the server: for each theme, wide and narrow. */
export interface ChartImages {
  readonly light: { readonly wide: string; readonly narrow: string };
  readonly dark: { readonly wide: string; readonly narrow: string };
}

/**
 * The chart of a series under a heading that says its finding. The server's picture stands there first (and always, without
 * JavaScript); then Chart.js takes over, and arrow keys go from point to point with live text. It takes the focus before it is
 * drawn, since a Tab that has passed does not come back. The table with the same figures is the page's to add beneath.
 */
@Component({
  selector: 'ui-chart',
  imports: [ChartCanvas],
  templateUrl: './chart.html',
})
export class Chart {
  /** The figures as they come; turned into a drawing only where Chart.js is loaded to draw them. */
  readonly source = input.required<ChartSource>();
  readonly images = input<ChartImages>();
  /** What the picture shows, in a sentence, for whoever does not see it; a drawn chart describes itself. */
  readonly alternative = input('');

  protected readonly at = signal<number | undefined>(undefined);
  protected readonly roleName = $localize`:@@chart.role:diagram`;
  protected readonly help = $localize`:@@chart.help:Peka på diagrammet, eller gå mellan värdena med piltangenterna.`;

  /** Goes from value to value with the keys that do so in a list; others are left to the browser. */
  protected move(event: KeyboardEvent): void {
    const last = this.source().points.length - 1;
    const at = this.at();
    const targets: Record<string, number | undefined> = {
      ArrowRight: Math.min(last, (at ?? -1) + 1),
      ArrowLeft: Math.max(0, (at ?? last + 1) - 1),
      Home: 0,
      End: last,
      Escape: undefined,
    };
    if (last < 0 || !(event.key in targets)) return;
    event.preventDefault();
    this.at.set(targets[event.key]);
  }
}
