import { Module } from '@nestjs/common';
import { HeadsLog } from './heads-log.js';

/** Whoever records something, server or command, notes the head of the chain outside the database. */
@Module({ providers: [HeadsLog] })
export class HeadsModule {}
