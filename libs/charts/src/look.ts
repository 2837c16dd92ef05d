/** Colours as CSS writes them: on the server those of a theme, in a browser whatever the page's custom properties hold. */
export interface ChartColours {
  readonly line: string;
  readonly target: string;
  readonly ink: string;
  readonly muted: string;
  readonly grid: string;
  readonly ground: string;
  readonly ghost: string;
  readonly band: string;
}

/** CSS pixels. `narrow` lays out for a telephone: fewer ticks, labels above and below the points, not beside them. */
export interface ChartSize {
  readonly width: number;
  readonly height: number;
  readonly fontSize: number;
  readonly narrow: boolean;
}

/** Everything about a chart but its figures. */
export interface ChartLook extends ChartSize {
  readonly colours: ChartColours;
  readonly font: string;
  /** Draws title and unit into the picture itself, where no page around it says them. */
  readonly heading: boolean;
}

/** Warm white ground, near-black ink, one deep blue; text and lines have AA contrast against the ground. */
export const LIGHT: ChartColours = {
  line: '#1f4e79',
  target: '#7d4510',
  ink: '#1d1b18',
  muted: '#5c554b',
  grid: '#e5ddd0',
  ground: '#fbf8f3',
  ghost: '#8a8174',
  band: '#efe4cd',
};

/** The same for dark surroundings: a warm near-black ground, lighter lines. */
export const DARK: ChartColours = {
  line: '#8fbfee',
  target: '#e6b27a',
  ink: '#f3eee6',
  muted: '#b8afa2',
  grid: '#39342e',
  ground: '#1a1816',
  ghost: '#8b8276',
  band: '#342c20',
};

/** The CSS custom property that carries each colour in the browser. */
export const CHART_PROPERTIES: Readonly<Record<keyof ChartColours, string>> = {
  line: '--chart-line',
  target: '--chart-target',
  ink: '--chart-ink',
  muted: '--chart-muted',
  grid: '--chart-grid',
  ground: '--chart-ground',
  ghost: '--chart-ghost',
  band: '--chart-band',
};

/** The family that is registered on the server and served to the browser, with what stands in until it has come. */
export const CHART_FONT = '"Source Sans 3", system-ui, sans-serif';

/** A column of text on a desk, and what a report or link preview shows. */
export const WIDE: ChartSize = { width: 760, height: 380, fontSize: 14, narrow: false };
/** A telephone. */
export const NARROW: ChartSize = { width: 360, height: 300, fontSize: 13, narrow: true };

/** A look of the given colours for the given box; a box of less than 520 px counts as narrow. */
export function chartLook(colours: ChartColours, box: { readonly width: number; readonly height: number }): ChartLook {
  const size = box.width < 520 ? NARROW : WIDE;
  return { ...size, width: box.width, height: box.height, colours, font: CHART_FONT, heading: false };
}
