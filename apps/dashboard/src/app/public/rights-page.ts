import { Component, inject } from '@angular/core';
import { rightsTables } from '@slusen/domain';
import { injectLanguage } from '@slusen/ui';
import { PageHead } from '../shell/page-head.js';

/** Who may do what: the policy itself, made into tables by the rules that also decide. */
@Component({
  selector: 'app-rights-page',
  templateUrl: './rights-page.html',
})
export class RightsPage {
  protected readonly texts = {
    heading: $localize`:@@rights.heading:Vem får göra vad?`,
    lead: $localize`:@@rights.lead:De öppna sidorna får alla läsa, utan konto. Den som arbetar med siffrorna har ett konto med en eller flera roller. Här står vad varje roll får göra.`,
    made: $localize`:@@rights.made:Tabellerna är gjorda av samma regler som avgör vad som släpps igenom. Det som inte står här får ingen göra.`,
    fourEyes: $localize`:@@rights.four-eyes:En siffra som skrivs in för hand ska två personer ha sett: den som har skrivit i en inmatning kan varken godkänna den eller skicka tillbaka den. Bara den som har skrivit i den kan ta tillbaka den.`,
    trail: $localize`:@@rights.trail:Varje ändring av en siffra, ett konto eller en roll skrivs i en händelselogg som inte går att ändra i efterhand.`,
    what: $localize`:@@rights.what:Rättighet`,
    who: $localize`:@@rights.who:Vem`,
  };
  protected readonly tables = rightsTables(injectLanguage()).map(({ heading, rows }, number) => ({
    id: `rights-${number}`,
    heading,
    rows: rows.map(({ what, who, where, when }) => ({ what, who, scope: when ? scopeText(where, when) : where })),
  }));

  constructor() {
    inject(PageHead).set($localize`:@@rights.title:Vem får göra vad?`);
  }
}

function scopeText(where: string, states: string): string {
  return $localize`:@@rights.scope:${where}:where:, när inmatningen är ${states}:states:`;
}
