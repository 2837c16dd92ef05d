import { applyDecorators, HttpCode, SerializeOptions, UseInterceptors, type NestInterceptor } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { tap } from 'rxjs';
import type * as z from 'zod';

/** The route answers this shape and nothing more: fields the schema does not declare are stripped. */
export function Returns(schema: z.ZodType, status = 200): MethodDecorator {
  return returns(schema, { status });
}

/** The same of something with versions: which one it is stands in `ETag`, as `If-Match` wants it for the next change. */
export function ReturnsVersion(
  schema: z.ZodType<{ readonly version: number } | { readonly revision: number }>,
  status = 200,
): MethodDecorator {
  return applyDecorators(returns(schema, { status, headers: { ETag: VERSION } }), UseInterceptors(TELL_VERSION));
}

const VERSION = { description: 'The version, for `If-Match` of the next change.', schema: { type: 'string' } } as const;

function returns(
  schema: z.ZodType,
  answer: { readonly status: number; readonly headers?: { readonly ETag: typeof VERSION } },
): MethodDecorator {
  return applyDecorators(HttpCode(answer.status), SerializeOptions({ schema }), ApiResponse({ ...answer, standardSchema: schema }));
}

const TELL_VERSION: NestInterceptor<{ readonly version?: number; readonly revision?: number }> = {
  intercept: (context, next) =>
    next.handle().pipe(
      tap(({ version, revision }) => {
        context
          .switchToHttp()
          .getResponse<FastifyReply>()
          .header('etag', `"${version ?? revision}"`);
      }),
    ),
};
