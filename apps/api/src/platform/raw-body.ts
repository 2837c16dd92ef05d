import { UnsupportedMediaTypeException } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';

/** How a file is sent: its bytes and nothing else, which no form of another site can. */
export const RAW_FILE = 'application/octet-stream';

/** The routes that take a file; each reads it once it knows who sends it. */
const TAKES_FILE = /\/attachments\/:|^\/api\/imports$/;

/** Hands the bytes of a file on as they come. */
export function takeRawFiles(server: FastifyInstance): void {
  server.addContentTypeParser(RAW_FILE, async (request: FastifyRequest, payload: NodeJS.ReadableStream) => {
    if (!TAKES_FILE.test(request.routeOptions.url ?? '')) throw new UnsupportedMediaTypeException();
    return payload;
  });
}

/** The bytes on their way in; undefined for a request that sends another body, or none. */
export function rawBody({ body }: FastifyRequest): AsyncIterable<Buffer> | undefined {
  return body instanceof Readable ? body : undefined;
}

/** All of it; stops reading where it is more than `most` bytes, and throws what `tooLarge` gives. */
export async function readWhole(content: AsyncIterable<Buffer>, most: number, tooLarge: () => Error): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of content) {
    size += part.length;
    if (size > most) throw tooLarge();
    parts.push(part);
  }
  return Buffer.concat(parts);
}
