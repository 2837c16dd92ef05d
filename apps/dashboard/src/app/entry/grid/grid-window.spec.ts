import { scrolledTo, spanOf } from './grid-window.js';

describe('what is in sight of a sheet', () => {
  it('is drawn with a few lines more, and never more than there are', () => {
    expect(spanOf(200, { start: 400, length: 100, size: 40 })).toEqual({ from: 6, to: 17 });
    expect(spanOf(5, { start: 0, length: 1000, size: 40 })).toEqual({ from: 0, to: 5 });
  });

  it('moves as little as it must to show a line', () => {
    expect(scrolledTo(3, { start: 0, length: 200, size: 40 })).toBe(0);
    expect(scrolledTo(9, { start: 0, length: 200, size: 40 })).toBe(200);
    expect(scrolledTo(2, { start: 200, length: 200, size: 40 })).toBe(80);
  });
});
