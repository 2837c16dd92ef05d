import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import {
  chosenPassword,
  passwordLink,
  passwordLinkToken,
  resetRequest,
  type ChosenPassword,
  type PasswordLink,
  type PasswordLinkToken,
  type ResetRequest,
} from '@slusen/contracts';
import type { FastifyRequest } from 'fastify';
import { ChoosePassword } from '../identity/choose-password.js';
import { Public } from '../platform/public.js';
import { Returns } from '../platform/returns.js';
import { AskReset } from './ask-reset.js';

/** Choosing a password by a link, for whoever is not signed in. What a link holds is sent in bodies: addresses are logged. */
@Public()
@Controller('api')
export class PasswordLinksController {
  constructor(
    private readonly choosePassword: ChoosePassword,
    private readonly askReset: AskReset,
  ) {}

  /** A question, but asked in a body. */
  @Post('password-links/search')
  @HttpCode(200)
  @Returns(passwordLink)
  read(@Body({ schema: passwordLinkToken }) { token }: PasswordLinkToken): Promise<PasswordLink> {
    return this.choosePassword.read(token);
  }

  /** The link works once, which is all the key that it needs. */
  @Post('password-links/used')
  @HttpCode(204)
  choose(@Body({ schema: chosenPassword }) sent: ChosenPassword): Promise<void> {
    return this.choosePassword.choose(sent);
  }

  /** The same answer whether anybody has the address or not. */
  @Post('password-resets')
  @HttpCode(202)
  ask(@Body({ schema: resetRequest }) { email }: ResetRequest, @Req() request: FastifyRequest): Promise<void> {
    return this.askReset.ask(email, request.ip);
  }
}
