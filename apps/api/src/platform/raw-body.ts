import { UnsupportedMediaTypeException } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** How a file is sent: its bytes and nothing else, which no form of another site can. */
export const RAW_FILE = 'application/octet-stream';

/** The routes that take a file; each counts what it reads, once it knows who sends it. */
const TAKES_FILE = /\/attachments\/:/;

/** Hands the bytes of a file on as they come. */
export function takeRawFiles(server: FastifyInstance): void {
  server.addContentTypeParser(RAW_FILE, async (request: FastifyRequest, payload: NodeJS.ReadableStream) => {
    if (!TAKES_FILE.test(request.routeOptions.url ?? '')) throw new UnsupportedMediaTypeException();
    return payload;
  });
}
