import { loadImage } from '@napi-rs/canvas';
import type { LogoType } from '@slusen/contracts';
import { DomainError } from '@slusen/domain';
import { requireStillDrawing } from './svg-check.js';

const LARGEST_BYTES = 256 * 1024;
const LARGEST_SIDE = 4000;
const PNG = Buffer.from('89504e470d0a1a0a', 'hex');
/** Width and height stand after the signature, the length and the name of the first part. */
const PNG_SIZE_AT = 16;

/** Which kind of picture it is, by its bytes. Throws `logo.unknown-kind`, `logo.too-large`, `logo.not-a-picture`, `logo.active`. */
export async function logoType(content: Buffer): Promise<LogoType> {
  if (content.length > LARGEST_BYTES) throw new DomainError('logo.too-large');
  if (content.subarray(0, PNG.length).equals(PNG)) return requirePng(content);
  const text = textOf(content);
  if (text === undefined || !/^\uFEFF?\s*</.test(text)) throw new DomainError('logo.unknown-kind');
  requireStillDrawing(text.replace(/^\uFEFF?\s*/, ''));
  return 'image/svg+xml';
}

async function requirePng(content: Buffer): Promise<'image/png'> {
  if (content.length < PNG_SIZE_AT + 8) throw new DomainError('logo.not-a-picture', { reason: 'it ends too early' });
  // Before it is unpacked: a small file can be a picture that no memory holds.
  const sides = [content.readUInt32BE(PNG_SIZE_AT), content.readUInt32BE(PNG_SIZE_AT + 4)];
  if (sides.some((side) => side > LARGEST_SIDE)) throw new DomainError('logo.too-large');
  try {
    await loadImage(content);
  } catch {
    throw new DomainError('logo.not-a-picture', { reason: 'it cannot be drawn' });
  }
  return 'image/png';
}

function textOf(content: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content);
  } catch {
    return undefined;
  }
}
