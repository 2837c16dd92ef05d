import fastifyStatic from '@fastify/static';
import type { INestApplication } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { problemFor, problemOf } from '../platform/problem-of.js';
import { instanceOf } from '../platform/unroutable.js';
import { fileCacheControl } from './file-answer.js';
import { sendPage } from './page-answer.js';
import { pageAddress } from './page-key.js';
import { DASHBOARD } from './page-renderer.js';
import { PageService } from './page-service.js';

const API = /^\/api(?:[/?]|$)/;

/** Serves the built dashboard: files as they are, every other address as a page. Called before the app listens. */
export async function servePages(app: INestApplication): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance() as FastifyInstance;
  const browser = join(DASHBOARD, 'browser');
  if (!existsSync(browser)) return;
  await fastify.register(fastifyStatic, {
    root: browser,
    wildcard: false,
    preCompressed: true,
    index: false,
    cacheControl: false,
    decorateReply: false,
    setHeaders: (reply: FastifyReply, path: string) => void reply.header('cache-control', fileCacheControl(path)),
  });
  const pages = app.get(PageService);
  fastify.get('/*', (request, reply) => {
    const address = pageAddress(request.url);
    const kept = pages.kept(address);
    if (!kept) return answer(pages, request, reply);
    sendPage(kept, request, reply);
    // Nothing to wait for: waiting for the end of an answer costs more than finding a kept page.
    return undefined;
  });
}

async function answer(pages: PageService, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const address = pageAddress(request.url);
  if (API.test(address)) return notFound(request, reply);
  try {
    const page = await pages.page(address);
    return page ? sendPage(page, request, reply) : notFound(request, reply);
  } catch (error) {
    request.log.error({ err: error }, 'page could not be rendered');
    const { status } = problemOf(error);
    return reply
      .status(status === 503 ? 503 : 500)
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(await lastResort(status === 503 ? 503 : 500));
  }
}

function notFound(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = { ...problemFor(404), instance: instanceOf(request.id) };
  return reply
    .status(404)
    .header('cache-control', 'no-store')
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(problem));
}

/** The page that needs nothing but itself, for when no page can be rendered. */
function lastResort(status: 500 | 503): Promise<string> {
  return readFile(join(DASHBOARD, 'browser', 'fel', `${status}.html`), 'utf8');
}
