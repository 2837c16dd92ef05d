import { Injectable } from '@nestjs/common';
import type { LogoType, SettingsView } from '@slusen/contracts';
import { SiteQuery } from './site.query.js';
import { SiteRepository } from './site.repository.js';
import { settingsShown, type Logo } from './site.js';

/** What an administrator sees of the settings, and the pictures that they bring. */
@Injectable()
export class SiteEditing {
  constructor(
    private readonly site: SiteQuery,
    private readonly sites: SiteRepository,
  ) {}

  async view(): Promise<SettingsView> {
    return settingsShown(await this.site.run(), await this.sites.isCodeInUse());
  }

  /** Waits until this process goes by what was stored, so that the next request does. */
  async learned(): Promise<void> {
    await this.site.run();
  }

  /** The picture, kept; the same one that is the logo already is not kept twice. */
  async addLogo(type: LogoType, content: Buffer): Promise<Logo> {
    const { logo } = await this.sites.latest();
    const isSame = logo && (await this.sites.content(logo.id))?.equals(content);
    return isSame ? logo : this.sites.addLogo(type, content);
  }
}
