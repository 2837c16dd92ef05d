import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { newDeputy, ownAbsences, type NewDeputy, type OwnAbsences } from '@slusen/contracts';
import * as z from 'zod';
import { ActingNow, type Acting } from '../identity/acting.js';
import { Returns } from '../platform/returns.js';
import { NameDeputy } from './name-deputy.js';
import { OwnAbsencesQuery } from './own-absences.query.js';

/** When one is away oneself, and who stands in. */
@Controller('api/account/absences')
export class AbsencesController {
  constructor(
    private readonly deputies: NameDeputy,
    private readonly absences: OwnAbsencesQuery,
  ) {}

  @Get()
  @Returns(ownAbsences)
  own(@ActingNow() acting: Acting): Promise<OwnAbsences> {
    return this.absences.own(acting);
  }

  /** Sent twice, the second one finds the deputy named already. */
  @Post()
  @Returns(ownAbsences, 201)
  async name(@ActingNow() acting: Acting, @Body({ schema: newDeputy }) sent: NewDeputy): Promise<OwnAbsences> {
    await this.deputies.nameOwn(acting, sent);
    return this.absences.own(acting);
  }

  @Delete(':deputy')
  @HttpCode(204)
  end(
    @ActingNow() acting: Acting,
    @Param('deputy', { schema: z.coerce.number().pipe(z.int().min(1).max(2_147_483_647)) }) deputy: number,
  ): Promise<void> {
    return this.deputies.endOwn(acting, deputy);
  }
}
