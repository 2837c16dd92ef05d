import { Component, inject } from '@angular/core';
import { PageHead } from '../shell/page-head.js';

/** Which personal data is kept, why, and for how long. */
@Component({
  selector: 'app-personal-data-page',
  template: `
    <div class="prose">
      <h1 i18n="@@personal.heading">Personuppgifter</h1>
      <p class="lead" i18n="@@personal.lead">Den som läser de öppna sidorna lämnar inga personuppgifter till oss. Vi sätter inga kakor, räknar inga besök och hämtar ingenting från andra webbplatser.</p>
      <h2 i18n="@@personal.account">För den som har ett konto</h2>
      <p i18n="@@personal.account-1">Den som arbetar med siffrorna loggar in. Då sparar vi namn, användarnamn, behörigheter och, i en händelselogg, vem som skrev in, granskade och godkände vilken siffra och när. Loggen behövs för att revisorer ska kunna kontrollera uppgifterna i efterhand. På de öppna sidorna står bara vilken förvaltning som godkänt ett värde, aldrig en person.</p>
      <p i18n="@@personal.cookie">Vid inloggning sätter vi en kaka som är nödvändig för att hålla dig inloggad. Den försvinner när du loggar ut, senast efter tolv timmar. Webbläsaren kommer också ihåg att någon har loggat in i den, och behåller det du skrivit men inte hunnit spara tills du loggar ut.</p>
      <h2 i18n="@@personal.rights">Dina rättigheter</h2>
      <p i18n="@@personal.rights-1">Kommunen är personuppgiftsansvarig. Du har rätt att få veta vilka uppgifter vi har om dig och att få felaktiga uppgifter rättade. Vänd dig till adressen längst ned på sidan. Du kan också klaga hos Integritetsskyddsmyndigheten (IMY).</p>
      <h2 i18n="@@personal.figures">Siffrorna</h2>
      <p i18n="@@personal.figures-1">Statistiken handlar om grupper, aldrig om enskilda. Värden som skulle kunna röja någon redovisas inte, och där står ”sekretess”.</p>
    </div>
  `,
})
export class PersonalDataPage {
  constructor() {
    inject(PageHead).set($localize`:@@personal.title:Personuppgifter`);
  }
}
