import { Body, Controller, Delete, Get, HttpCode, Ip, Post, Put, Res } from '@nestjs/common';
import { credentials, passwordChange, sessionView, type Credentials, type PasswordChange, type SessionView } from '@slusen/contracts';
import { DomainError } from '@slusen/domain';
import type { FastifyReply } from 'fastify';
import { Public } from '../platform/public.js';
import { Returns } from '../platform/returns.js';
import type { Caller as SignedIn } from './account.js';
import { ChangePassword } from './change-password.js';
import { clearSessionCookie, setSessionCookie } from './session-cookie.js';
import { Caller } from './session.guard.js';
import { SessionRepository } from './session.repository.js';
import { SignIn } from './sign-in.js';
import { SignOut } from './sign-out.js';
import { SignInThrottle } from './throttle.js';

@Controller('api')
export class SessionController {
  constructor(
    private readonly signIn: SignIn,
    private readonly signOut: SignOut,
    private readonly changePassword: ChangePassword,
    private readonly sessions: SessionRepository,
    private readonly throttle: SignInThrottle,
  ) {}

  @Public()
  @Post('session')
  @Returns(sessionView, 201)
  async open(
    @Body({ schema: credentials }) input: Credentials,
    @Ip() address: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    await this.throttle.count(input.username.toLowerCase(), address);
    const token = await this.signIn.run(input);
    await this.throttle.forgive(input.username.toLowerCase(), address);
    setSessionCookie(reply, token);
    const caller = await this.sessions.caller(token);
    if (!caller) throw new DomainError('session.missing');
    return viewOf(caller);
  }

  @Get('session')
  @Returns(sessionView)
  current(@Caller() caller: SignedIn): SessionView {
    return viewOf(caller);
  }

  @Delete('session')
  @HttpCode(204)
  async close(@Caller() caller: SignedIn, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.signOut.run(caller, false);
    clearSessionCookie(reply);
  }

  @Delete('sessions')
  @HttpCode(204)
  async closeEverywhere(@Caller() caller: SignedIn, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.signOut.run(caller, true);
    clearSessionCookie(reply);
  }

  @Put('account/password')
  @HttpCode(204)
  async change(@Caller() caller: SignedIn, @Ip() address: string, @Body({ schema: passwordChange }) input: PasswordChange): Promise<void> {
    await this.throttle.count(caller.username, address);
    await this.changePassword.run(caller, input);
    await this.throttle.forgive(caller.username, address);
  }
}

function viewOf({ id, username, name, roles, session }: SignedIn): SessionView {
  return {
    account: { id, username, name },
    roles: roles.map(({ role, department }) => (department ? { role, department } : { role })),
    csrfToken: session.csrfToken,
    idleExpiresAt: session.idleExpiresAt.toISOString(),
    expiresAt: session.expiresAt.toISOString(),
  };
}
