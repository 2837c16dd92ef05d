/** A path written shorter, or the circle that it was. */
export interface CompactShape {
  readonly path: string;
  readonly circle?: { readonly x: number; readonly y: number; readonly r: number };
}

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Command {
  readonly letter: string;
  readonly points: readonly Point[];
}

/** The canvas writes a circle as this many curves or more; letters have fewer in one stroke, and are never round. */
const CIRCLE_CURVES = 16;

/**
 * Rewrites an absolute path of M, L, Q, C and Z. Each stroke becomes relative to its own start, rounded there to two
 * decimals: the same letter then has the same text wherever it stands, which compresses to almost nothing.
 */
export function compactPath(d: string): CompactShape {
  const commands = parse(d);
  const circle = circleOf(commands);
  if (circle) return { path: '', circle };
  let path = '';
  let origin: Point = { x: 0, y: 0 };
  let pen: Point = origin;
  for (const { letter, points } of commands) {
    if (letter === 'Z') path += 'z';
    else if (letter === 'M') {
      origin = points[0] ?? origin;
      pen = { x: 0, y: 0 };
      path += `M${join([round(origin.x), round(origin.y)])}`;
    } else {
      const local = points.map(({ x, y }) => ({ x: round(x - origin.x), y: round(y - origin.y) }));
      path += relative(letter, local, pen);
      pen = local.at(-1) ?? pen;
    }
  }
  return { path };
}

function relative(letter: string, points: readonly Point[], pen: Point): string {
  const steps = points.map(({ x, y }) => ({ x: round(x - pen.x), y: round(y - pen.y) }));
  const [only] = steps;
  if (letter === 'L' && only && only.y === 0) return `h${short(only.x)}`;
  if (letter === 'L' && only && only.x === 0) return `v${short(only.y)}`;
  return letter.toLowerCase() + join(steps.flatMap(({ x, y }) => [x, y]));
}

function parse(d: string): readonly Command[] {
  return [...d.matchAll(/([MLQCZ])([^MLQCZ]*)/g)].map(([, letter = '', text = '']) => {
    const numbers =
      text.trim() === ''
        ? []
        : text
            .trim()
            .split(/[\s,]+/)
            .map(Number);
    const xs = numbers.filter((_, index) => index % 2 === 0);
    return { letter, points: xs.map((x, index) => ({ x, y: numbers[index * 2 + 1] ?? 0 })) };
  });
}

function circleOf(commands: readonly Command[]): CompactShape['circle'] {
  const ends = commands.filter(({ letter }) => letter === 'Q').map(({ points }) => points.at(-1) ?? { x: 0, y: 0 });
  const letters = commands.map(({ letter }) => letter).join('');
  if (!/^MQ+Z?$/.test(letters) || ends.length < CIRCLE_CURVES) return undefined;
  const xs = ends.map(({ x }) => x);
  const ys = ends.map(({ y }) => y);
  const x = (Math.min(...xs) + Math.max(...xs)) / 2;
  const y = (Math.min(...ys) + Math.max(...ys)) / 2;
  const r = (Math.max(...xs) - Math.min(...xs)) / 2;
  const isRound = ends.every((end) => Math.abs(Math.hypot(end.x - x, end.y - y) - r) < 0.05);
  return isRound ? { x: round(x), y: round(y), r: round(r) } : undefined;
}

function join(numbers: readonly number[]): string {
  return numbers.map(short).join(' ').replaceAll(' -', '-');
}

function short(number: number): string {
  return String(number).replace(/^(-?)0\./, '$1.');
}

function round(number: number): number {
  const rounded = Math.round(number * 100) / 100;
  return rounded === 0 ? 0 : rounded;
}
