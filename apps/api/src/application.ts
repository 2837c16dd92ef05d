import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import type { LogLevel } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Logger } from 'nestjs-pino';
import { randomUUID } from 'node:crypto';
import { AppModule } from './app.module.js';
import type { Config } from './config.js';
import { describeApi } from './open-data/openapi.js';
import { servePages } from './pages/pages.routes.js';
import { brokenRequest, unroutable } from './platform/unroutable.js';

const BODY_LIMIT = 1024 * 1024;

/** The application as it listens, without listening; specs ask it through `inject`. */
export async function createApplication(config: Config, databaseUrl: string): Promise<NestFastifyApplication> {
  // Fastify's own parser reads JSON and nothing else: what a form of another site can send is refused unread.
  const options = { logger: ['error', 'warn'] as LogLevel[], abortOnError: false, bodyParser: false };
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config, databaseUrl), adapterFor(config), options);
  const fastify = app.getHttpAdapter().getInstance();
  fastify.removeContentTypeParser('text/plain');
  fastify.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  await app.register(cookie);
  await app.register(helmet, headersOf(config));
  // What a signed-in user sees is nobody else's; public routes say otherwise themselves.
  fastify.addHook('onSend', async (_request, reply) => {
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
  });
  describeApi(app);
  await servePages(app);
  await app.init();
  app.useLogger(app.get(Logger));
  return app;
}

function adapterFor(config: Config): FastifyAdapter {
  return new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    trustProxy: config.trustProxy ?? false,
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
    requestTimeout: 30_000,
    genReqId: () => randomUUID(),
    frameworkErrors: unroutable(isTls(config)),
    clientErrorHandler: brokenRequest(isTls(config)),
  });
}

const isTls = ({ publicUrl }: Config): boolean => publicUrl.startsWith('https://');

function headersOf(config: Config) {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' as const },
    frameguard: { action: 'deny' as const },
    hsts: isTls(config) ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    crossOriginEmbedderPolicy: false,
  };
}
