import { Component, inject } from '@angular/core';
import { SiteApi } from '../data/site-api.js';
import { PageHead } from '../shell/page-head.js';
import { SiteContact } from '../shell/site-contact.js';

/** The accessibility statement that the law on digital public service (DOS-lagen) asks for. */
@Component({
  selector: 'app-accessibility-page',
  imports: [SiteContact],
  templateUrl: './accessibility-page.html',
})
export class AccessibilityPage {
  protected readonly texts = {
    municipality: $localize`:@@accessibility.municipality:Kommunen`,
    heading: $localize`:@@accessibility.heading:Tillgänglighetsredogörelse`,
    lead: (municipality: string | number) =>
      $localize`:@@accessibility.lead:${municipality}:municipality: står bakom den här webbplatsen. Vi vill att alla ska kunna använda den. Här beskriver vi hur den uppfyller lagen om tillgänglighet till digital offentlig service, vad som brister och hur du rapporterar det till oss.`,
    how: $localize`:@@accessibility.how:Hur tillgänglig är webbplatsen?`,
    how1: $localize`:@@accessibility.how-1:Webbplatsen är delvis förenlig med lagen om tillgänglighet till digital offentlig service. Den är byggd för att uppfylla WCAG 2.2 på nivå AA, och de brister som vi känner till står nedan.`,
    point1: $localize`:@@accessibility.point-1:Allt går att läsa och använda med bara tangentbord och med 400 procents förstoring.`,
    point2: $localize`:@@accessibility.point-2:De öppna sidorna går att läsa utan JavaScript.`,
    point3: $localize`:@@accessibility.point-3:Inget läge visas enbart med färg: varje läge har en egen form och sitt ord utskrivet.`,
    point4: $localize`:@@accessibility.point-4:Varje diagram har en sammanfattande mening och en tabell med samma siffror. I diagrammet går du mellan värdena med piltangenterna.`,
    point5: $localize`:@@accessibility.point-5:Sidorna följer dina inställningar för mörkt läge, ökad kontrast och mindre rörelse.`,
    report: $localize`:@@accessibility.report:Rapportera en brist`,
    report1: $localize`:@@accessibility.report-1:Skriv eller ring till oss om något inte fungerar för dig, eller om du behöver innehållet i en annan form. Vi svarar så snart vi kan.`,
    supervision: $localize`:@@accessibility.supervision:Tillsyn`,
    supervision1: $localize`:@@accessibility.supervision-1:Myndigheten för digital förvaltning (Digg) ser till att lagen följs. Är du inte nöjd med hur vi tar hand om din synpunkt kan du`,
    supervisionLink: $localize`:@@accessibility.supervision-link:anmäla det till Digg`,
    tested: $localize`:@@accessibility.tested:Så har vi prövat webbplatsen`,
    tested1: $localize`:@@accessibility.tested-1:Vi prövar varje sida med två automatiska verktyg (axe och HTML_CodeSniffer) inför varje ny version, och går igenom de viktigaste vägarna med tangentbord. Någon oberoende granskning är inte gjord än. Redogörelsen skrevs i november 2026.`,
    shortcomings: $localize`:@@accessibility.shortcomings:Brister som vi känner till`,
    shortcomings1: $localize`:@@accessibility.shortcomings-1:Det här uppfyller inte alla krav, eller är inte prövat:`,
    shortcoming1: $localize`:@@accessibility.shortcoming-1:Kommentarer, källor och skäl visas på det språk de skrevs, oftast svenska. De är märkta som svenska vilket språk de än är skrivna på, så en skärmläsare kan uttala andra språk fel (WCAG 3.1.2).`,
    shortcoming2: $localize`:@@accessibility.shortcoming-2:Sidorna är byggda för skärmläsare, men ingen som använder en till vardags har prövat dem. Det kan finnas brister som vi inte har upptäckt.`,
    contact: $localize`:@@accessibility.contact:Kontakt:`,
  };
  protected readonly site = inject(SiteApi).site;

  constructor() {
    inject(PageHead).set($localize`:@@accessibility.title:Tillgänglighet`);
  }
}
