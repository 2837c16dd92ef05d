import type { FastifyInstance, FastifyRequest } from 'fastify';
import { UnsupportedMediaTypeException } from '@nestjs/common';
import { InvalidInput } from './invalid-input.js';

/** A double holds so many decimal digits of whatever number; of more, another number would be stored than was sent. */
const MOST_DIGITS = 15;

/** Names that mean something else to JavaScript than to whoever sends them. */
const PROTOTYPE_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** The tokens that say where a name stands: brackets, colons, texts and numbers; what is parsed holds nothing else but words. */
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|-?\d[\d.eE+-]*/g;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** A file that is sent as it is. */
export interface FileRoute {
  readonly path: string;
  readonly mostBytes: number;
}

/** Makes the server read JSON bodies as `readJson` does, files where they are taken, and no other kind of body. */
export function readJsonOnly(server: FastifyInstance, files: FileRoute): void {
  server.removeAllContentTypeParsers();
  const whole = { parseAs: 'buffer', bodyLimit: files.mostBytes } as const;
  server.addContentTypeParser('application/octet-stream', whole, async (request: FastifyRequest, body: Buffer) => {
    if (request.routeOptions.url !== files.path) throw new UnsupportedMediaTypeException();
    return body;
  });
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, async (request: FastifyRequest, body: Buffer) => {
    requireUtf8(request.headers['content-type']);
    return readJson(body);
  });
}

/** JSON is UTF-8 (RFC 8259); read as such, another encoding would be another text. */
function requireUtf8(contentType = ''): void {
  const charset = /;\s*charset\s*=\s*"?([^\s;"]*)/i.exec(contentType)?.[1] ?? 'utf-8';
  if (!/^utf-?8$/i.test(charset)) throw new UnsupportedMediaTypeException();
}

/**
 * What a body says, when it says it in one way only. Throws InvalidInput for what is no JSON in UTF-8, a name twice in one object (readers
 * differ in which they believe), a name that belongs to JavaScript, and a number with more digits than a double keeps.
 */
export function readJson(body: Buffer): unknown {
  const text = textOf(body);
  const read = parsed(text);
  requireUnambiguous(text);
  return read;
}

function textOf(body: Buffer): string {
  try {
    return utf8.decode(body);
  } catch {
    throw refusal('body.not-utf-8');
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refusal('body.not-json');
  }
}

/** Walks through what was parsed already, so that every token is in its place; without recursion, since nesting has no end. */
function requireUnambiguous(text: string): void {
  const open: (Set<string> | undefined)[] = [];
  let last = '';
  for (const [token] of text.matchAll(TOKEN)) {
    if (token === '{') open.push(new Set());
    else if (token === '[') open.push(undefined);
    else if (token === '}' || token === ']') open.pop();
    else if (token === ':') nameOnce(open.at(-1), JSON.parse(last) as string);
    else if (/^[-\d]/.test(token) && digitsOf(token) > MOST_DIGITS) throw refusal('number.too-many-digits', token.slice(0, 40));
    last = token;
  }
}

function nameOnce(names: Set<string> | undefined, name: string): void {
  if (PROTOTYPE_KEYS.has(name)) throw refusal('name.not-allowed', name);
  if (names?.has(name)) throw refusal('name.twice', name.slice(0, 40));
  names?.add(name);
}

/** Those that tell it from another number: without zeros before and after, point and exponent. */
function digitsOf(number: string): number {
  const [mantissa = ''] = number.split(/[eE]/);
  return mantissa.replace(/[-.]/g, '').replace(/^0+|0+$/g, '').length;
}

const refusal = (message: string, ...path: string[]): InvalidInput => new InvalidInput([{ path, message }]);
