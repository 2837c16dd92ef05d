import { Body, Controller, Delete, Get, HttpCode, Post, Put, Req, Res } from '@nestjs/common';
import { credentials, passwordChange, sessionView, type Credentials, type PasswordChange, type SessionView } from '@slusen/contracts';
import { DomainError } from '@slusen/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../platform/public.js';
import { Returns } from '../platform/returns.js';
import type { SignedIn } from './account.js';
import { BeforeSecondFactor } from './before-second-factor.js';
import { ChangePassword } from './change-password.js';
import { ReadSession } from './read-session.js';
import { clearSessionCookie, markOf, setMark, setSessionCookie, tokenOf } from './session-cookie.js';
import { Caller } from './session.guard.js';
import { SignIn } from './sign-in.js';
import { SignOut } from './sign-out.js';
import { SignInThrottle } from './throttle.js';

@Controller('api')
export class SessionController {
  constructor(
    private readonly signIn: SignIn,
    private readonly signOut: SignOut,
    private readonly changePassword: ChangePassword,
    private readonly readSession: ReadSession,
    private readonly throttle: SignInThrottle,
  ) {}

  @Public()
  @Post('session')
  @Returns(sessionView, 201)
  async open(
    @Body({ schema: credentials }) input: Credentials,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    const { username } = input;
    const attempt = { username, address: request.ip, mark: markOf(request, username) };
    const token = await this.throttle.attempt(attempt, () => this.signIn.signIn(input, { attempt, brought: tokenOf(request) }));
    if (token === undefined) throw new DomainError('session.code-needed');
    setSessionCookie(reply, token);
    const mark = await this.throttle.markFor(attempt);
    if (mark !== undefined) setMark(reply, username, mark);
    return this.readSession.opened(token);
  }

  @BeforeSecondFactor()
  @Get('session')
  @Returns(sessionView)
  current(@Caller() caller: SignedIn): SessionView {
    return this.readSession.of(caller);
  }

  @BeforeSecondFactor()
  @Delete('session')
  @HttpCode(204)
  async close(@Caller() caller: SignedIn, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.signOut.signOut(caller, { everywhere: false });
    clearSessionCookie(reply);
  }

  @BeforeSecondFactor()
  @Delete('sessions')
  @HttpCode(204)
  async closeEverywhere(@Caller() caller: SignedIn, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.signOut.signOut(caller, { everywhere: true });
    clearSessionCookie(reply);
  }

  @Put('account/password')
  @HttpCode(204)
  async change(@Caller() caller: SignedIn, @Body({ schema: passwordChange }) input: PasswordChange): Promise<void> {
    await this.throttle.attempt({ known: caller.id }, () => this.changePassword.change(caller, input));
  }
}
