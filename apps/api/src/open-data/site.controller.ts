import { Get } from '@nestjs/common';
import { siteView, type SiteView } from '@slusen/contracts';
import { Returns } from '../platform/returns.js';
import { Settings } from '../platform/settings.js';
import { PublicController } from './public-answer.js';

@PublicController('api')
export class SiteController {
  constructor(private readonly settings: Settings) {}

  @Get('site')
  @Returns(siteView)
  site(): SiteView {
    const { site, demo } = this.settings.config;
    return { municipality: site.municipality, isDemonstration: demo, contact: site.contact, accent: site.accent };
  }
}
