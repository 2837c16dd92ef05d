import { BadRequestException } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

/** Two hosts in one request are read one way by a proxy and another way here (RFC 9112 § 3.2): refused; undefined when there is one. */
export function faultOfHost({ raw }: Pick<FastifyRequest, 'raw'>): Error | undefined {
  const hosts = raw.rawHeaders.filter((text, at) => at % 2 === 0 && text.length === 4 && text.toLowerCase() === 'host');
  return hosts.length > 1 ? new BadRequestException() : undefined;
}
