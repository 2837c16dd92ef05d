import { Injectable } from '@nestjs/common';
import { licenceInForce, settingInForce, type DataLicence, type SettingSources, type SiteSettings } from '@slusen/domain';
import type { Config } from '../config.js';

/** The parsed configuration, for whoever needs a part of it, and what is set on pages, as the feature of that name last read it. */
@Injectable()
export class Settings {
  private stored: SiteSettings = {};

  constructor(readonly config: Config) {}

  /** Where what holds for the site comes from. */
  get sources(): SettingSources {
    return { ...this.config.site, stored: this.stored };
  }

  /** Code of the municipality whose strategy it is; its own total is what targets are about. Nobody's until it is set. */
  get territory(): string {
    return settingInForce('code', this.sources)?.value ?? '';
  }

  /** What the municipality is called; undefined until it is set. */
  get municipality(): string | undefined {
    return settingInForce('municipality', this.sources)?.value;
  }

  /** The licence under which everybody may use the figures. */
  get licence(): DataLicence {
    return licenceInForce(this.sources);
  }

  /** Told what is stored now; whether that is anything new. */
  learn(stored: SiteSettings): boolean {
    const isNew = JSON.stringify(stored) !== JSON.stringify(this.stored);
    this.stored = stored;
    return isNew;
  }
}
