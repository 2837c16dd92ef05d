import { type ChartColours, chartLook, DARK, LIGHT, NARROW } from './look.js';

/** WCAG 2.2, relative luminance and contrast ratio. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = parseInt(hex.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const themes: [name: string, colours: ChartColours][] = [
  ['light', LIGHT],
  ['dark', DARK],
];

for (const [name, colours] of themes) {
  describe(`the ${name} colours`, () => {
    for (const text of ['line', 'target', 'ink', 'muted'] as const) {
      it(`let ${text} be read as text on the ground (4.5 : 1)`, () => {
        expect(contrast(colours[text], colours.ground)).toBeGreaterThanOrEqual(4.5);
      });
    }
    it('let target text be read on the band', () => {
      expect(contrast(colours.target, colours.band)).toBeGreaterThanOrEqual(4.5);
    });
    it('let earlier targets be seen (3 : 1)', () => {
      expect(contrast(colours.ghost, colours.ground)).toBeGreaterThanOrEqual(3);
    });
  });
}

describe('chartLook', () => {
  it('lays out for a telephone below 520 px, at the width there is', () => {
    expect(chartLook(LIGHT, { width: 320, height: 280 })).toEqual(
      jasmine.objectContaining({ width: 320, height: 280, narrow: true, fontSize: NARROW.fontSize }),
    );
    expect(chartLook(LIGHT, { width: 521, height: 280 }).narrow).toBeFalse();
  });
});
