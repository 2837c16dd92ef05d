import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import {
  maskFindings,
  maskingList,
  maskLifting,
  maskSearch,
  newMasking,
  type MaskFindings,
  type MaskingList,
  type MaskLifting,
  type MaskSearch,
  type NewMasking,
} from '@slusen/contracts';
import { ActingNow, type Acting } from '../identity/acting.js';
import { IdempotencyKey, type RequestKey } from '../platform/preconditions.js';
import { Returns } from '../platform/returns.js';
import { HidePlaces } from './hide-places.js';
import { LiftMasking } from './lift-masking.js';
import { MaskingQuery } from './masking.query.js';

/** What was published by mistake: where it is shown, hiding it, and showing it again. */
@Controller('api/admin/maskings')
export class MaskingController {
  constructor(
    private readonly maskings: MaskingQuery,
    private readonly hidePlaces: HidePlaces,
    private readonly liftMasking: LiftMasking,
  ) {}

  @Get()
  @Returns(maskingList)
  hidden(@ActingNow() { account }: Acting): Promise<MaskingList> {
    return this.maskings.hidden(account);
  }

  /** A question, but asked in a body: what is to be hidden must not stand in an address. */
  @Post('search')
  @HttpCode(200)
  @Returns(maskFindings)
  find(@ActingNow() { account }: Acting, @Body({ schema: maskSearch }) search: MaskSearch): Promise<MaskFindings> {
    return this.maskings.find(account, search);
  }

  @Post()
  @Returns(maskingList, 201)
  async hide(
    @ActingNow() acting: Acting,
    @IdempotencyKey() key: RequestKey,
    @Body({ schema: newMasking }) sent: NewMasking,
  ): Promise<MaskingList> {
    await this.hidePlaces.hide(acting, key, sent);
    return this.maskings.hidden(acting.account);
  }

  @Post('lifted')
  @Returns(maskingList, 201)
  async lift(
    @ActingNow() acting: Acting,
    @IdempotencyKey() key: RequestKey,
    @Body({ schema: maskLifting }) sent: MaskLifting,
  ): Promise<MaskingList> {
    await this.liftMasking.lift(acting, key, sent);
    return this.maskings.hidden(acting.account);
  }
}
