import { createParamDecorator, Injectable, type ExecutionContext, type PipeTransform } from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';
import { DomainError, RULE_VERSION } from '@slusen/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AsOf } from './as-of.js';
import { Moments } from './moments.js';

/** Which version of the rules judged, and for which moment when it is another than now. */
const RULES_HEADER = 'slusen-rules';
const KNOWN_HEADER = 'slusen-known';

@Injectable()
class MomentPipe implements PipeTransform<Wanted, Promise<AsOf>> {
  constructor(private readonly moments: Moments) {}

  async transform({ known, reply }: Wanted): Promise<AsOf> {
    if (known !== undefined && typeof known !== 'string') throw new DomainError('known.malformed', {});
    const asOf = await this.moments.at(known);
    await this.moments.requireHistory(asOf);
    void reply.header(RULES_HEADER, RULE_VERSION);
    if (asOf.known) void reply.header(KNOWN_HEADER, asOf.known);
    return asOf;
  }
}

const DESCRIPTION =
  'The moment that the answer is about: an instant with its offset, or a date (until the end of that day in Stockholm; today’s date means now). Without it: now.';

/** Marks a route whose answer is about the moment that is asked for. */
export const TAKES_KNOWN = Symbol('takes known');

/** Marks the route, and names the parameter in the description of the API. */
const described: ParameterDecorator = (target, method) => {
  const descriptor = method && Object.getOwnPropertyDescriptor(target, method);
  if (!descriptor) return;
  Reflect.defineMetadata(TAKES_KNOWN, true, descriptor.value as object);
  ApiQuery({ name: 'known', description: DESCRIPTION, required: false, schema: { type: 'string' } })(target, method, descriptor);
};

/** What is asked for, with the answer that will tell which moment it is about. */
interface Wanted {
  readonly known: unknown;
  readonly reply: FastifyReply;
}

function wantedOf(_: unknown, context: ExecutionContext): Wanted {
  const http = context.switchToHttp();
  return { known: (http.getRequest<FastifyRequest>().query as { known?: unknown }).known, reply: http.getResponse<FastifyReply>() };
}

const KnownText = createParamDecorator(wantedOf, [described]);

/** The moment that the request asks for in `known`. Garbage and the future: 400; before anything was recorded: 404. */
export const Known = (): ParameterDecorator => KnownText(MomentPipe);
