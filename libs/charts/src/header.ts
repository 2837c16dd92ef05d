import { type ChartLook } from './look.js';
import { type SeriesChartInput } from './series.js';
import { unitCaption } from './unit.js';

/** The rows above the plot, in pixels from the top of the picture to the middle of each row's text. */
export interface Header {
  readonly title: number | undefined;
  /** The subtitle where the picture stands alone, else the unit above the axis. */
  readonly caption: { readonly text: string; readonly rows: readonly number[] } | undefined;
  /** For each series break, the rows its note may take. */
  readonly notes: readonly (readonly number[])[];
  /** Where the plot may begin. */
  readonly height: number;
}

const MOST_NOTES = 4;
/** Free room between the last row and the plot, in font sizes. */
export const HEADER_GAP = 0.8;
/** Average width of a letter, in font sizes. */
const LETTER = 0.5;

/** Lays out title, unit and the notes of series breaks, which have rows of their own above all lines of the plot. */
export function headerOf(input: SeriesChartInput, look: ChartLook): Header {
  const row = look.fontSize + 5;
  let top = look.heading ? 10 : 4;
  const take = (height: number): number => {
    top += height;
    return top - height / 2;
  };
  const title = look.heading ? take(row * 1.5) : undefined;
  const takeRows = (count: number): number[] => Array.from({ length: count }, () => take(row));
  const text = (look.heading && input.subtitle) || unitCaption(input);
  const caption = text ? { text, rows: takeRows(look.heading ? rowsOf(text, look.width - 20, look) : 1) } : undefined;
  const notes = input.breaks.slice(-MOST_NOTES).map(({ note }) => takeRows(rowsFor(note, input, look)));
  return { title, caption, notes, height: top + look.fontSize * HEADER_GAP };
}

function rowsFor(note: string, { breaks }: SeriesChartInput, look: ChartLook): number {
  return breaks.length === 1 ? rowsOf(note, look.width * 0.45, look) : 1;
}

function rowsOf(text: string, width: number, { fontSize }: ChartLook): number {
  return text.length * fontSize * LETTER > width ? 2 : 1;
}
