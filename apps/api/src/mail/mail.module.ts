import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { MailController } from './mail.controller.js';
import { MailDesk } from './mail-desk.js';
import { MailRow } from './mail.row.js';
import { MailServer } from './mail-server.js';
import { MailStates } from './mail-states.js';
import { Post } from './post.js';
import { SendMail } from './send-mail.js';

@Module({
  imports: [TypeOrmModule.forFeature([MailRow])],
  controllers: [MailController],
  providers: [MailDesk, MailServer, MailStates, Post, SendMail],
  exports: [MailServer, Post],
})
export class MailModule {}
