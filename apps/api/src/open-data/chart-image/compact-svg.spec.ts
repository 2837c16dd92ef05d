import { compactSvg } from './compact-svg.js';

const text = { title: 'Folkmängd', description: 'Allt färre.', language: 'sv' };
const exported = (body: string): string =>
  `<?xml version="1.0" encoding="utf-8" ?>\n<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="76" height="38">\n\t${body}\n</svg>\n`;

describe('compactSvg', () => {
  it('keeps what is drawn and drops what is not', () => {
    const svg = compactSvg(
      exported('<path fill="#C80000" d=""/>\n\t<rect fill="#C80000" x="0" y="12.123456" width="5" height="5"/>'),
      text,
    );
    expect(svg).toContain('<rect fill="#C80000" y="12.12" width="5" height="5"/>');
    expect(svg).not.toContain('<path');
  });

  it('scales: it has a viewBox of the size it was drawn at', () => {
    expect(compactSvg(exported(''), text)).toMatch(/^<svg [^>]*viewBox="0 0 76 38" width="76" height="38" role="img" lang="sv"/);
  });

  it('keeps sharp corners sharp: a limit other than that of SVG itself stays', () => {
    expect(
      compactSvg(exported('<path fill="none" stroke="#123456" stroke-width="1" stroke-miterlimit="10" d="M0 0L4 4"/>'), text),
    ).toContain('<path fill="none" stroke="#123456" stroke-miterlimit="10" d="M0 0l4 4"/>');
  });

  it('refuses what is no SVG', () => {
    expect(() => compactSvg('', text)).toThrowError(/no SVG/);
  });
});
