import { DomainError } from '@slusen/domain';
import { SaxesParser } from 'saxes';

const SVG = 'http://www.w3.org/2000/svg';
/** What drawing programs write beside the drawing; nothing is done with it by anyone else. */
const INERT = [
  'http://www.inkscape.org/namespaces/inkscape',
  'http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  'http://purl.org/dc/elements/1.1/',
  'http://creativecommons.org/ns#',
  'http://web.resource.org/cc/',
] as const;

/** Elements that draw, group or describe; what runs, moves, links or brings in something else is not among them. */
const DRAWING: ReadonlySet<string> = new Set([
  ...['svg', 'g', 'defs', 'symbol', 'use', 'title', 'desc', 'metadata', 'style', 'switch'],
  ...['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'text', 'tspan', 'textPath'],
  ...['linearGradient', 'radialGradient', 'stop', 'pattern', 'clipPath', 'mask', 'marker'],
]);

const refuse = (found: string): never => {
  throw new DomainError('logo.active', { found: found.slice(0, 60) });
};

/** Throws `logo.active` for an SVG that holds anything but a drawing of its own, `logo.not-a-picture` for what is no SVG. */
export function requireStillDrawing(text: string): void {
  const parser = new SaxesParser({ xmlns: true });
  let [depth, styles] = [0, ''];
  parser.on('error', (error) => {
    throw new DomainError('logo.not-a-picture', { reason: error.message });
  });
  parser.on('doctype', (doctype) => void (doctype.includes('[') && refuse('DOCTYPE')));
  parser.on('processinginstruction', ({ target }) => refuse(`<?${target}`));
  parser.on('opentag', ({ uri, local, attributes }) => {
    if (depth++ === 0 && (uri !== SVG || local !== 'svg'))
      throw new DomainError('logo.not-a-picture', { reason: 'it begins with no svg element' });
    if (uri === SVG ? !DRAWING.has(local) : !isInert(uri)) refuse(`<${local}>`);
    for (const attribute of Object.values(attributes)) requireInertAttribute(attribute);
    if (local === 'style') styles += ' ';
  });
  // Texts of a drawing are checked like its styles: a rule that is cut in pieces by comments is still one.
  parser.on('text', (part) => void (styles += part));
  parser.on('cdata', (part) => void (styles += part));
  parser.write(text).close();
  if (depth === 0) throw new DomainError('logo.not-a-picture', { reason: 'it is empty' });
  requireInertStyle(styles);
}

const isInert = (uri: string): boolean => (INERT as readonly string[]).includes(uri);

function requireInertAttribute({ local, value }: { readonly local: string; readonly value: string }): void {
  if (/^on/i.test(local)) refuse(local);
  if (/^(?:href|src|base)$/i.test(local) && !/^#[\w.-]+$/.test(value.trim())) refuse(`${local}="${value}"`);
  requireInertStyle(value);
}

/** Styles may point at parts of the drawing itself (`url(#a)`); escapes could hide what they say. */
function requireInertStyle(text: string): void {
  const found = /@import|@font-face|expression\s*\(|javascript:|\\|url\s*\((?!\s*['"]?#[\w.-]+['"]?\s*\))/i.exec(text);
  if (found) refuse(text.slice(found.index));
}
