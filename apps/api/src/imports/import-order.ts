import type { ImportForm } from '@slusen/contracts';
import type { FileQuestion } from '@slusen/domain';
import type pg from 'pg';
import type { FigurePart } from './figure-parts.js';
import type { MappingWish } from './mapping/mapped-records.js';
import type { AreaKind } from './row-area.js';
import type { FigureFile } from './readers/figure-records.js';
import type { FileNote } from './readers/file-note.js';
import type { Refusals } from './refusals.js';

/** What an import is asked for. */
export interface ImportOrder {
  readonly path: string;
  /** What whoever sent it calls it, where that is not its name on the disk. */
  readonly fileName?: string | undefined;
  /** The sheet of a workbook that is meant, where there are several. */
  readonly sheet?: string | undefined;
  /** How a file of text is written, where somebody said so. */
  readonly form?: ImportForm | undefined;
  /** What the columns of the file are, where they are not called as ours are. */
  readonly mapping?: MappingWish | undefined;
  /** Who the figures come from, as it is shown beside the run. */
  readonly source: string;
  /** What areas are that share their name with others, where their row does not say it. */
  readonly areaKind?: AreaKind | undefined;
  /** What is made where it is not there yet. */
  readonly mayCreate: MayCreate;
  /** What the form would ask about that is right in this file, by its kind. */
  readonly accept: ReadonlySet<FileQuestion>;
  /** Round what has more decimals than can be stored, instead of refusing it. */
  readonly round: boolean;
  /** Why published figures change, where they do. */
  readonly reason?: string | undefined;
  /** Reads the file elsewhere than in this thread. */
  readonly read?: ((file: FigureFile) => AsyncGenerator<FigurePart, Buffer>) | undefined;
  /** Where rows that cannot be taken do not refuse the file; made anew for each attempt. */
  readonly refusals?: ((client: pg.ClientBase) => Promise<Refusals>) | undefined;
  /** Told what is being done, and with how many rows. */
  readonly onProgress?: ((stage: ImportStage, rows: number) => void) | undefined;
}

/** What a file may bring that is not there yet; everything else that it names must be known. */
export interface MayCreate {
  readonly indicators: boolean;
  readonly areas: boolean;
}

/** A file that may bring nothing new, and in which nothing is right that the form would ask about. */
export const STRICTLY: Pick<ImportOrder, 'mayCreate' | 'accept' | 'round'> = {
  mayCreate: { indicators: false, areas: false },
  accept: new Set(),
  round: false,
};

/** The stages of an import, in their order. */
export type ImportStage = 'read' | 'check' | 'compare' | 'publish';

/** What an import did, in rows. */
export interface ImportResult {
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** How many of the rows had numbers that were rounded. */
  readonly rounded: number;
  /** How something was read that could have been read otherwise. */
  readonly notes: readonly FileNote[];
  /** The addresses of those that were made. */
  readonly newIndicators: readonly string[];
  /** Their codes and names. */
  readonly newAreas: readonly string[];
}
