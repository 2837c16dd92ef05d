import { Injectable } from '@nestjs/common';
import type { GridCell } from '@slusen/contracts';
import { unansweredKinds } from '@slusen/domain';
import type { AsOf } from '../platform/as-of.js';
import { EntryRepository } from './entry.repository.js';
import { placedFigure } from './entry-view.query.js';
import type { GridSeries } from './grid-series.query.js';
import { PlausibilityQuery, questionViews } from './plausibility.query.js';
import type { StoredEntry } from './stored-entry.js';

/** An entry under way, and what is asked about it that has no answer. */
export interface Underway {
  readonly stored: StoredEntry;
  readonly questions: GridCell['questions'];
}

/** The entries under way in a grid, each with what is asked about it. */
@Injectable()
export class GridUnderwayQuery {
  constructor(
    private readonly entries: EntryRepository,
    private readonly plausibility: PlausibilityQuery,
  ) {}

  /** By their ids. */
  async of(series: readonly GridSeries[], asOf: AsOf): Promise<Map<string, Underway>> {
    const indicators = new Map(series.flatMap(({ indicator, open }) => [...open.values()].map((id) => [id, indicator] as const)));
    if (indicators.size === 0) return new Map();
    const found = (await this.entries.findAll([...indicators.keys()])).flatMap((stored) => {
      const indicator = indicators.get(stored.entry.id);
      return indicator ? [{ stored, indicator }] : [];
    });
    const asked = await this.plausibility.ofFigures(
      found.map(({ stored, indicator }) => placedFigure(stored, indicator)),
      asOf,
    );
    return new Map(
      found.map(({ stored, indicator }, at) => {
        const questions = asked[at] ?? [];
        const open = unansweredKinds(questions, stored.entry.figure.answers);
        return [
          stored.entry.id,
          {
            stored,
            questions: questionViews(
              questions.filter(({ kind }) => open.includes(kind)),
              indicator,
            ),
          },
        ];
      }),
    );
  }
}
