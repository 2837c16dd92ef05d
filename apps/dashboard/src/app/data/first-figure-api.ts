import { Injectable } from '@angular/core';
import type { FirstFigure, FirstValue } from '@slusen/contracts';
import { reading, type Reading } from './reading.js';

/** The way to a first figure. Each method needs an injection context. */
@Injectable({ providedIn: 'root' })
export class FirstFigureApi {
  /** Of the installation; nothing while nobody wants it. */
  guide(isWanted: () => boolean): Reading<FirstFigure> {
    return reading<FirstFigure>(() => (isWanted() ? '/api/admin/first-figure' : undefined));
  }

  /** Of an indicator; nothing of one that is not there yet. */
  value(indicator: () => string | undefined): Reading<FirstValue> {
    return reading<FirstValue>(() => {
      const slug = indicator();
      return slug === undefined ? undefined : `/api/admin/indicators/${encodeURIComponent(slug)}/first-value`;
    });
  }
}
