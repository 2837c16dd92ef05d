import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { licenceText } from '@slusen/domain';
import { injectLanguage } from '@slusen/ui';
import { HistoryApi } from '../data/history-api.js';
import { SiteApi } from '../data/site-api.js';
import { PageHead } from '../shell/page-head.js';
import { calendarLink } from './calendar-link.js';

/** What SLUSEN is and who it is for. */
@Component({
  selector: 'app-about-page',
  imports: [RouterLink],
  template: `
    <div class="prose">
      <h1>{{ texts.heading }}</h1>
      <p class="lead">{{ texts.lead }}</p>
      <p>{{ texts.honest }}</p>
      <p>{{ texts.data }}</p>
      @if (licence(); as licence) {
        <p>{{ texts.licence }} {{ licence }}.</p>
      }
      <p>{{ texts.free }}</p>
      @if (head(); as head) {
        <h2>{{ texts.historyHeading }}</h2>
        <p>{{ texts.history }}</p>
        <p class="small">
          {{ texts.historyEvent }} {{ head.seq }}: <code>{{ head.hash }}</code>
        </p>
      }
      <p class="row">
        <a routerLink="/metod">{{ texts.method }}</a>
        <a routerLink="/indikatorer">{{ texts.indicators }}</a>
        <a routerLink="/kalender">{{ texts.calendar }}</a>
        <a routerLink="/samverkan">{{ texts.actors }}</a>
        <a routerLink="/behorigheter">{{ texts.rights }}</a>
      </p>
    </div>
  `,
})
export class AboutPage {
  protected readonly texts = {
    heading: $localize`:@@about.heading:Om SLUSEN`,
    lead: $localize`:@@about.lead:SLUSEN visar hur det går med kommunens strategi för lokal utveckling: vilka mål som är beslutade, hur de mäts, hur långt vi har kommit och vem som gör vad.`,
    honest: $localize`:@@about.honest:Varje bedömning kan förklara sig själv: vilket värde den bygger på, var det kommer ifrån, vilken regel som gäller och vad som skulle ge ett annat svar. När något inte går att bedöma står också det, med skälet.`,
    data: $localize`:@@about.data:Siffrorna kommer från offentlig statistik, från kommunens egna räkningar och från andra, till exempel ur tidningar. Vid varje siffra står källan, och om den är återgiven utan att vara avstämd mot den. Varje serie går att hämta som fil.`,
    licence: $localize`:@@about.licence:Siffrornas licens är`,
    free: $localize`:@@about.free:SLUSEN är fri programvara under licensen EUPL 1.2 och kan användas av andra kommuner.`,
    historyHeading: $localize`:@@about.history-heading:Historikens kontrollsumma`,
    history: $localize`:@@about.history:Allt som registreras hakar i det som kom före. Kontrollsumman här gäller allt till och med den senaste publiceringen. Spara den gärna: om den inte går att hitta vid en senare kontroll har någon ändrat i historiken.`,
    historyEvent: $localize`:@@about.history-event:Händelse`,
    method: $localize`:@@about.method:Så räknar vi`,
    indicators: $localize`:@@about.indicators:Alla indikatorer`,
    calendar: calendarLink(),
    actors: $localize`:@@about.actors:Vem gör vad`,
    rights: $localize`:@@about.rights:Vem får göra vad`,
  };
  private readonly site = inject(SiteApi).site;
  private readonly language = injectLanguage();
  protected readonly licence = computed(() => {
    const licence = this.site()?.licence;
    return licence && licenceText(licence, this.language);
  });
  private readonly history = inject(HistoryApi).history();
  protected readonly head = computed(() => (this.history.hasValue() ? this.history.value().head : undefined));

  constructor() {
    inject(PageHead).set($localize`:@@about.title:Om SLUSEN`);
  }
}
