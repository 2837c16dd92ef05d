import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ObservationsModule } from '../observations/observations.module.js';
import { AppearanceController } from './appearance.controller.js';
import { ChangeSettings } from './change-settings.js';
import { SettingsController } from './settings.controller.js';
import { SettingsDesk } from './settings-desk.js';
import { SiteController } from './site.controller.js';
import { SiteEditing } from './site-editing.js';
import { SiteLogoRow } from './site-logo.row.js';
import { SiteQuery } from './site.query.js';
import { SiteRepository } from './site.repository.js';
import { SiteSettingsRow } from './site-settings.row.js';

@Module({
  imports: [TypeOrmModule.forFeature([SiteLogoRow, SiteSettingsRow]), ObservationsModule],
  controllers: [AppearanceController, SettingsController, SiteController],
  providers: [ChangeSettings, SettingsDesk, SiteEditing, SiteQuery, SiteRepository],
  exports: [SettingsDesk, SiteQuery],
})
export class SettingsModule {}
