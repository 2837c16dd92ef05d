import { Module } from '@nestjs/common';
import { PublicPagesModule } from '../public-pages/public-pages.module.js';
import { SettingsModule } from '../settings/settings.module.js';
import { StrategyPdfController } from './strategy-pdf.controller.js';
import { StrategyPdfs } from './strategy-pdf.js';
import { Typesetter } from './typesetter.js';

/** What is read on paper. */
@Module({
  imports: [PublicPagesModule, SettingsModule],
  controllers: [StrategyPdfController],
  providers: [StrategyPdfs, Typesetter],
  exports: [StrategyPdfs],
})
export class DocumentsModule {}
