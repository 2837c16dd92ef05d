import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { PageHead } from '../shell/page-head.js';

/** What SLUSEN is and who it is for. */
@Component({
  selector: 'app-about-page',
  imports: [RouterLink],
  template: `
    <div class="prose">
      <h1 i18n="@@about.heading">Om SLUSEN</h1>
      <p class="lead" i18n="@@about.lead">SLUSEN visar hur det går med kommunens strategi för lokal utveckling: vilka mål som är beslutade, hur de mäts, hur långt vi har kommit och vem som gör vad.</p>
      <p i18n="@@about.honest">Varje bedömning kan förklara sig själv: vilket värde den bygger på, var det kommer ifrån, vilken regel som gäller och vad som skulle ge ett annat svar. Det som inte går att bedöma står det också, med skälet.</p>
      <p i18n="@@about.data">Siffrorna kommer från offentlig statistik och från kommunens egna räkningar. Varje serie går att hämta som fil.</p>
      <p i18n="@@about.free">SLUSEN är fri programvara under licensen EUPL 1.2 och kan användas av andra kommuner.</p>
      <p class="row">
        <a routerLink="/metod" i18n="@@about.method">Så räknar vi</a>
        <a routerLink="/indikatorer" i18n="@@about.indicators">Alla indikatorer</a>
        <a routerLink="/samverkan" i18n="@@about.actors">Vem gör vad</a>
      </p>
    </div>
  `,
})
export class AboutPage {
  constructor() {
    inject(PageHead).set($localize`:@@about.title:Om SLUSEN`);
  }
}
