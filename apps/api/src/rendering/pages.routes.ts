import fastifyStatic from '@fastify/static';
import type { INestApplication } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tokenOf } from '../identity/session-cookie.js';
import { problemFor, problemOf } from '../platform/problem-of.js';
import { Settings } from '../platform/settings.js';
import { instanceOf } from '../platform/unroutable.js';
import { fileCacheControl } from './file-answer.js';
import { leadingToToday, sendPage, withReference } from './page-answer.js';
import { pageAddress, withoutMoment } from './page-key.js';
import { DASHBOARD } from './page-renderer.js';
import { PageService } from './page-service.js';
import { practiceMarked } from './practice-mark.js';
import { setUpAddress } from './set-up-address.js';
import { SetUpQuery } from '../set-up/set-up.query.js';

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
  const setUp = app.get(SetUpQuery);
  const { isPractice } = app.get(Settings).config;
  fastify.get('/*', (request, reply) => {
    // A program that asks for data gets no page, also where one stands for everything that is not found.
    if (API.test(request.url)) return notFound(request, reply);
    const today = withoutMoment(request.url);
    if (today !== undefined) return notAsItWas(today, reply, isPractice);
    const address = pageAddress(request.url);
    const kept = pages.kept(address);
    if (!kept) return answer({ pages, setUp, isPractice }, request, reply);
    sendPage(kept, request, reply);
    // Nothing to wait for: waiting for the end of an answer costs more than finding a kept page.
    return undefined;
  });
}

interface Answering {
  readonly pages: PageService;
  readonly setUp: SetUpQuery;
  readonly isPractice: boolean;
}

async function answer({ pages, setUp, isPractice }: Answering, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  try {
    const begin = setUpAddress(request.url);
    // Nothing is kept before there is something to show, so no kept page stands in the way.
    if (begin && (await setUp.leads())) return reply.header('cache-control', 'no-store').redirect(begin, 302);
    // Whoever is signed in may have approved just now, and looks for it.
    const page = await pages.page(pageAddress(request.url), { asOfNow: tokenOf(request) !== undefined });
    return page ? sendPage(page, request, reply) : notFound(request, reply);
  } catch (error) {
    const status = problemOf(error).status === 503 ? 503 : 500;
    request.log.error({ err: error }, 'page could not be rendered');
    if (status === 503) void reply.header('retry-after', '5');
    return reply
      .status(status)
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(await lastResort(status, { id: request.id, isPractice }));
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

/** A link to what was known on another day would else show other figures than those that it was written of, in silence. */
async function notAsItWas(today: string, reply: FastifyReply, isPractice: boolean): Promise<FastifyReply> {
  const page = leadingToToday(await readFile(join(DASHBOARD, 'browser', 'fel', '404-kand.html'), 'utf8'), today);
  return reply
    .status(404)
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(isPractice ? practiceMarked(page, 'sv') : page);
}

/** The page that needs nothing but itself, for when no page can be rendered; it shows the id that the log has of the request. */
async function lastResort(status: 500 | 503, { id, isPractice }: { id: string; isPractice: boolean }): Promise<string> {
  const page = withReference(await readFile(join(DASHBOARD, 'browser', 'fel', `${status}.html`), 'utf8'), id);
  return isPractice ? practiceMarked(page, 'sv') : page;
}
