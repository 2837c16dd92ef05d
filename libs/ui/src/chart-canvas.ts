import { afterNextRender, computed, DestroyRef, Directive, effect, ElementRef, inject, input, signal } from '@angular/core';
import type { ChartSource } from '@slusen/charts/source';
import type { LiveChart } from './chart-setup.js';
import { injectLanguage } from './language.js';

/**
 * Draws a series on the canvas it stands on: loads Chart.js when the canvas comes into view or is asked for, draws anew when
 * the figures or the theme change, points at one of the values, and says in words what is drawn.
 */
@Directive({ selector: 'canvas[uiChartCanvas]', exportAs: 'chartCanvas' })
export class ChartCanvas {
  readonly source = input.required<ChartSource>({ alias: 'uiChartCanvas' });
  /** The place in the series of the value to point at. */
  readonly at = input<number>();

  private readonly canvas = inject<ElementRef<HTMLCanvasElement>>(ElementRef).nativeElement;
  private readonly language = injectLanguage();
  private readonly live = signal<LiveChart | undefined>(undefined);
  private drawing: Promise<void> | undefined;
  /** It is in a browser that runs scripts: whoever goes through the page with the keyboard must be able to stop here. */
  readonly canBeLive = signal(false);
  /** It is drawn; until then a picture may stand in its place. */
  readonly isLive = computed(() => this.live() !== undefined);
  /** The whole chart in sentences, once it is drawn. */
  readonly description = computed(() => this.live()?.describe(this.source()) ?? '');
  /** The value pointed at, in words. */
  readonly pointText = computed(() => {
    const at = this.at();
    return at === undefined ? '' : (this.live()?.pointText(this.source(), at) ?? '');
  });

  constructor() {
    const destroyed = inject(DestroyRef);
    afterNextRender(() => {
      this.canBeLive.set(true);
      destroyed.onDestroy(this.takeOverWhenSeen());
    });
    effect(() => this.live()?.draw(this.source()));
    effect(() => this.live()?.pointAt(this.at()));
  }

  /** Draws it, whether or not it has been seen. */
  takeOver(): Promise<void> {
    return (this.drawing ??= this.drawFirst());
  }

  /** Returns how to undo it all. */
  private takeOverWhenSeen(): () => void {
    const theme = matchMedia('(prefers-color-scheme: dark)');
    const redraw = (): void => this.live()?.draw(this.source());
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      void this.takeOver();
    });
    observer.observe(this.canvas);
    theme.addEventListener('change', redraw);
    return () => {
      observer.disconnect();
      theme.removeEventListener('change', redraw);
      this.live()?.destroy();
    };
  }

  private async drawFirst(): Promise<void> {
    const { drawChart } = await import('./chart-setup.js');
    this.live.set(await drawChart(this.canvas, this.source(), this.language));
  }
}
