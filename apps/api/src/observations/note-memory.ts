import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { PointNoteContent } from '@slusen/domain';
import { PointNoteRepository } from '../indicators/point-note.repository.js';
import type { AsOf } from '../platform/as-of.js';
import { KeptUntilPublication } from './kept-until-publication.js';
import { Publications } from './publications.js';

/** Keeps in memory what was noted of figures, since every series asks, and hardly any figure has a note. */
@Injectable()
export class NoteMemory implements OnModuleDestroy {
  private readonly kept: KeptUntilPublication<ReadonlyMap<string, readonly PointNoteContent[]>>;

  constructor(
    private readonly notes: PointNoteRepository,
    publications: Publications,
  ) {
    // A figure that is published changes no note; one that is written or hidden is told to all.
    this.kept = new KeptUntilPublication(publications, (_, publication) => typeof publication !== 'string');
  }

  onModuleDestroy(): void {
    this.kept.close();
  }

  /** What is said at the moment of the figures of the indicator of that slug. */
  async of(slug: string, asOf: AsOf): Promise<readonly PointNoteContent[]> {
    return (await this.kept.of(asOf, () => this.notes.inForce(asOf))).get(slug) ?? [];
  }
}
