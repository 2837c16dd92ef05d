import { Injectable } from '@nestjs/common';
import type { LogoSent, SettingsView, SiteSettingsSent } from '@slusen/contracts';
import type { Account } from '../identity/account.js';
import { Permissions } from '../identity/permissions.js';
import { Publications } from '../observations/publications.js';
import { Idempotency } from '../platform/idempotency.js';
import type { RequestKey } from '../platform/preconditions.js';
import { ChangeSettings, type SiteChange } from './change-settings.js';
import { SiteEditing } from './site-editing.js';
import { logoType } from './logo-check.js';

/** From which revision a change was made, and its name for what it wants done. */
export interface SettingsRequest {
  readonly revision: number;
  readonly key: RequestKey;
}

/** Settings as an administrator's page has them: read, change, send back. */
@Injectable()
export class SettingsDesk {
  constructor(
    private readonly permissions: Permissions,
    private readonly editing: SiteEditing,
    private readonly changing: ChangeSettings,
    private readonly idempotency: Idempotency,
    private readonly publications: Publications,
  ) {}

  read(account: Account): Promise<SettingsView> {
    this.permissions.require(account, 'settings.change');
    return this.editing.view();
  }

  set(account: Account, request: SettingsRequest, settings: SiteSettingsSent): Promise<SettingsView> {
    this.permissions.require(account, 'settings.change');
    return this.change(account, request, async () => ({ settings }));
  }

  /** Throws `logo.unknown-kind`, `logo.too-large`, `logo.not-a-picture`, `logo.active`. */
  async setLogo(account: Account, request: SettingsRequest, sent: LogoSent): Promise<SettingsView> {
    this.permissions.require(account, 'settings.change');
    const content = Buffer.from(sent.content, 'base64');
    const type = await logoType(content);
    return this.change(account, request, async () => ({ logo: await this.editing.addLogo(type, content) }));
  }

  removeLogo(account: Account, request: SettingsRequest): Promise<SettingsView> {
    this.permissions.require(account, 'settings.change');
    return this.change(account, request, async () => ({ logo: null }));
  }

  private async change(account: Account, { revision, key }: SettingsRequest, work: () => Promise<SiteChange>): Promise<SettingsView> {
    const view = await this.idempotency.run(account.id, key, async () => {
      await this.changing.change(account, revision, work);
      return this.editing.view();
    });
    this.publications.announce('everything');
    await this.editing.learned();
    return view;
  }
}
