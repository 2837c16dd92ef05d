import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { DecidedIn } from '@slusen/contracts';
import { EmptyState, ExampleMark, Figure, injectLanguage, LocalizedText, PeriodPipe } from '@slusen/ui';
import { LineageApi } from '../data/lineage-api.js';
import { Breadcrumbs } from '../shell/breadcrumbs.js';
import { decisionText } from '../shell/comparison-texts.js';
import { PageHead } from '../shell/page-head.js';
import { PageState } from '../shell/page-state.js';

/** What was decided in an adopted version and is no longer followed up, so that nothing that was decided vanishes. */
@Component({
  selector: 'app-no-longer-followed-up-page',
  imports: [Breadcrumbs, EmptyState, ExampleMark, Figure, LocalizedText, PageState, PeriodPipe, RouterLink],
  templateUrl: './no-longer-followed-up-page.html',
})
export class NoLongerFollowedUpPage {
  protected readonly texts = {
    heading: $localize`:@@left.heading:Beslutat, men följs inte längre upp`,
    lead: $localize`:@@left.lead:Mål och indikatorer som fanns i en antagen version av strategin och som inte finns i den som gäller nu. Inget som har beslutats försvinner utan att det syns här.`,
    goals: $localize`:@@left.goals:Mål`,
    indicators: $localize`:@@left.indicators:Indikatorer`,
    decided: $localize`:@@left.decided:Beslutat i`,
    area: $localize`:@@left.area:Område`,
    goesOn: $localize`:@@left.goes-on:Det som mätte målet mäter nu`,
    measured: $localize`:@@left.measured:Mätte målet`,
    target: $localize`:@@left.target:målvärde`,
    latest: $localize`:@@left.latest:Senaste värde`,
    perLocality: $localize`:@@left.per-locality:Redovisas ort för ort`,
    noFigure: $localize`:@@left.no-figure:Inget värde`,
    replaced: $localize`:@@left.replaced:Ersätts av`,
    notReplaced: $localize`:@@left.not-replaced:Inget`,
    ended: $localize`:@@left.ended:Varför den upphörde`,
    withdrawn: $localize`:@@left.withdrawn:Togs bort`,
    examples: $localize`:@@left.examples:Det som är märkt ”exempel” är påhittat för demonstrationen.`,
    nothing: $localize`:@@left.nothing:Allt som har beslutats följs upp`,
  };
  protected readonly above = [{ link: '/strategi', name: { sv: 'Strategin', en: 'The strategy' } }];
  protected readonly page = inject(LineageApi).noLongerFollowedUp();
  protected readonly language = injectLanguage();
  protected readonly decidedText = (decided: DecidedIn): string => decisionText(decided, this.language);

  constructor() {
    inject(PageHead).set($localize`:@@left.title:Följs inte längre upp`);
  }
}
