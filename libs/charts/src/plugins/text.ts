import { type ChartLook } from '../look.js';

/** What text is measured with. */
export type Pen = Pick<CanvasRenderingContext2D, 'measureText'>;

/** The canvas font of a look: ordinary or semi-bold, `smaller` pixels below its size. */
export function fontOf({ font, fontSize }: ChartLook, weight: 400 | 600 = 400, smaller = 0): string {
  return `${weight} ${fontSize - smaller}px ${font}`;
}

/** Breaks a text into at most `rows` lines of a width in pixels; what does not fit ends in an ellipsis. */
export function wrap(pen: Pen, text: string, { width, rows }: { width: number; rows: number }): readonly string[] {
  const words = text.split(' ');
  const lines: string[] = [];
  while (words.length > 0 && lines.length < rows) {
    let count = words.length;
    while (count > 1 && pen.measureText(words.slice(0, count).join(' ')).width > width) count -= 1;
    const isLast = lines.length === rows - 1;
    const line = isLast ? words.join(' ') : words.slice(0, count).join(' ');
    lines.push(shorten(pen, line, width));
    words.splice(0, isLast ? words.length : count);
  }
  return lines;
}

function shorten(pen: Pen, text: string, width: number): string {
  if (pen.measureText(text).width <= width) return text;
  let length = text.length;
  while (length > 1 && pen.measureText(`${text.slice(0, length).trimEnd()}…`).width > width) length -= 1;
  return `${text.slice(0, length).trimEnd()}…`;
}
