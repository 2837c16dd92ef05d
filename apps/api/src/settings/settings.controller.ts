import { Body, Controller, Delete, Get, Put } from '@nestjs/common';
import { logoSent, settingsView, siteSettings, type LogoSent, type SettingsView, type SiteSettingsSent } from '@slusen/contracts';
import { ActingNow, type Acting } from '../identity/acting.js';
import { IdempotencyKey, IfMatch, type RequestKey } from '../platform/preconditions.js';
import { ReturnsVersion } from '../platform/returns.js';
import { SettingsDesk } from './settings-desk.js';

/** What a municipality sets of its own installation. */
@Controller('api/admin/settings')
export class SettingsController {
  constructor(private readonly desk: SettingsDesk) {}

  @Get()
  @ReturnsVersion(settingsView)
  read(@ActingNow() { account }: Acting): Promise<SettingsView> {
    return this.desk.read(account);
  }

  @Put()
  @ReturnsVersion(settingsView)
  set(
    @ActingNow() { account }: Acting,
    @IfMatch() revision: number,
    @IdempotencyKey() key: RequestKey,
    @Body({ schema: siteSettings }) sent: SiteSettingsSent,
  ): Promise<SettingsView> {
    return this.desk.set(account, { revision, key }, sent);
  }

  @Put('logo')
  @ReturnsVersion(settingsView)
  setLogo(
    @ActingNow() { account }: Acting,
    @IfMatch() revision: number,
    @IdempotencyKey() key: RequestKey,
    @Body({ schema: logoSent }) sent: LogoSent,
  ): Promise<SettingsView> {
    return this.desk.setLogo(account, { revision, key }, sent);
  }

  @Delete('logo')
  @ReturnsVersion(settingsView)
  removeLogo(@ActingNow() { account }: Acting, @IfMatch() revision: number, @IdempotencyKey() key: RequestKey): Promise<SettingsView> {
    return this.desk.removeLogo(account, { revision, key });
  }
}
