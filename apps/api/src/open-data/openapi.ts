import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { problem } from '@slusen/contracts';
import { ERRORS, licenceAddress } from '@slusen/domain';
import * as z from 'zod';
import { PUBLIC_EXTENSION } from '../platform/public.js';
import { MAY_BE_KEPT } from '../platform/public-answer.js';
import { Settings } from '../platform/settings.js';

type Json = Record<string, unknown>;
type Operation = NonNullable<OpenAPIObject['paths'][string]['get']> & { [PUBLIC_EXTENSION]?: boolean };

const CHANGES = ['post', 'put', 'patch', 'delete'] as const;
const METHODS = ['get', ...CHANGES] as const;
const CSRF_HEADER = {
  name: 'X-CSRF-Token',
  in: 'header',
  required: false,
  description: 'The `csrfToken` of the session; nothing beside the key of a business system.',
  schema: { type: 'string' },
} as const;
const PROBLEM = {
  description: 'Any error, as RFC 9457 has it',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

/** A schema as JSON Schema; shapes that have a name (`meta({ id })`) become components of the document. */
export function describeSchema(schema: z.ZodType, io: 'input' | 'output'): { schema: Json; components: Json } {
  const { $schema: _, definitions = {}, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'openapi-3.0' }) as Json;
  return { schema: rest, components: withoutIds(definitions as Json) };
}

/** The whole description, made from the same schemas that check requests and answers. */
function apiDocument(app: NestFastifyApplication): OpenAPIObject {
  const builder = new DocumentBuilder()
    .setTitle('SLUSEN')
    .setDescription('Goals, indicators, targets and actors of a municipality’s strategy. Errors are RFC 9457 problem documents.')
    .setVersion('1')
    .addCookieAuth('__Host-slusen')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'The key of a business system (`npm run machine-key`).' }, 'key')
    .addSecurityRequirements('cookie')
    .addSecurityRequirements('key');
  const known = new Map<string, string>();
  const describe = (schema: unknown, io: 'input' | 'output') => {
    const described = describeSchema(schema as z.ZodType, io);
    refuseSecondMeaning(known, described.components);
    return described;
  };
  const document = SwaggerModule.createDocument(app, builder.build(), {
    standardSchemaConverter: (schema, { schemaType }) => describe(schema, schemaType),
  });
  Object.assign(((document.components ??= {}).schemas ??= {}), describe(problem, 'output').components);
  document.info.description += `\n\n${codesText()}`;
  for (const path of Object.values(document.paths)) {
    for (const method of METHODS) {
      const operation = path[method];
      if (operation) path[method] = complete(operation, (CHANGES as readonly string[]).includes(method));
    }
  }
  return document;
}

/** Every code of a problem with its status and what to do about it, as a Markdown table. */
function codesText(): string {
  const rows = Object.entries(ERRORS).map(([code, { status, detail }]) => `| \`${code}\` | ${status} | ${detail} |`);
  return ['| code of a problem | status | what to do |', '| --- | --- | --- |', ...rows].join('\n');
}

/** Serves the description at `/api/openapi.json`. */
export function describeApi(app: NestFastifyApplication): void {
  let document: OpenAPIObject | undefined;
  const settings = app.get(Settings);
  const fastify = app.getHttpAdapter().getInstance();
  fastify.get('/api/openapi.json', (_request, reply) => {
    // Made when it is first asked for, which is after every controller is there.
    document ??= apiDocument(app);
    const body = JSON.stringify({ ...document, info: { ...document.info, license: licenceOf(settings) } });
    return reply.header('cache-control', MAY_BE_KEPT).type('application/json; charset=utf-8').send(body);
  });
}

/** Of the data; a municipality may choose another one while the program runs. */
function licenceOf({ licence }: Settings): NonNullable<OpenAPIObject['info']['license']> {
  return { name: licence, url: licenceAddress(licence) };
}

/** Adds what holds for every route: the session, the token that goes with a change, and how errors look. */
function complete({ [PUBLIC_EXTENSION]: isPublic = false, ...operation }: Operation, isChange: boolean): Operation {
  const responses = { ...operation.responses, default: PROBLEM };
  if (isPublic) return { ...operation, responses, security: [] };
  return { ...operation, responses, parameters: [...(operation.parameters ?? []), ...(isChange ? [CSRF_HEADER] : [])] };
}

/** A shape that looks different as a request and as an answer needs two names; one would silently stand for both. */
function refuseSecondMeaning(known: Map<string, string>, components: Json): void {
  for (const [name, component] of Object.entries(components)) {
    const text = JSON.stringify(component);
    if ((known.get(name) ?? text) !== text) throw new Error(`Two shapes of the API are called ${name}`);
    known.set(name, text);
  }
}

/** OpenAPI names a component by its key, so the schema's own `id` would only be an unknown word there. */
function withoutIds(definitions: Json): Json {
  return Object.fromEntries(
    Object.entries(definitions).map(([name, definition]) => {
      const { id: _, ...rest } = definition as Json;
      return [name, rest];
    }),
  );
}
