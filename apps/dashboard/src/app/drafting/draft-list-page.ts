import { Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { NewStrategyDraft } from '@slusen/contracts';
import { Banner, EmptyState, FormField, TypedText } from '@slusen/ui';
import { statusOf } from '../data/api-problem.js';
import { DraftsApi } from '../data/drafts-api.js';
import { PageHead } from '../shell/page-head.js';
import { PageState } from '../shell/page-state.js';
import { draftProblemText } from './draft-texts.js';
import { stateText } from './draft-steps.js';

type Beginning = NewStrategyDraft['from'];

/** Every draft of the strategy, and where a new one is begun. */
@Component({
  selector: 'app-draft-list-page',
  imports: [Banner, EmptyState, FormField, PageState, RouterLink, TypedText],
  templateUrl: './draft-list-page.html',
})
export class DraftListPage {
  protected readonly texts = {
    heading: $localize`:@@drafts.heading:Strategin`,
    lead: $localize`:@@drafts.lead:Här skriver ni nästa version av strategin tillsammans. Ett utkast syns bara för strateger och administratörer. När det är beslutat föreslår en av er att det antas, och en annan antar det.`,
    begin: $localize`:@@drafts.begin:Börja på ett nytt utkast`,
    title: $localize`:@@drafts.title-label:Vad ska utkastet heta?`,
    titleHint: $localize`:@@drafts.title-hint:Till exempel ”Strategi 2027–2030”. Namnet syns bara i den här listan.`,
    from: $localize`:@@drafts.from:Vad ska det börja med?`,
    inForce: $localize`:@@drafts.in-force:Den strategi som gäller nu`,
    template: $localize`:@@drafts.template:Mallens sex områden: Leva, Arbeta, Verka, Trivas, Kontakt och Mötas`,
    empty: $localize`:@@drafts.empty:Ingenting`,
    none: $localize`:@@drafts.none:Inga utkast än.`,
    list: $localize`:@@drafts.list:Utkast`,
    button: $localize`:@@drafts.button:Börja`,
  };
  private readonly api = inject(DraftsApi);
  private readonly router = inject(Router);
  protected readonly drafts = this.api.list();
  protected readonly title = signal('');
  /** What there is to begin with: in force, or the template where nothing is yet. */
  protected readonly beginnings = computed<readonly { readonly from: Beginning; readonly name: string }[]>(() => {
    const { inForce, template, empty } = this.texts;
    const hasVersion = this.drafts.hasValue() && this.drafts.value().hasVersion;
    return [hasVersion ? { from: 'in-force', name: inForce } : { from: 'template', name: template }, { from: 'empty', name: empty }];
  });
  /** What was chosen; the first one until something is. */
  protected readonly chosen = signal<Beginning | undefined>(undefined);
  protected readonly from = computed(() => this.chosen() ?? this.beginnings()[0]?.from ?? 'empty');
  protected readonly fault = signal('');
  protected readonly problem = signal('');
  protected readonly isBusy = signal(false);
  protected readonly stateText = stateText;
  private key = crypto.randomUUID();

  constructor() {
    inject(PageHead).set($localize`:@@drafts.page-title:Strategin`);
  }

  protected async begin(event: Event): Promise<void> {
    event.preventDefault();
    const title = this.title().trim();
    this.fault.set(title ? '' : $localize`:@@drafts.title-missing:Skriv vad utkastet ska heta.`);
    if (!title || this.isBusy()) return;
    this.isBusy.set(true);
    try {
      const { id } = await this.api.begin({ title, from: this.from() }, this.key);
      await this.router.navigate(['/administration/strategi', id]);
    } catch (error) {
      this.problem.set(draftProblemText(error));
      if (statusOf(error) !== 0) this.key = crypto.randomUUID();
    } finally {
      this.isBusy.set(false);
    }
  }
}
