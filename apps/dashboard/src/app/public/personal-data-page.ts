import { Component, inject } from '@angular/core';
import { PageHead } from '../shell/page-head.js';

/** Which personal data is kept, why, and for how long. */
@Component({
  selector: 'app-personal-data-page',
  template: `
    <div class="prose">
      <h1>{{ texts.heading }}</h1>
      <p class="lead">{{ texts.lead }}</p>
      <h2>{{ texts.account }}</h2>
      <p>{{ texts.account1 }}</p>
      <p>{{ texts.cookie }}</p>
      <h2>{{ texts.rights }}</h2>
      <p>{{ texts.rights1 }}</p>
      <h2>{{ texts.figures }}</h2>
      <p>{{ texts.figures1 }}</p>
    </div>
  `,
})
export class PersonalDataPage {
  protected readonly texts = {
    heading: $localize`:@@personal.heading:Personuppgifter`,
    lead: $localize`:@@personal.lead:Den som läser de öppna sidorna lämnar inga personuppgifter till oss. Vi sätter inga kakor, räknar inga besök och hämtar ingenting från andra webbplatser.`,
    account: $localize`:@@personal.account:För den som har ett konto`,
    account1: $localize`:@@personal.account-1:Den som arbetar med siffrorna loggar in. Då sparar vi namn, användarnamn, behörigheter och, i en händelselogg, vem som skrev in, granskade och godkände vilken siffra och när. Loggen behövs för att revisorer ska kunna kontrollera uppgifterna i efterhand. På de öppna sidorna står bara vilken förvaltning som godkänt ett värde, aldrig en person.`,
    cookie: $localize`:@@personal.cookie:Vid inloggning sätter vi en kaka som är nödvändig för att hålla dig inloggad. Den försvinner när du loggar ut, senast efter tolv timmar. En annan kaka visar i ett halvår att du har loggat in i den här webbläsaren, så att ingen kan hindra dig från att logga in genom att gissa på ditt lösenord. Webbläsaren kommer också ihåg att någon har loggat in i den, och behåller det du skrivit men inte hunnit spara tills du loggar ut.`,
    rights: $localize`:@@personal.rights:Dina rättigheter`,
    rights1: $localize`:@@personal.rights-1:Kommunen är personuppgiftsansvarig. Du har rätt att få veta vilka uppgifter vi har om dig och att få felaktiga uppgifter rättade. Vänd dig till adressen längst ned på sidan. Du kan också klaga hos Integritetsskyddsmyndigheten (IMY).`,
    figures: $localize`:@@personal.figures:Siffrorna`,
    figures1: $localize`:@@personal.figures-1:Statistiken handlar om grupper, aldrig om enskilda. Värden som skulle kunna röja någon redovisas inte, och där står ”sekretess”.`,
  };
  constructor() {
    inject(PageHead).set($localize`:@@personal.title:Personuppgifter`);
  }
}
