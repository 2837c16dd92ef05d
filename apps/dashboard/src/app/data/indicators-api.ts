import { Injectable } from '@angular/core';
import type { IndicatorList, IndicatorPageView, RevisionList } from '@slusen/contracts';
import type { Language } from '@slusen/domain';
import { reading, type Reading } from './reading.js';

/** An indicator, in the municipality when no other territory is named. */
interface SeriesPlace {
  readonly slug: string;
  readonly territory?: string | undefined;
}

/** What a chart image shows: which goal's target path, in which language, of which state of the figures. */
export interface ChartImage {
  readonly indicator: string;
  readonly goal?: string | undefined;
  readonly language: Language;
  /** Changes whenever the figures do, so that no copy of an older image stands on a newer page. */
  readonly version: string;
}

/** Indicators: search, page, downloads and the images of their charts. Readings need an injection context. */
@Injectable({ providedIn: 'root' })
export class IndicatorsApi {
  list(query: () => { q: string; limit: number; offset: number }): Reading<IndicatorList> {
    return reading<IndicatorList>(() => {
      const { q, limit, offset } = query();
      return `/api/indicators?${new URLSearchParams({ ...(q && { q }), limit: String(limit), offset: String(offset) })}`;
    });
  }

  page(slug: () => string): Reading<IndicatorPageView> {
    return reading<IndicatorPageView>(() => `/api/indicators/${encodeURIComponent(slug())}`);
  }

  /** Every revision of a series that the public has seen, so many at a time. */
  revisions(of: () => SeriesPlace & { readonly limit: number; readonly offset: number }): Reading<RevisionList> {
    return reading<RevisionList>(() => {
      const { slug, territory, limit, offset } = of();
      const query = new URLSearchParams({ ...(territory && { territory }), limit: String(limit), offset: String(offset) });
      return `/api/indicators/${encodeURIComponent(slug)}/revisions?${query}`;
    });
  }

  /** The address of the same as a file, whole. */
  revisionFile({ slug, territory }: SeriesPlace): string {
    return `/api/indicators/${slug}/revisions.csv${territory ? `?${new URLSearchParams({ territory })}` : ''}`;
  }

  /** Addresses of the whole series as a file: plain CSV, and one that a Swedish Excel opens without questions. */
  downloads(slug: string): { readonly plain: string; readonly excel: string } {
    return { plain: `/api/indicators/${slug}/series.csv`, excel: `/api/indicators/${slug}/series.excel.csv` };
  }

  /** The address of a chart drawn by the server. */
  chartImage(image: ChartImage, theme: 'light' | 'dark', size: 'wide' | 'narrow'): string {
    const query = new URLSearchParams({ ...(image.goal && { goal: image.goal }), theme, size, lang: image.language, v: image.version });
    return `/diagram/${image.indicator}.svg?${query}`;
  }
}
