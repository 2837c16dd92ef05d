import { Get } from '@nestjs/common';
import { siteView, type SiteView } from '@slusen/contracts';
import { AccountQuery } from '../identity/account.query.js';
import { PublicController } from '../platform/public-answer.js';
import { Returns } from '../platform/returns.js';
import { Settings } from '../platform/settings.js';
import { SiteQuery } from './site.query.js';
import { siteShown } from './site.js';

@PublicController('api')
export class SiteController {
  constructor(
    private readonly query: SiteQuery,
    private readonly settings: Settings,
    private readonly accounts: AccountQuery,
  ) {}

  @Get('site')
  @Returns(siteView)
  async site(): Promise<SiteView> {
    const { publicUrl } = this.settings.config;
    return { ...siteShown(await this.query.run()), isDemonstration: await this.accounts.hasDemonstration(), publicUrl };
  }
}
