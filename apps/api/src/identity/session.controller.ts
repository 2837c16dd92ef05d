import { Body, Controller, Delete, Get, HttpCode, Ip, Post, Put, Res } from '@nestjs/common';
import { credentials, passwordChange, sessionView, type Credentials, type PasswordChange, type SessionView } from '@slusen/contracts';
import type { FastifyReply } from 'fastify';
import { Public } from '../platform/public.js';
import { Returns } from '../platform/returns.js';
import type { Caller as SignedIn } from './account.js';
import { ChangePassword } from './change-password.js';
import { ReadSession } from './read-session.js';
import { clearSessionCookie, setSessionCookie } from './session-cookie.js';
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
    @Ip() address: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    const token = await this.throttle.attempt({ username: input.username, address }, () => this.signIn.signIn(input));
    setSessionCookie(reply, token);
    return this.readSession.opened(token);
  }

  @Get('session')
  @Returns(sessionView)
  current(@Caller() caller: SignedIn): SessionView {
    return this.readSession.of(caller);
  }

  @Delete('session')
  @HttpCode(204)
  async close(@Caller() caller: SignedIn, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.signOut.signOut(caller, { everywhere: false });
    clearSessionCookie(reply);
  }

  @Delete('sessions')
  @HttpCode(204)
  async closeEverywhere(@Caller() caller: SignedIn, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.signOut.signOut(caller, { everywhere: true });
    clearSessionCookie(reply);
  }

  @Put('account/password')
  @HttpCode(204)
  async change(@Caller() caller: SignedIn, @Ip() address: string, @Body({ schema: passwordChange }) input: PasswordChange): Promise<void> {
    await this.throttle.attempt({ username: caller.username, address }, () => this.changePassword.change(caller, input));
  }
}
