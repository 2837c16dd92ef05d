import { computed, DestroyRef, effect, inject, Injectable, Renderer2, signal, untracked } from '@angular/core';
import type { GridDraft, GridResult } from '@slusen/contracts';
import { MOST_GRID_CELLS } from '@slusen/domain';
import { statusOf } from '../../data/api-problem.js';
import { GridApi } from '../../data/grid-api.js';
import { problemText } from '../../data/problem-texts.js';
import type { SaveState } from '../entry-saver.js';
import { PATIENCE, SAVE_AFTER } from '../save-after.js';
import { placeOf, type CellView, type Written } from './grid-cells.js';
import { GridDesk } from './grid-desk.js';

/** Cells that were sent together, under one key until an answer came: lost and sent again they are written once. */
interface Batch {
  readonly key: string;
  readonly cells: readonly (readonly [key: string, written: Written])[];
}

/** What became of a submission. */
export interface Submitted {
  readonly taken: number;
  readonly refused: number;
}

/** Brings to the server what is written in the grid, many cells with one request and one request at a time, and lets go of nothing before it is there. */
@Injectable()
export class GridSaver {
  private readonly api = inject(GridApi);
  private readonly desk = inject(GridDesk);
  private readonly saveAfter = inject(SAVE_AFTER);
  private readonly isSending = signal(false);
  private readonly isOutOfReach = signal(false);
  private readonly hasSaved = signal(false);
  readonly problem = signal('');
  private unanswered: Batch | undefined;
  private underWay: Promise<boolean> = Promise.resolve(true);
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly waiting = computed(() => [...this.desk.written()].filter(([, written]) => isToBeSent(written)));
  /** Something written cannot be saved as it is. */
  readonly hasFault = computed(() => [...this.desk.written().values()].some((written) => !isToBeSent(written)));
  readonly state = computed<SaveState>(() => {
    if (this.isSending()) return 'saving';
    if (this.isOutOfReach() || this.problem() !== '') return 'failed';
    if (this.waiting().length > 0) return 'changed';
    return this.hasSaved() ? 'saved' : 'clean';
  });

  constructor() {
    const [renderer, life] = [inject(Renderer2), inject(DestroyRef)];
    effect(() => {
      this.desk.writings();
      untracked(() => this.saveLater(this.saveAfter));
    });
    life.onDestroy(() => clearTimeout(this.timer));
    life.onDestroy(renderer.listen('window', 'online', () => void this.save()));
    // A tab that is put away may be closed without another word.
    life.onDestroy(renderer.listen('document', 'visibilitychange', () => document.visibilityState === 'hidden' && void this.save()));
  }

  /** Saves what waits, and tells whether the server has all of it now. */
  save(): Promise<boolean> {
    clearTimeout(this.timer);
    this.underWay = this.underWay.then(() => this.saveAll());
    return this.underWay;
  }

  /** Submits drafts, each by itself; `reason` is for those that need one. */
  async submit(cells: readonly CellView[], reason: string): Promise<Submitted> {
    const results: GridResult[] = [];
    for (let from = 0; from < cells.length; from += MOST_GRID_CELLS) {
      results.push(...(await this.submitSome(cells.slice(from, from + MOST_GRID_CELLS), reason)));
    }
    const taken = results.filter(({ outcome }) => outcome === 'saved').length;
    return { taken, refused: cells.length - taken };
  }

  private async submitSome(cells: readonly CellView[], reason: string): Promise<readonly GridResult[]> {
    const entries = cells.flatMap(({ cell: { entry } }) => (entry ? [{ id: entry.id, version: entry.version }] : []));
    try {
      const { results } = await this.api.submit({ entries, ...(reason && { reason }) }, crypto.randomUUID());
      for (const [at, result] of results.entries()) this.desk.take(cells[at]?.key ?? '', undefined, result);
      this.problem.set('');
      return results;
    } catch (error) {
      this.problem.set(problemText(error));
      return [];
    }
  }

  private saveLater(ms: number): void {
    clearTimeout(this.timer);
    if (this.unanswered || this.waiting().length > 0) this.timer = setTimeout(() => void this.save(), ms);
  }

  private async saveAll(): Promise<boolean> {
    while (this.unanswered || this.waiting().length > 0) {
      if (!(await this.saveSome())) return false;
    }
    return true;
  }

  private async saveSome(): Promise<boolean> {
    const batch = this.unanswered ?? { key: crypto.randomUUID(), cells: this.waiting().slice(0, MOST_GRID_CELLS) };
    this.unanswered = batch;
    this.isSending.set(true);
    try {
      const { results } = await this.api.save(batch.cells.map(draftOf), batch.key);
      for (const [at, result] of results.entries()) this.desk.take(batch.cells[at]?.[0] ?? '', batch.cells[at]?.[1], result);
      this.unanswered = undefined;
      this.isOutOfReach.set(false);
      this.hasSaved.set(true);
      this.problem.set('');
      return true;
    } catch (error) {
      const isAway = statusOf(error) === 0 || statusOf(error) >= 500;
      // What was refused as a whole is made up anew the next time; what has no answer goes again as it was.
      if (!isAway) this.unanswered = undefined;
      this.isOutOfReach.set(isAway);
      this.problem.set(problemText(error));
      this.saveLater(this.saveAfter * PATIENCE);
      return false;
    } finally {
      this.isSending.set(false);
    }
  }
}

/** It says a number, or nothing, and nobody is to be asked about it first. */
function isToBeSent({ value, fault, refusal, theirs }: Written): boolean {
  return value !== undefined && !fault && !refusal && theirs === undefined;
}

function draftOf([key, { value, version }]: Batch['cells'][number]): GridDraft {
  return { ...placeOf(key), version, value: value ?? null };
}
