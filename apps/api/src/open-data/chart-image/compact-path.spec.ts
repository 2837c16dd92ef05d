import { compactPath } from './compact-path.js';

/** The absolute end points that a compact path visits. */
function visited(path: string): [number, number][] {
  const points: [number, number][] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  for (const [, letter = '', text = ''] of path.matchAll(/([MlhvqczZ])([^MlhvqczZ]*)/g)) {
    const numbers = (text.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map(Number);
    const [dx = 0, dy = 0] = letter === 'h' ? [numbers[0], 0] : letter === 'v' ? [0, numbers[0]] : numbers.slice(-2);
    if (letter === 'z') [x, y] = [startX, startY];
    else if (letter === 'M') [x, y, startX, startY] = [dx, dy, dx, dy];
    else [x, y] = [x + dx, y + dy];
    points.push([Number(x.toFixed(2)), Number(y.toFixed(2))]);
  }
  return points;
}

describe('compactPath', () => {
  it('visits the same points, to a hundredth of a pixel', () => {
    const { path } = compactPath('M10.046875 20L13.601562 9.5039062L15.105469 9.5039062Q15.4 14.1 10.5 0.25C1 2 3 4 -5.5 6ZM1 1L1 9');
    expect(visited(path)).toEqual([
      [10.05, 20],
      [13.6, 9.5],
      [15.11, 9.5],
      [10.5, 0.25],
      [-5.5, 6],
      [10.05, 20],
      [1, 1],
      [1, 9],
    ]);
  });

  it('does not drift in a long line', () => {
    const steps = Array.from({ length: 1000 }, (_, index) => `L${(index + 1) * 0.333_333} ${(index + 1) * 0.126_126}`);
    const [x, y] = visited(compactPath(`M0 0${steps.join('')}`).path).at(-1)!;
    expect(x).toBeCloseTo(333.33, 1);
    expect(y).toBeCloseTo(126.13, 1);
  });

  it('writes the same letter with the same text wherever it stands', () => {
    const letter = (x: number): string => `M${x} 20L${x + 3.554_688} 9.503_906L${x + 5.1} 9.5Z`;
    const shape = (path: string): string => path.slice(path.indexOf('l'));
    expect(shape(compactPath(letter(10.046_875)).path)).toBe(shape(compactPath(letter(312.5)).path));
  });

  it('knows a circle by its curves', () => {
    const turn = (index: number, of: number): string => {
      const [half, end] = [((index - 0.5) / of) * 2 * Math.PI, (index / of) * 2 * Math.PI];
      const reach = 4 / Math.cos(Math.PI / of);
      return `Q${50 + reach * Math.cos(half)} ${30 + reach * Math.sin(half)} ${50 + 4 * Math.cos(end)} ${30 + 4 * Math.sin(end)}`;
    };
    const curves = Array.from({ length: 32 }, (_, index) => turn(index + 1, 32));
    expect(compactPath(`M54 30${curves.join('')}Z`).circle).toEqual({ x: 50, y: 30, r: 4 });
    expect(compactPath(`M54 30${curves.slice(0, 20).join('')}Z`).circle).toBeUndefined();
  });
});
