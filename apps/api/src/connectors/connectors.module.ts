import { Module } from '@nestjs/common';
import { ImportStrategy } from './strategy-file/import-strategy.js';

@Module({ providers: [ImportStrategy], exports: [ImportStrategy] })
export class ConnectorsModule {}
