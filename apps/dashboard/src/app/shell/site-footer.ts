import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { SiteApi } from '../data/site-api.js';
import { SiteContact } from './site-contact.js';

/** Contact, statements, and whether this is a demonstration; at the foot of each page. */
@Component({
  selector: 'app-site-footer',
  imports: [RouterLink, SiteContact],
  templateUrl: './site-footer.html',
})
export class SiteFooter {
  protected readonly texts = {
    demonstration: $localize`:@@footer.demonstration:Det här är en demonstration. Mål, roller, målvärden och åtgärder, och det som är märkt ”exempel”, är påhittat. Utvecklingsområdena, det övergripande målet och övriga siffror är verkliga.`,
    contact: $localize`:@@footer.contact:Fel i en siffra, eller något som inte går att läsa? Hör av dig:`,
    about: $localize`:@@footer.about:Om SLUSEN`,
    method: $localize`:@@footer.method:Så räknar vi`,
    accessibility: $localize`:@@footer.accessibility:Tillgänglighet`,
    personalData: $localize`:@@footer.personal-data:Personuppgifter`,
  };
  protected readonly site = inject(SiteApi).site;
}
