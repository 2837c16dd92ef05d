import { Component, computed, inject, signal } from '@angular/core';
import type { MaskFindings, MaskingList, MaskSearch } from '@slusen/contracts';
import { maskNote, stockholmDate } from '@slusen/domain';
import { Banner, injectLanguage } from '@slusen/ui';
import { statusOf } from '../data/api-problem.js';
import { MaskingsApi } from '../data/maskings-api.js';
import { problemText } from '../data/problem-texts.js';
import { PageHead } from '../shell/page-head.js';
import { PageState } from '../shell/page-state.js';
import { DecisionForm, type PlaceDecision } from './decision-form.js';
import type { ChoosablePlace } from './place-choice.js';
import { PlaceSearch } from './place-search.js';

/** Hides what was published by mistake, and shows it again, each by a decision. */
@Component({
  selector: 'app-masking-page',
  imports: [Banner, DecisionForm, PageState, PlaceSearch],
  templateUrl: './masking-page.html',
})
export class MaskingPage {
  protected readonly texts = {
    heading: $localize`:@@masking.heading:Dölj det som publicerats av misstag`,
    lead: $localize`:@@masking.lead:Har en personuppgift eller något hemligt publicerats? Sök efter det, välj var det ska döljas och ange beslutet. Det försvinner genast från sidor, filer, diagram och svar om tidigare datum.`,
    kept: $localize`:@@masking.kept:I stället står att det är dolt, sedan när, varför och enligt vilket beslut. Det dolda finns kvar i databasen och i säkerhetskopior, och kan visas igen med ett nytt beslut. Vem som beslutade syns bara i händelseloggen.`,
    nothing: $localize`:@@masking.nothing:Inget som visas passar in på det.`,
    more: $localize`:@@masking.more:Det finns fler ställen än de som visas här. Dölj de här först och sök sedan igen.`,
    found: $localize`:@@masking.found:Här visas det. Välj var det ska döljas.`,
    hide: $localize`:@@masking.hide:Dölj det valda`,
    hidden: $localize`:@@masking.hidden:Dolt nu`,
    noneHidden: $localize`:@@masking.none-hidden:Inget är dolt.`,
    lifted: $localize`:@@masking.lifted:Välj det som ska visas igen.`,
    lift: $localize`:@@masking.lift:Visa det valda igen`,
  };
  private readonly api = inject(MaskingsApi);
  private readonly language = injectLanguage();
  protected readonly list = this.api.hidden();
  protected readonly findings = signal<MaskFindings | undefined>(undefined);
  protected readonly problem = signal('');
  protected readonly done = signal('');
  protected readonly isBusy = signal(false);
  private search: MaskSearch | undefined;
  private key = crypto.randomUUID();

  protected readonly hidden = computed<readonly ChoosablePlace[]>(() =>
    (this.list.hasValue() ? this.list.value().hidden : []).map(({ reason, decision, at, sha256, ...where }) => ({
      ...where,
      decided: maskNote({ reason, decision, on: stockholmDate(at), sha256 }, this.language),
    })),
  );

  constructor() {
    inject(PageHead).set($localize`:@@masking.title:Dölj uppgifter`);
  }

  protected find(search: MaskSearch): Promise<void> {
    this.search = search;
    return this.attempt(async () => {
      this.done.set('');
      this.findings.set(await this.api.find(search));
    });
  }

  protected hide({ places, reason, decision }: PlaceDecision): Promise<void> {
    return this.decide(() => this.api.hide({ places: [...places], reason, decision }, this.key), {
      one: $localize`:@@masking.hidden-one:Ett ställe är dolt.`,
      many: $localize`:@@masking.hidden-many:${places.length}:count: ställen är dolda.`,
      count: places.length,
    });
  }

  protected lift({ places, decision }: PlaceDecision): Promise<void> {
    return this.decide(() => this.api.lift({ places: [...places], decision }, this.key), {
      one: $localize`:@@masking.lifted-one:Ett ställe visas igen.`,
      many: $localize`:@@masking.lifted-many:${places.length}:count: ställen visas igen.`,
      count: places.length,
    });
  }

  private decide(ask: () => Promise<MaskingList>, told: { one: string; many: string; count: number }): Promise<void> {
    return this.attempt(async () => {
      this.list.set(await ask());
      this.key = crypto.randomUUID();
      this.done.set(told.count === 1 ? told.one : told.many);
      if (this.search) this.findings.set(await this.api.find(this.search));
    });
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    if (this.isBusy()) return;
    this.isBusy.set(true);
    this.problem.set('');
    try {
      await work();
    } catch (error) {
      this.problem.set(problemText(error));
      // Without an answer it may have been done: the same key asks for the same thing again.
      if (statusOf(error) !== 0) this.key = crypto.randomUUID();
    } finally {
      this.isBusy.set(false);
    }
  }
}
