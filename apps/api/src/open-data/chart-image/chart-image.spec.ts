import { brotliCompressSync } from 'node:zlib';
import { loadImage } from '@napi-rs/canvas';
import { DARK, describeSeries, LIGHT, NARROW, type SeriesChartInput, WIDE } from '@slusen/charts';
import { aPoint, LONGEST_QUARTERLY, LONGEST_YEARLY } from './chart-image.fixtures.js';
import { chartPng, chartSvg, type PictureVariant } from './chart-image.js';

const VARIANTS: PictureVariant[] = (['light', 'dark'] as const).flatMap((theme) =>
  (['wide', 'narrow'] as const).map((size) => ({ theme, size })),
);
const LIGHT_WIDE: PictureVariant = { theme: 'light', size: 'wide' };
const BUDGET = 15 * 1024;

/** The tags of a document in order; throws where they do not nest or hold a bare `&` or `<`. */
function tagsOf(xml: string): string[] {
  const open: string[] = [];
  const seen: string[] = [];
  const rest = xml.replace(
    /<(\/?)([a-zA-Z]+)((?:\s[a-zA-Z-]+(?::[a-z]+)?="[^"<&]*(?:&(?:amp|lt|gt|quot);[^"<&]*)*")*)\s*(\/?)>/g,
    (_, close, name, __, self) => {
      seen.push(name);
      if (close && open.pop() !== name) throw new Error(`</${name}> closes nothing.`);
      if (!close && !self) open.push(name);
      return '';
    },
  );
  if (open.length > 0 || /[<>]|&(?!amp;|lt;|gt;|quot;)/.test(rest)) throw new Error(`Not well formed: ${open.join()} ${rest.slice(0, 80)}`);
  return seen;
}

async function pixelsOf(image: Buffer): Promise<{ width: number; height: number }> {
  const { width, height } = await loadImage(image);
  return { width, height };
}

describe('chartSvg', () => {
  const longest: [name: string, input: SeriesChartInput][] = [
    ['76 years', LONGEST_YEARLY],
    ['64 quarters with whiskers', LONGEST_QUARTERLY],
  ];
  for (const [name, input] of longest) {
    for (const variant of VARIANTS) {
      it(`keeps ${name} under 15 KiB of brotli, ${variant.theme} and ${variant.size}`, () => {
        expect(brotliCompressSync(chartSvg(input, variant)).length).toBeLessThan(BUDGET);
      });
    }
  }

  it('is well-formed XML that a reader opens at its size', async () => {
    for (const [, input] of longest) {
      const svg = chartSvg(input, LIGHT_WIDE);
      expect(tagsOf(svg)[0]).toBe('svg');
      expect(await pixelsOf(Buffer.from(svg))).toEqual({ width: WIDE.width, height: WIDE.height });
    }
  });

  it('says what it shows, whatever signs the title holds', () => {
    const svg = chartSvg({ ...LONGEST_YEARLY, title: 'Barn <6 år & "unga"\u0000' }, LIGHT_WIDE);
    expect(svg).toContain('role="img"');
    expect(svg).toContain('<title id="t">Barn &lt;6 år &amp; &quot;unga&quot; </title>');
    expect(svg).toContain('Målet är 15\u00a0800 invånare år 2030.');
    expect(() => tagsOf(svg)).not.toThrow();
  });

  it('carries the sentence of the chart as its description', () => {
    expect(chartSvg(LONGEST_QUARTERLY, LIGHT_WIDE)).toContain(`<desc id="d">${describeSeries(LONGEST_QUARTERLY)}</desc>`);
  });

  it('fetches nothing: no text to be set in a font, no address but that of its own language', () => {
    const svg = chartSvg(LONGEST_QUARTERLY, LIGHT_WIDE);
    expect(tagsOf(svg)).not.toContain('text');
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|href|url\((?!#)|@import|<script|<image/);
  });

  it('has the colours of its theme and of no other', () => {
    const [light, dark] = [LIGHT_WIDE, { ...LIGHT_WIDE, theme: 'dark' as const }].map((variant) =>
      chartSvg(LONGEST_YEARLY, variant).toLowerCase(),
    );
    expect(light).toContain(LIGHT.line);
    expect(dark).toContain(DARK.line);
    expect(dark).not.toContain(LIGHT.line);
  });

  it('is laid out for a telephone when narrow', async () => {
    const svg = chartSvg(LONGEST_YEARLY, { theme: 'light', size: 'narrow' });
    expect(svg).toContain(`viewBox="0 0 ${NARROW.width} ${NARROW.height}"`);
  });

  it('draws nothing across a series break: the two stretches are two lines', () => {
    const points = [78, 81, 74, 75].map((value, index) => aPoint(String(2022 + index), value));
    const lines = (breaks: SeriesChartInput['breaks']): number => {
      const { target: _target, ghosts: _ghosts, ...bare } = LONGEST_YEARLY;
      const svg = chartSvg({ ...bare, points, breaks }, LIGHT_WIDE);
      return svg.split('stroke="#1F4E79" stroke-width="2.5"').length - 1;
    };
    expect(lines([])).toBe(1);
    expect(lines([{ position: points[2]!.position, note: 'Ny metod' }])).toBe(2);
  });

  it('is the same for the same input, so that it can be cached by content', () => {
    const pictures = Array.from({ length: 12 }, () => chartSvg(LONGEST_YEARLY, LIGHT_WIDE));
    expect(new Set(pictures).size).toBe(1);
  });

  it('can be drawn without a single value', () => {
    const { target: _target, ghosts: _ghosts, ...bare } = LONGEST_YEARLY;
    expect(() => tagsOf(chartSvg({ ...bare, points: [] }, LIGHT_WIDE))).not.toThrow();
  });

  it('writes letters beyond Western Europe in the same face', () => {
    const withNote = (note: string): string =>
      chartSvg({ ...LONGEST_QUARTERLY, breaks: [{ position: LONGEST_QUARTERLY.breaks[0]!.position, note }] }, LIGHT_WIDE);
    const body = (note: string): string => withNote(note).replace(/<desc.*<\/desc>/, '');
    expect(body('Łódź')).not.toBe(body('Őőűů'));
  });
});

describe('chartPng', () => {
  it('is a PNG of twice the size, for dense screens', async () => {
    const png = chartPng(LONGEST_YEARLY, LIGHT_WIDE);
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(await pixelsOf(png)).toEqual({ width: 2 * WIDE.width, height: 2 * WIDE.height });
  });

  it('shows the title, unlike a picture on a page that has its own heading', () => {
    const other = { ...LONGEST_YEARLY, title: 'Invånare' };
    expect(chartPng(LONGEST_YEARLY, LIGHT_WIDE).equals(chartPng(other, LIGHT_WIDE))).toBeFalse();
    expect(chartPng(LONGEST_YEARLY, LIGHT_WIDE).equals(chartPng(LONGEST_YEARLY, LIGHT_WIDE))).toBeTrue();
  });
});
