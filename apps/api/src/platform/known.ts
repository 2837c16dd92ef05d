import { createParamDecorator, Injectable, type ExecutionContext, type PipeTransform } from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';
import { DomainError } from '@slusen/domain';
import type { FastifyRequest } from 'fastify';
import type { AsOf } from './as-of.js';
import { Moments } from './moments.js';

@Injectable()
class MomentPipe implements PipeTransform<unknown, Promise<AsOf>> {
  constructor(private readonly moments: Moments) {}

  transform(wanted: unknown): Promise<AsOf> {
    if (wanted !== undefined && typeof wanted !== 'string') throw new DomainError('known.malformed');
    return this.moments.at(wanted);
  }
}

const DESCRIPTION =
  'The moment that the answer is about: an instant with its offset, or a date (until the end of that day in Stockholm; today’s date means now). Without it: now.';

/** Names the parameter in the description of the API. */
const described: ParameterDecorator = (target, method) => {
  const descriptor = method && Object.getOwnPropertyDescriptor(target, method);
  if (descriptor)
    ApiQuery({ name: 'known', description: DESCRIPTION, required: false, schema: { type: 'string' } })(target, method, descriptor);
};

const wantedOf = (_: unknown, context: ExecutionContext): unknown =>
  (context.switchToHttp().getRequest<FastifyRequest>().query as { known?: unknown }).known;

const KnownText = createParamDecorator(wantedOf, [described]);

/** The moment that the request asks for in `known`. Garbage and the future: 400. */
export const Known = (): ParameterDecorator => KnownText(MomentPipe);
