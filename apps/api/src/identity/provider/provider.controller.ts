import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeEndpoint } from '@nestjs/swagger';
import { providerAnswer, providerErrand, signInWays, type ProviderAnswer, type ProviderErrand, type SignInWays } from '@slusen/contracts';
import { DomainError, type Language } from '@slusen/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../platform/public.js';
import { declareRead } from '../../platform/read-tags.js';
import { Returns } from '../../platform/returns.js';
import { setSessionCookie, tokenOf } from '../session-cookie.js';
import { SignInThrottle } from '../throttle.js';
import { EnterByProvider } from './enter-by-provider.js';
import { IdentityProvider } from './identity-provider.js';
import { clearTripCookie, setTripCookie, tripCookieOf } from './trip-cookie.js';

/** The way through the municipality's own sign-in. People go it with their browser, so it answers with pages to go to, faults too. */
@Controller('api/sign-in')
export class ProviderController {
  constructor(
    private readonly enter: EnterByProvider,
    private readonly provider: IdentityProvider,
    private readonly throttle: SignInThrottle,
  ) {}

  @Public()
  @Get()
  @Returns(signInWays)
  ways(): SignInWays {
    declareRead('site');
    const { provider } = this.provider;
    return provider ? { provider: provider.name === undefined ? {} : { name: provider.name } } : {};
  }

  @Public()
  @ApiExcludeEndpoint()
  @Get('provider')
  async setOut(
    @Query({ schema: providerErrand }) { tillbaka: returnTo, sprak: language }: ProviderErrand,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const errand = { returnTo, language };
    await leadOn(reply, errand, async () => {
      // A link on another site would change who is signed in here, unasked.
      if (request.headers['sec-fetch-site'] === 'cross-site') return signInPage(errand, {});
      const { address, cookie } = await this.throttle.attempt({ address: request.ip }, () => this.enter.setOut(errand));
      setTripCookie(reply, cookie);
      return address;
    });
  }

  @Public()
  @ApiExcludeEndpoint()
  @Get('callback')
  async comeBack(
    // Read as it came: what is repeated or misspelt in it is refused by who knows the protocol.
    @Query({ schema: providerAnswer }) _: ProviderAnswer,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const cookie = tripCookieOf(request);
    const errand = this.enter.errandOf(cookie) ?? { returnTo: '', language: 'sv' as const };
    clearTripCookie(reply);
    await leadOn(reply, errand, async () => {
      const [, query = ''] = /^[^?]*(\?.*)?$/s.exec(request.url) ?? [];
      const returning = { cookie, query, brought: tokenOf(request) };
      const token = await this.throttle.attempt({ address: request.ip }, () => this.enter.comeBack(returning));
      setSessionCookie(reply, token);
      return signInPage(errand, { klar: '1' });
    });
  }
}

/** Leads the browser on, to the page of sign-in with the code of what went wrong when something did. */
async function leadOn(reply: FastifyReply, errand: Errand, where: () => Promise<string>): Promise<void> {
  void reply.redirect(await where().catch((error: unknown) => signInPage(errand, { fel: codeOf(error) })), 303);
}

interface Errand {
  readonly returnTo: string;
  readonly language: Language;
}

/** Faults that are no refusals are nobody's to read on a page; the filter of problems tells of them. */
function codeOf(error: unknown): string {
  if (error instanceof DomainError) return error.code;
  throw error;
}

function signInPage({ returnTo, language }: Errand, more: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams({ ...more, ...(returnTo ? { tillbaka: returnTo } : {}) }).toString();
  return `${language === 'en' ? '/en' : ''}/logga-in${query ? `?${query}` : ''}`;
}
