import { Controller, Get, Header, Param, Res } from '@nestjs/common';
import { ApiExcludeEndpoint } from '@nestjs/swagger';
import { DomainError, settingInForce } from '@slusen/domain';
import type { FastifyReply } from 'fastify';
import { pathName } from '../platform/path-name.js';
import { MAY_BE_KEPT } from '../platform/public-answer.js';
import { Public } from '../platform/public.js';
import { logoAddress } from './site.js';
import { SiteQuery } from './site.query.js';
import { SiteRepository } from './site.repository.js';
import { siteStyles } from './site-styles.js';

/** A picture is shown, and does nothing: no part of it is fetched, and opened by itself it is nobody's page. */
const PICTURE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox";

/** The municipality's own colour and logo. */
@Controller()
@Public()
export class AppearanceController {
  constructor(
    private readonly site: SiteQuery,
    private readonly sites: SiteRepository,
  ) {}

  /** As a stylesheet, so that the policy for styles need not allow any inline one, and pages carry no script for a picture. */
  @Get('accent.css')
  @Header('content-type', 'text/css; charset=utf-8')
  @Header('cache-control', MAY_BE_KEPT)
  @ApiExcludeEndpoint()
  async styles(): Promise<string> {
    const { sources, logo } = await this.site.run();
    return siteStyles({ accent: settingInForce('accent', sources)?.value, logo: logo && logoAddress(logo) });
  }

  @Get('logotyp/:name')
  @Header('cache-control', MAY_BE_KEPT)
  @Header('content-security-policy', PICTURE_POLICY)
  @ApiExcludeEndpoint()
  async logo(@Param('name', { schema: pathName }) name: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<Buffer> {
    const { logo } = await this.site.run();
    const content = logo && logoAddress(logo) === `/logotyp/${name}` ? await this.sites.content(logo.id) : undefined;
    if (!logo || !content) throw new DomainError('permission.hidden');
    void reply.type(logo.type);
    return content;
  }
}
