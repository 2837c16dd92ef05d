import cookie from '@fastify/cookie';
import type { LogLevel } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Logger } from 'nestjs-pino';
import { randomUUID } from 'node:crypto';
import type { Logger as RequestLogger } from 'pino';
import { AppModule } from './app.module.js';
import type { Config } from './config.js';
import { describeApi } from './open-data/openapi.js';
import { servePages } from './rendering/pages.routes.js';
import { readJsonOnly } from './platform/json-body.js';
import { faultOfHost } from './platform/one-host.js';
import { takeRawFiles } from './platform/raw-body.js';
import { RequestLog, requestLogger } from './platform/request-log.js';
import { securityHeaders } from './platform/security-headers.js';
import { brokenRequest, unroutable } from './platform/unroutable.js';

const BODY_LIMIT = 1024 * 1024;
/** A hundred thousand rows of figures, and more. */
/** Milliseconds for a request to come in; with the time between two looks it ends within 30 seconds. */
const ARRIVAL = { headersTimeout: 10_000, requestTimeout: 27_000, connectionsCheckingInterval: 2000 };

/** What is practised on is in no search engine. */
const NOT_FOUND_BY_SEARCH = { 'x-robots-tag': 'noindex, nofollow' };

/** The application as it listens, without listening; specs ask it through `inject`. */
export async function createApplication(
  config: Config,
  databaseUrl: string,
  log = requestLogger(config.logLevel),
): Promise<NestFastifyApplication> {
  // JSON is read, and files as they are: what a form of another site can send is refused unread.
  const options = { logger: ['error', 'warn'] as LogLevel[], abortOnError: false, bodyParser: false };
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config, databaseUrl), adapterFor(config, log), options);
  const fastify = app.getHttpAdapter().getInstance();
  readJsonOnly(fastify);
  takeRawFiles(fastify);
  // What a signed-in user sees is nobody else's; public routes say otherwise themselves.
  const headers = { ...securityHeaders(isTls(config)), 'cache-control': 'no-store', ...(config.isPractice ? NOT_FOUND_BY_SEARCH : {}) };
  fastify.addHook('onRequest', (request, reply, done) => {
    reply.headers(headers).header('x-request-id', request.id);
    done(faultOfHost(request));
  });
  await app.register(cookie);
  describeApi(app);
  await servePages(app);
  await app.init();
  app.useLogger(app.get(Logger));
  return app;
}

function adapterFor(config: Config, log: RequestLogger): FastifyAdapter {
  return new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    trustProxy: config.trustProxy ?? false,
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
    http: ARRIVAL,
    requestTimeout: ARRIVAL.requestTimeout,
    genReqId: () => randomUUID(),
    loggerInstance: log,
    logController: new RequestLog(),
    frameworkErrors: unroutable(isTls(config)),
    clientErrorHandler: brokenRequest(isTls(config)),
  });
}

const isTls = ({ publicUrl }: Config): boolean => publicUrl.startsWith('https://');
