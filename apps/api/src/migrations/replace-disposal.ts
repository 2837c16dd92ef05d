import type { QueryRunner } from 'typeorm';
import { DISPOSAL_HELPERS, PLAIN, type DatabaseFunction } from './disposal-functions.js';
import { DISPOSALS } from './disposal-removals.js';

/** Puts a function that removes in the place of that of `DisposeByDecision`, with what it calls; who may call it stays. */
export async function replaceDisposal(
  runner: QueryRunner,
  disposal: DatabaseFunction,
  helpers: readonly DatabaseFunction[],
): Promise<void> {
  for (const { signature, body } of helpers) await runner.query(`create or replace function ${signature} ${body}`);
  await runner.query(removing(disposal));
}

/** The way back: as `DisposeByDecision` made them. */
export async function restoreDisposal(
  runner: QueryRunner,
  { signature }: DatabaseFunction,
  helpers: readonly DatabaseFunction[],
): Promise<void> {
  for (const old of DISPOSALS.filter((one) => one.signature === signature)) await runner.query(removing(old));
  for (const helper of [...helpers].reverse()) {
    const old = DISPOSAL_HELPERS.find((one) => one.signature === helper.signature);
    await runner.query(
      old ? `create or replace function ${old.signature} ${old.body}` : `drop function ${helper.signature.replace(/ returns [\s\S]*/, '')}`,
    );
  }
}

const removing = ({ signature, body }: DatabaseFunction): string =>
  `create or replace function ${signature} returns jsonb language plpgsql security definer set search_path = public, pg_temp ${PLAIN} ${body}`;
