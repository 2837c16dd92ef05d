import { afterRenderEffect, Component, computed, type ElementRef, input, signal, viewChild } from '@angular/core';
import type { ChartSource } from '@slusen/charts/source';
import type { LiveChart } from './chart-setup.js';
import { injectLanguage } from './language.js';

/** Addresses of the chart as drawn by the server: for each theme, wide and narrow. */
export interface ChartImages {
  readonly light: { readonly wide: string; readonly narrow: string };
  readonly dark: { readonly wide: string; readonly narrow: string };
}

/**
 * The chart of a series under a heading that says its finding. The server's picture stands there first (and always, without
 * JavaScript); then Chart.js takes over, and arrow keys go from point to point with live text. The table with the same
 * figures is the page's to add beneath.
 */
@Component({
  selector: 'ui-chart',
  templateUrl: './chart.html',
})
export class Chart {
  /** The figures as they come; turned into a drawing only where Chart.js is loaded to draw them. */
  readonly source = input.required<ChartSource>();
  readonly images = input<ChartImages>();
  /** What the picture shows, in a sentence, for whoever does not see it; a drawn chart describes itself. */
  readonly alternative = input('');

  protected readonly isLive = signal(false);
  protected readonly at = signal<number | undefined>(undefined);
  protected readonly description = computed(() => this.live()?.describe(this.source()) ?? '');
  protected readonly pointText = computed(() => {
    const at = this.at();
    return at === undefined ? '' : (this.live()?.pointText(this.source(), at) ?? '');
  });
  protected readonly roleName = $localize`:@@chart.role:diagram`;
  protected readonly help = $localize`:@@chart.help:Peka på diagrammet, eller gå mellan värdena med piltangenterna.`;
  private readonly language = injectLanguage();
  private readonly canvas = viewChild.required<ElementRef<HTMLCanvasElement>>('canvas');
  private readonly live = signal<LiveChart | undefined>(undefined);

  constructor() {
    afterRenderEffect({ read: (onCleanup) => onCleanup(this.takeOverWhenSeen()) });
    afterRenderEffect({ write: () => this.live()?.draw(this.source()) });
    afterRenderEffect({ write: () => this.live()?.pointAt(this.at()) });
  }

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
    if (!this.isLive() || last < 0 || !(event.key in targets)) return;
    event.preventDefault();
    this.at.set(targets[event.key]);
  }

  /** Loads Chart.js when the chart comes into view, and draws anew when the theme changes. Returns how to undo it all. */
  private takeOverWhenSeen(): () => void {
    const canvas = this.canvas().nativeElement;
    const theme = matchMedia('(prefers-color-scheme: dark)');
    const redraw = (): void => this.live()?.draw(this.source());
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      void this.takeOver(canvas);
    });
    observer.observe(canvas);
    theme.addEventListener('change', redraw);
    return () => {
      observer.disconnect();
      theme.removeEventListener('change', redraw);
      this.live()?.destroy();
    };
  }

  private async takeOver(canvas: HTMLCanvasElement): Promise<void> {
    const { drawChart } = await import('./chart-setup.js');
    this.live.set(await drawChart(canvas, this.source(), this.language));
    this.isLive.set(true);
  }
}
