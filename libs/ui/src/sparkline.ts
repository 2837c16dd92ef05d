import { Component, computed, input } from '@angular/core';

const WIDTH = 100;
const HEIGHT = 30;
const ROOM = 3;

/** A value at a place in time (months); null cuts the line. */
export interface SparkPoint {
  readonly position: number;
  readonly value: number | null;
}

/**
 * A small line without axes or labels, for a card whose text says the figures. Plain SVG, so that it costs no script and is
 * there before any. `cuts` are the first months after series breaks.
 */
@Component({
  selector: 'ui-sparkline',
  template: `
    <svg class="sparkline" viewBox="0 0 100 30" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      @for (line of lines(); track $index) {
        <polyline [attr.points]="line" />
      }
    </svg>
  `,
})
export class Sparkline {
  readonly points = input.required<readonly SparkPoint[]>();
  readonly cuts = input<readonly number[]>([]);

  protected readonly lines = computed(() => {
    const valued = this.points().filter((point): point is { position: number; value: number } => point.value !== null);
    const x = scale(
      valued.map(({ position }) => position),
      ROOM,
      WIDTH - ROOM,
    );
    const y = scale(
      valued.map(({ value }) => value),
      HEIGHT - ROOM,
      ROOM,
    );
    return stretches(this.points(), this.cuts()).map((stretch) =>
      stretch.map(({ position, value }) => `${x(position)},${y(value)}`).join(' '),
    );
  });
}

function scale(values: readonly number[], from: number, to: number): (value: number) => string {
  const low = Math.min(...values);
  const high = Math.max(...values);
  return (value) => (high === low ? (from + to) / 2 : from + ((value - low) / (high - low)) * (to - from)).toFixed(2);
}

/** The unbroken parts of the line with at least two values. */
function stretches(points: readonly SparkPoint[], cuts: readonly number[]): { position: number; value: number }[][] {
  const parts: { position: number; value: number }[][] = [[]];
  let before = -Infinity;
  for (const { position, value } of points) {
    if (value === null || cuts.some((cut) => before < cut && cut <= position)) parts.push([]);
    if (value !== null) parts.at(-1)?.push({ position, value });
    before = position;
  }
  return parts.filter(({ length }) => length > 1);
}
