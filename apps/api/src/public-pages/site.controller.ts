import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeEndpoint } from '@nestjs/swagger';
import { siteView, type SiteView } from '@slusen/contracts';
import { AccountQuery } from '../identity/account.query.js';
import { declareRead } from '../platform/read-tags.js';
import { Public } from '../platform/public.js';
import { Returns } from '../platform/returns.js';
import { Settings } from '../platform/settings.js';
import { MAY_BE_KEPT, PublicController } from '../platform/public-answer.js';

@PublicController('api')
export class SiteController {
  constructor(
    private readonly settings: Settings,
    private readonly accounts: AccountQuery,
  ) {}

  @Get('site')
  @Returns(siteView)
  async site(): Promise<SiteView> {
    declareRead('site');
    const { site, publicUrl } = this.settings.config;
    return { municipality: site.municipality, isDemonstration: await this.accounts.hasDemonstration(), contact: site.contact, publicUrl };
  }
}

/** The municipality's own colour as a stylesheet, so that the policy for styles need not allow any inline one. */
@Controller()
@Public()
export class AccentController {
  constructor(private readonly settings: Settings) {}

  @Get('accent.css')
  @Header('content-type', 'text/css; charset=utf-8')
  @Header('cache-control', MAY_BE_KEPT)
  @ApiExcludeEndpoint()
  accent(): string {
    const { accent } = this.settings.config.site;
    // In the dark a light tint of the same colour keeps its contrast with the ground.
    return accent
      ? `@media (prefers-color-scheme: light) { :root { --accent: ${accent}; --focus: ${accent}; --chart-line: ${accent}; } }\n` +
          `@media (prefers-color-scheme: dark) { :root { --accent: color-mix(in oklab, ${accent} 35%, white); } }\n`
      : '';
  }
}
