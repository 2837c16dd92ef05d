import { SaxesParser } from 'saxes';
import { brokenWorkbook, unsafeWorkbook } from './workbook-fault.js';

/** Told of each element by its name without a prefix. */
export interface ElementListener {
  opens?(name: string, attributes: Readonly<Record<string, string>>): void;
  closes?(name: string): void;
}

/** A workbook has no document types: with one, a short text could stand for an endless one, or for a file of the server. */
export function requireNoDoctype(part: string, bytes: Buffer): void {
  if (bytes.includes('<!DOCTYPE') || bytes.includes('<!ENTITY') || isUtf16(bytes)) throw unsafeWorkbook('doctype', { part });
}

/** In which the words above would be written otherwise; no program writes workbooks like that. */
const isUtf16 = (bytes: Buffer): boolean => bytes.subarray(0, 4).includes(0) || bytes[0] === 0xff || bytes[0] === 0xfe;

/** Goes through the elements of a part. Throws ImportFault where it is not well formed. */
export function eachElement(part: string, bytes: Buffer, listener: ElementListener): void {
  requireNoDoctype(part, bytes);
  const parser = new SaxesParser({ xmlns: false });
  parser.on('error', (error) => {
    throw brokenWorkbook(`${part}: ${error.message}`);
  });
  parser.on('opentag', ({ name, attributes }) => listener.opens?.(localName(name), attributes as Record<string, string>));
  parser.on('closetag', ({ name }) => listener.closes?.(localName(name)));
  const decoder = new TextDecoder();
  for (let at = 0; at < bytes.length; at += PIECE) parser.write(decoder.decode(bytes.subarray(at, at + PIECE), { stream: true }));
  parser.write(decoder.decode()).close();
}

/** Bytes that are text at once, so that a long part is never whole as text besides. */
const PIECE = 1024 * 1024;

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** An attribute by its name without a prefix. */
export function attributeOf(attributes: Readonly<Record<string, string>>, name: string): string | undefined {
  return attributes[name] ?? Object.entries(attributes).find(([key]) => localName(key) === name && !key.startsWith('xmlns'))?.[1];
}
