import { Module } from '@nestjs/common';
import { SettingsModule } from '../settings/settings.module.js';
import { FirstCode } from './first-code.js';
import { MakeFirstAdministrator } from './make-first-administrator.js';
import { SetUpController } from './set-up.controller.js';
import { SetUpQuery } from './set-up.query.js';
import { SetUpRepository } from './set-up.repository.js';

/** The first start of an installation. */
@Module({
  imports: [SettingsModule],
  controllers: [SetUpController],
  providers: [FirstCode, MakeFirstAdministrator, SetUpQuery, SetUpRepository],
  exports: [FirstCode, SetUpQuery],
})
export class SetUpModule {}
