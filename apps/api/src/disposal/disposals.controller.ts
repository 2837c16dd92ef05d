import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import {
  disposalCriterion,
  disposalList,
  disposalPreview,
  newDisposal,
  type DisposalCriterion,
  type DisposalList,
  type DisposalPreview,
  type NewDisposal,
} from '@slusen/contracts';
import { ActingNow, type Acting } from '../identity/acting.js';
import { IdempotencyKey, type RequestKey } from '../platform/preconditions.js';
import { Returns } from '../platform/returns.js';
import { CarryOutDisposal } from './carry-out-disposal.js';
import { DisposalQuery } from './disposal.query.js';

/** What is removed for ever by a decision: what it would be, doing it, and what was. */
@Controller('api/admin/disposals')
export class DisposalsController {
  constructor(
    private readonly disposals: DisposalQuery,
    private readonly carryOut: CarryOutDisposal,
  ) {}

  @Get()
  @Returns(disposalList)
  list(@ActingNow() { account }: Acting): Promise<DisposalList> {
    return this.disposals.list(account);
  }

  /** A question, asked in a body for what it is about. */
  @Post('preview')
  @HttpCode(200)
  @Returns(disposalPreview)
  preview(@ActingNow() acting: Acting, @Body({ schema: disposalCriterion }) wanted: DisposalCriterion): Promise<DisposalPreview> {
    return this.disposals.preview(acting, wanted);
  }

  @Post()
  @Returns(disposalList, 201)
  async dispose(
    @ActingNow() acting: Acting,
    @IdempotencyKey() key: RequestKey,
    @Body({ schema: newDisposal }) sent: NewDisposal,
  ): Promise<DisposalList> {
    await this.carryOut.carryOut(acting, key, sent);
    return this.disposals.list(acting.account);
  }
}
