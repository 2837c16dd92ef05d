import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import * as z from 'zod';

/** Describes every route at `/api/openapi.json`, made from the same schemas that check requests and answers. */
export function describeApi(app: NestFastifyApplication): void {
  const builder = new DocumentBuilder()
    .setTitle('SLUSEN')
    .setDescription('Goals, indicators, targets and actors of a municipality’s strategy. Errors are RFC 9457 problem documents.')
    .setVersion('1')
    .addCookieAuth('__Host-slusen');
  const document = SwaggerModule.createDocument(app, builder.build(), {
    standardSchemaConverter: (schema, { schemaType }) => ({
      schema: z.toJSONSchema(schema as z.ZodType, { io: schemaType, unrepresentable: 'any', target: 'openapi-3.0' }),
    }),
  });
  const body = JSON.stringify(document);
  app.getHttpAdapter().get('/api/openapi.json', (_request: unknown, reply: { header(name: string, value: string): unknown; type(value: string): { send(body: string): void } }) => {
    reply.header('cache-control', 'public, max-age=300');
    reply.type('application/json; charset=utf-8').send(body);
  });
}
