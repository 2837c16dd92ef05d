import type { InsertResult } from 'typeorm';

/** The number that the database gave the one row that was inserted. */
export function insertedId({ identifiers }: InsertResult): number {
  return Number(identifiers[0]?.['id']);
}
