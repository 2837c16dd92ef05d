import { Body, Controller, Get, HttpCode, Post, Req } from '@nestjs/common';
import { firstAdministrator, setUpView, type FirstAdministrator, type SetUpView } from '@slusen/contracts';
import type { FastifyRequest } from 'fastify';
import { SignInThrottle } from '../identity/throttle.js';
import { Public } from '../platform/public.js';
import { Returns } from '../platform/returns.js';
import { MakeFirstAdministrator } from './make-first-administrator.js';
import { SetUpQuery } from './set-up.query.js';

/** Guesses at the code are counted like those at a password, under a name that no account has. */
const GUESSED = 'set-up code';

/** The first hour of an installation, until there is somebody to sign in. */
@Controller('api/set-up')
@Public()
export class SetUpController {
  constructor(
    private readonly query: SetUpQuery,
    private readonly makeFirst: MakeFirstAdministrator,
    private readonly throttle: SignInThrottle,
  ) {}

  @Get()
  @Returns(setUpView)
  read(): Promise<SetUpView> {
    return this.query.run();
  }

  /** What it makes signs in as anyone does. It needs no Idempotency-Key: the code is one, and is used once. */
  @Post('administrator')
  @HttpCode(201)
  @Returns(setUpView, 201)
  async makeAdministrator(
    @Body({ schema: firstAdministrator }) sent: FirstAdministrator,
    @Req() request: FastifyRequest,
  ): Promise<SetUpView> {
    await this.throttle.attempt({ username: GUESSED, address: request.ip }, () => this.makeFirst.make(sent));
    return this.query.run();
  }
}
