import { compactPath } from './compact-path.js';

/** What is said about a picture to those who do not see it. */
export interface PictureText {
  readonly title: string;
  readonly description: string;
  readonly language: string;
}

const DEFAULTS = / (?:fill="black"|stroke-miterlimit="4"|stroke-width="1"|x="0"|y="0")/g;

/**
 * Rewrites the SVG that the canvas exports: shorter paths (see `compactPath`), numbers without idle digits, no empty
 * elements, a viewBox so that it scales, and title and description for screen readers. What is seen stays the same.
 */
export function compactSvg(exported: string, text: PictureText): string {
  const [, width, height] = /<svg [^>]*?width="(\d+)" height="(\d+)"/.exec(exported) ?? [];
  if (!width || !height) throw new Error('The canvas exported no SVG.');
  const body = exported
    .slice(exported.indexOf('>', exported.indexOf('<svg')) + 1, exported.lastIndexOf('</svg>'))
    .replace(/>\s+</g, '><')
    .trim()
    .replace(/<path\b[^>]*?\bd=""\s*\/>|<rect fill-opacity="0"[^>]*\/>/g, '')
    .replace(/<path\b([^>]*?) d="([^"]*)"\s*\/>/g, (_, attributes: string, d: string) => shape(attributes, d))
    .replace(/<(?:path|rect|circle)\b[^>]*>/g, (tag) => tag.replace(DEFAULTS, '').replace(/\d+\.\d{3,}/g, roundText));
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"` +
    ` role="img" lang="${text.language}" aria-labelledby="t d"><title id="t">${escapeXml(text.title)}</title>` +
    `<desc id="d">${escapeXml(text.description)}</desc>${renumbered(body)}</svg>`
  );
}

/** The canvas numbers its clip paths, in hexadecimal, through the whole process; equal charts are to be equal documents. */
function renumbered(body: string): string {
  const numbers = new Map<string, number>();
  return body.replace(/\bcl_[0-9a-f]+/g, (id) => {
    if (!numbers.has(id)) numbers.set(id, numbers.size + 1);
    return `c${numbers.get(id)}`;
  });
}

function shape(attributes: string, d: string): string {
  const { path, circle } = compactPath(d);
  if (!circle) return `<path${attributes} d="${path}"/>`;
  return `<circle${attributes} cx="${circle.x}" cy="${circle.y}" r="${circle.r}"/>`;
}

function roundText(digits: string): string {
  return String(Number(Number(digits).toFixed(2)));
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as XML character data; control characters, which XML 1.0 cannot hold, become spaces. */
function escapeXml(text: string): string {
  return text.replace(/[\p{Cc}\ufffe\uffff]/gu, ' ').replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}
