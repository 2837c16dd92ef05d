import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  madeMachineKey,
  machineKeyList,
  machineKeyNumber,
  newMachineKey,
  type MachineKeyList,
  type MadeMachineKey,
  type NewMachineKey,
} from '@slusen/contracts';
import { IdempotencyKey, type RequestKey } from '../../platform/preconditions.js';
import { Returns } from '../../platform/returns.js';
import { ActingNow, type Acting } from '../acting.js';
import { MachineKeyListQuery } from './machine-key-list.query.js';
import { MakeMachineKey } from './make-machine-key.js';
import { RevokeMachineKey } from './revoke-machine-key.js';

/** The keys of business systems. */
@Controller('api/admin/machine-keys')
export class MachineKeysController {
  constructor(
    private readonly keys: MachineKeyListQuery,
    private readonly makeKey: MakeMachineKey,
    private readonly revokeKey: RevokeMachineKey,
  ) {}

  @Get()
  @Returns(machineKeyList)
  all(@ActingNow() { account, at }: Acting): Promise<MachineKeyList> {
    return this.keys.shown(account, at);
  }

  @Post()
  @Returns(madeMachineKey, 201)
  async make(
    @ActingNow() { account }: Acting,
    @IdempotencyKey() key: RequestKey,
    @Body({ schema: newMachineKey }) wanted: NewMachineKey,
  ): Promise<MadeMachineKey> {
    const made = await this.makeKey.makeOnce(account, key, wanted);
    return made === undefined ? {} : { key: made };
  }

  @Post(':id/revocation')
  @HttpCode(204)
  async revoke(@ActingNow() { account }: Acting, @Param('id', { schema: machineKeyNumber }) id: number): Promise<void> {
    await this.revokeKey.revoke(account, id);
  }
}
