import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import {
  comparedWith,
  draftMeasurability,
  draftPart,
  draftPartHistory,
  draftPartKey,
  draftPartSent,
  draftStepSent,
  newStrategyDraft,
  strategyDraft,
  strategyDraftList,
  versionComparison,
  type ComparedWith,
  type DraftMeasurability,
  type DraftPart,
  type DraftPartHistory,
  type DraftPartSent,
  type DraftStepSent,
  type NewStrategyDraft,
  type StrategyDraft,
  type StrategyDraftList,
  type VersionComparisonView,
} from '@slusen/contracts';
import * as z from 'zod';
import { ActingNow, type Acting } from '../identity/acting.js';
import { Permissions } from '../identity/permissions.js';
import { IdempotencyKey, IfMatch, type RequestKey } from '../platform/preconditions.js';
import { Returns, ReturnsVersion } from '../platform/returns.js';
import { DraftComparisonQuery } from './draft-comparison.query.js';
import { DraftDesk } from './draft-desk.js';
import { FirstPlace } from '../admin/first-place.js';
import { MeasurabilityQuery } from './measurability.query.js';

const draftId = z.coerce.number().pipe(z.int().min(1).max(2_147_483_647));
const place = z.strictObject({ id: draftId, key: draftPartKey });
type Place = z.output<typeof place>;

/** Versions of the strategy that are being written. */
@Controller('api/strategy-drafts')
export class DraftingController {
  constructor(
    private readonly permissions: Permissions,
    private readonly desk: DraftDesk,
    private readonly firstPlace: FirstPlace,
    private readonly measurability: MeasurabilityQuery,
    private readonly comparison: DraftComparisonQuery,
  ) {}

  @Get()
  @Returns(strategyDraftList)
  list(@ActingNow() { account }: Acting): Promise<StrategyDraftList> {
    this.permissions.require(account, 'draft.write');
    return this.desk.list();
  }

  @Post()
  @ReturnsVersion(strategyDraft, 201)
  async begin(
    @ActingNow() acting: Acting,
    @IdempotencyKey() key: RequestKey,
    @Body({ schema: newStrategyDraft }) sent: NewStrategyDraft,
  ): Promise<StrategyDraft> {
    this.permissions.require(acting.account, 'draft.write');
    await this.firstPlace.settle(acting.account);
    return this.desk.begin(acting, key, sent);
  }

  @Get(':id')
  @ReturnsVersion(strategyDraft)
  read(@ActingNow() { account }: Acting, @Param('id', { schema: draftId }) id: number): Promise<StrategyDraft> {
    this.permissions.require(account, 'draft.write');
    return this.desk.read(account, id);
  }

  /** Whether it can be followed up when it is adopted, which nothing of this keeps it from. */
  @Get(':id/measurability')
  @Returns(draftMeasurability)
  check(@ActingNow() { account, asOf }: Acting, @Param('id', { schema: draftId }) id: number): Promise<DraftMeasurability> {
    this.permissions.require(account, 'draft.write');
    return this.measurability.check(id, asOf.today);
  }

  /** Beside an adopted version, word by word and target by target. */
  @Get(':id/comparison')
  @Returns(versionComparison)
  compare(
    @ActingNow() { account, asOf }: Acting,
    @Param('id', { schema: draftId }) id: number,
    @Query({ schema: comparedWith }) { with: number }: ComparedWith,
  ): Promise<VersionComparisonView> {
    this.permissions.require(account, 'draft.write');
    return this.comparison.run(id, number, asOf);
  }

  @Get(':id/parts/:key')
  @ReturnsVersion(draftPart)
  part(@ActingNow() { account }: Acting, @Param({ schema: place }) { id, key }: Place): Promise<DraftPart> {
    this.permissions.require(account, 'draft.write');
    return this.desk.part(id, key);
  }

  /** How a part was saved, the latest first: what an undo goes back to. */
  @Get(':id/parts/:key/revisions')
  @Returns(draftPartHistory)
  history(@ActingNow() { account }: Acting, @Param({ schema: place }) { id, key }: Place): Promise<DraftPartHistory> {
    this.permissions.require(account, 'draft.write');
    return this.desk.history(id, key);
  }

  @Put(':id/parts/:key')
  @ReturnsVersion(draftPart)
  save(
    @ActingNow() { account }: Acting,
    @Param({ schema: place }) { id, key }: Place,
    @IfMatch() expected: number,
    @Body({ schema: draftPartSent }) sent: DraftPartSent,
  ): Promise<DraftPart> {
    this.permissions.require(account, 'draft.write');
    return this.desk.save(account, { id, key, expected }, sent);
  }

  @Post(':id/steps')
  @ReturnsVersion(strategyDraft)
  step(
    @ActingNow() { account }: Acting,
    @Param('id', { schema: draftId }) id: number,
    @IfMatch() version: number,
    @IdempotencyKey() key: RequestKey,
    @Body({ schema: draftStepSent }) { step }: DraftStepSent,
  ): Promise<StrategyDraft> {
    this.permissions.require(account, step === 'adopt' ? 'strategy.adopt' : 'draft.write');
    return this.desk.step(account, { id, version, key }, step);
  }
}
