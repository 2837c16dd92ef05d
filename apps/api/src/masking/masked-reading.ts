import { Injectable } from '@nestjs/common';
import { DataSource, type EntityMetadata, type EntitySubscriberInterface, type LoadEvent, type ObjectLiteral } from 'typeorm';
import { MASKABLE } from './maskable.js';
import { Masks, placeOf, type Notes } from './masks.js';

const TABLES: ReadonlySet<string> = new Set(MASKABLE.map(({ table }) => table));

/**
 * Puts what stands instead into every row that a repository reads, whoever asks and about whichever moment: no query can forget it. Figures,
 * and the few texts that statements read, are hidden in the database (`public_observation`, `shownText`).
 */
@Injectable()
export class MaskedReading implements EntitySubscriberInterface<ObjectLiteral> {
  constructor(
    { subscribers }: DataSource,
    private readonly masks: Masks,
  ) {
    subscribers.push(this);
  }

  afterLoad(row: ObjectLiteral, event?: LoadEvent<ObjectLiteral>): Promise<void> | void {
    if (!event || !TABLES.has(event.metadata.tableName)) return;
    const { metadata } = event;
    const mask = (hidden: ReadonlyMap<string, Notes>): void =>
      hideIn(row, metadata, hidden.get(placeOf(metadata.tableName, keyOfRow(row, metadata))));
    const hidden = this.masks.now();
    return hidden instanceof Promise ? hidden.then(mask) : mask(hidden);
  }
}

function keyOfRow(row: ObjectLiteral, { primaryColumns }: EntityMetadata): string {
  return primaryColumns.map((column) => String(column.getEntityValue(row))).join('/');
}

function hideIn(row: ObjectLiteral, metadata: EntityMetadata, notes: Notes | undefined): void {
  for (const [field, note] of notes ?? []) metadata.findColumnWithDatabaseName(field)?.setEntityValue(row, note);
}
