import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { personName } from '@slusen/domain';
import { injectWord, LocalizedText, MomentPipe, PeriodPipe } from '@slusen/ui';
import { OversightApi } from '../data/oversight-api.js';
import { Breadcrumbs } from '../shell/breadcrumbs.js';
import { PageHead } from '../shell/page-head.js';
import { PageState } from '../shell/page-state.js';
import { injectCount, injectPublicityText } from './import-texts.js';

type Counts<Count> = Readonly<Record<'rows' | 'added' | 'changed' | 'unchanged', Count>>;

/** A file of figures that was read in: who answers for it, and what it brought, indicator by indicator. */
@Component({
  selector: 'app-import-page',
  imports: [Breadcrumbs, LocalizedText, MomentPipe, PageState, PeriodPipe, RouterLink],
  templateUrl: './import-page.html',
})
export class ImportPage {
  protected readonly texts = {
    at: $localize`:@@import.at:Inläst`,
    by: $localize`:@@import.by:Godkänd av`,
    source: $localize`:@@import.source:Källa`,
    publicity: $localize`:@@import.publicity:Läge`,
    reason: $localize`:@@import.reason:Angivet skäl`,
    rows: $localize`:@@import.rows:Rader`,
    counts: ({ rows, added, changed, unchanged }: Counts<string>) =>
      $localize`:@@import.counts:${rows}:rows:, varav ${added}:added: nya värden, ${changed}:changed: ändrade och ${unchanged}:unchanged: som redan fanns`,
    sha: $localize`:@@import.sha:Filens kontrollsumma (SHA-256)`,
    trail: $localize`:@@import.trail:Visa i händelseloggen`,
    brought: $localize`:@@import.brought:Vad filen ändrade`,
    indicator: $localize`:@@import.indicator:Indikator`,
    periods: $localize`:@@import.periods:Perioder`,
    series: $localize`:@@import.series:Serier`,
    added: $localize`:@@import.added:Nya värden`,
    changed: $localize`:@@import.changed:Ändrade`,
  };
  /** Bound from the route `/administration/inlasningar/:id`. */
  readonly id = input.required<string>();
  protected readonly above = [
    { link: '/administration', name: { sv: 'Administration', en: 'Administration' } },
    { link: '/administration/inlasningar', name: { sv: 'Inläsningar', en: 'Files read in' } },
  ];
  protected readonly run = inject(OversightApi).import(this.id);
  protected readonly personName = injectWord(personName);
  protected readonly count = injectCount();
  protected readonly publicity = injectPublicityText();
  protected readonly event = computed(() => ({ about: `import-run:${this.id()}` }));

  constructor() {
    inject(PageHead).set($localize`:@@import.title:Inläst fil`);
  }

  protected counted({ rows, added, changed, unchanged }: Counts<number>): string {
    const { count } = this;
    return this.texts.counts({ rows: count(rows), added: count(added), changed: count(changed), unchanged: count(unchanged) });
  }
}
