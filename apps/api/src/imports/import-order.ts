/** What an import is asked for. */
export interface ImportOrder {
  readonly path: string;
  /** Who the figures come from, as it is shown beside the run. */
  readonly source: string;
  /** Make indicators and areas that are not there yet. */
  readonly mayCreate: boolean;
  /** Why published figures change, and why figures lie outside the limits of their indicators, where they do. */
  readonly reason?: string | undefined;
  /** Told what is being done, and with how many rows. */
  readonly onProgress?: ((stage: ImportStage, rows: number) => void) | undefined;
}

/** The stages of an import, in their order. */
export type ImportStage = 'read' | 'check' | 'compare' | 'publish';

/** What an import did, in rows. */
export interface ImportResult {
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly newIndicators: readonly string[];
}
