import { DomainError } from '@slusen/domain';
import { requireStillDrawing } from './svg-check.js';

const svg = (inside: string, attributes = ''): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8" ${attributes}>${inside}</svg>`;

describe('an SVG as a logo', () => {
  const codeOf = (text: string): string | undefined => {
    try {
      requireStillDrawing(text);
      return undefined;
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return error.code;
    }
  };

  const drawings: readonly (readonly [what: string, text: string])[] = [
    ['shapes', svg('<g fill="#123456"><path d="M0 0h8v8z"/><circle r="2"/></g>')],
    ['a gradient of its own', svg('<defs><linearGradient id="a"><stop/></linearGradient></defs><rect fill="url(#a)"/>')],
    ['styles of its own', svg('<style>.a { fill: url("#g"); stroke: red }</style><path class="a"/>')],
    ['a part used twice', svg('<path id="p"/><use href="#p"/><use xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="#p"/>')],
    ['what a drawing program writes', `<?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
      ${svg('<sodipodi:namedview xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" id="b"/><!-- made by hand -->')}`],
  ]; // prettier-ignore
  for (const [what, text] of drawings) {
    it(`may hold ${what}`, () => expect(codeOf(text)).toBeUndefined());
  }

  const active: readonly (readonly [what: string, text: string])[] = [
    ['a script', svg('<script>alert(1)</script>')],
    ['a script of another name space', svg('<h:script xmlns:h="http://www.w3.org/1999/xhtml">alert(1)</h:script>')],
    ['a script with another prefix', '<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:script/></s:svg>'],
    ['something that runs when it is loaded', svg('<path/>', 'onload="alert(1)"')],
    ['foreign content', svg('<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">a</p></foreignObject>')],
    ['a picture from elsewhere', svg('<image href="https://exempel.se/a.png"/>')],
    ['a part from elsewhere', svg('<use href="https://exempel.se/a.svg#b"/>')],
    ['a link', svg('<a href="https://exempel.se"><path/></a>')],
    ['a link that an animation makes', svg('<use href="#a"><animate attributeName="href" to="javascript:alert(1)"/></use>')],
    ['a filter from elsewhere', svg('<path filter="url(https://exempel.se/a.svg#b)"/>')],
    ['a style from elsewhere', svg('<style>@import "https://exempel.se/a.css";</style>')],
    ['a style that is written in escapes', svg('<style>.a { fill: u\\72l(https://exempel.se) }</style>')],
    ['a style in pieces', svg('<style>@im<![CDATA[port "https://exempel.se/a.css"]]></style>')],
    ['a style in an attribute', svg('<path style="background: url( \'//exempel.se/a\' )"/>')],
    ['an entity', `<!DOCTYPE svg [<!ENTITY a "b">]>${svg('<text>a</text>')}`],
    ['a stylesheet beside it', `<?xml-stylesheet href="https://exempel.se/a.css"?>${svg('<path/>')}`],
  ];
  for (const [what, text] of active) {
    it(`may not hold ${what}`, () => expect(codeOf(text)).toBe('logo.active'));
  }

  const broken: readonly (readonly [what: string, text: string])[] = [
    ['nothing', ''],
    ['a page', '<html><body/></html>'],
    ['something that begins only', '<svg xmlns="http://www.w3.org/2000/svg"><g>'],
    ['an SVG that does not say that it is one', '<svg viewBox="0 0 8 8"/>'],
    ['an entity that nobody declared', svg('<text>&xxe;</text>')],
  ];
  for (const [what, text] of broken) {
    it(`is not ${what}`, () => expect(codeOf(text)).toBe('logo.not-a-picture'));
  }
});
