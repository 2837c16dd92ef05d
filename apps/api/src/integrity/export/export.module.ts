import { Module } from '@nestjs/common';
import { ExportDownloads } from './export-downloads.js';
import { ExportFiles } from './export-files.js';
import { ExportsController } from './exports.controller.js';

/** Everything out by a button. */
@Module({ controllers: [ExportsController], providers: [ExportDownloads, ExportFiles] })
export class ExportModule {}
