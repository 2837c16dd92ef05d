import { Body, Controller, Delete, HttpCode, Param, Post } from '@nestjs/common';
import { newRoleProposal, proposalDecision, type NewRoleProposal, type ProposalDecision } from '@slusen/contracts';
import * as z from 'zod';
import { ActingNow, type Acting } from '../identity/acting.js';
import { IdempotencyKey, type RequestKey } from '../platform/preconditions.js';
import { DecideProposal } from './decide-proposal.js';
import { EndSessions } from './end-sessions.js';
import { ProposeRole } from './propose-role.js';
import { ResetFactor } from './reset-factor.js';
import { SendLink } from './send-link.js';

const accountId = z.uuid();
const sessionId = z.string().regex(/^[0-9a-f]{16}$/, 'session.malformed');

/** How people come in: links, sessions, and roles that another administrator confirms. */
@Controller('api/admin')
export class AccessController {
  constructor(
    private readonly sendLink: SendLink,
    private readonly endSessions: EndSessions,
    private readonly resetFactor: ResetFactor,
    private readonly proposeRole: ProposeRole,
    private readonly decideProposal: DecideProposal,
  ) {}

  /** Another link instead of the one before: sent twice, the second one is the one that works. */
  @Post('people/:id/links')
  @HttpCode(204)
  send(@ActingNow() { account }: Acting, @Param('id', { schema: accountId }) id: string): Promise<void> {
    return this.sendLink.toAccount(account, id);
  }

  @Delete('people/:id/sessions')
  @HttpCode(204)
  endAll(@ActingNow() { account }: Acting, @Param('id', { schema: accountId }) id: string): Promise<void> {
    return this.endSessions.endAll(account, id);
  }

  @Delete('people/:id/sessions/:session')
  @HttpCode(204)
  end(
    @ActingNow() { account }: Acting,
    @Param('id', { schema: accountId }) id: string,
    @Param('session', { schema: sessionId }) session: string,
  ): Promise<void> {
    return this.endSessions.end(account, id, session);
  }

  @Delete('people/:id/second-factor')
  @HttpCode(204)
  reset(@ActingNow() { account }: Acting, @Param('id', { schema: accountId }) id: string): Promise<void> {
    return this.resetFactor.of(account, id);
  }

  @Post('role-proposals')
  @HttpCode(204)
  propose(
    @ActingNow() acting: Acting,
    @IdempotencyKey() key: RequestKey,
    @Body({ schema: newRoleProposal }) sent: NewRoleProposal,
  ): Promise<void> {
    return this.proposeRole.propose(acting, key, sent);
  }

  @Post('role-proposals/:id/decisions')
  @HttpCode(204)
  decide(
    @ActingNow() { account }: Acting,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: proposalDecision }) sent: ProposalDecision,
  ): Promise<void> {
    return this.decideProposal.decide(account, id, sent);
  }
}
