import { Component, inject } from '@angular/core';
import { ExampleMark } from '@slusen/ui';
import { SiteApi } from '../data/site-api.js';
import { PageHead } from '../shell/page-head.js';

/** Which personal data is kept, why, and for how long. */
@Component({
  selector: 'app-personal-data-page',
  imports: [ExampleMark],
  template: `
    <div class="prose">
      <h1>{{ texts.heading }}</h1>
      <p class="lead">{{ texts.lead }}</p>
      <h2>{{ texts.account }}</h2>
      <p>{{ texts.account1 }}</p>
      <p>{{ texts.provider }}</p>
      <p>{{ texts.cookie }}</p>
      <h2>{{ texts.basis }}</h2>
      <p>{{ texts.basis1 }}</p>
      <h2>{{ texts.kept }}</h2>
      <ul>
        <li>{{ texts.kept1 }}</li>
        <li>{{ texts.kept2 }}</li>
        <li>{{ texts.kept3 }}</li>
        <li>{{ texts.kept4 }}</li>
        <li>{{ texts.kept5 }}</li>
      </ul>
      <h2>{{ texts.rights }}</h2>
      @if (site(); as site) {
        <p>
          @if (site.municipality; as municipality) {
            {{ texts.controller(municipality) }}
          }
          @if (site.contact.dataProtectionOfficer; as officer) {
            {{ texts.officer }}&ngsp;<a [href]="'mailto:' + officer">{{ officer }}</a>
            @if (site.contact.isExample) {
              &ngsp;<ui-example-mark />
            }
          } @else {
            {{ texts.noOfficer }}
          }
        </p>
      }
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
    account1: $localize`:@@personal.account-1:Den som arbetar med siffrorna loggar in. Då sparar vi namn, användarnamn, e-postadress, behörigheter och, i en händelselogg, vem som skrev in, granskade och godkände vilken siffra och när. Loggen behövs för att revisorer ska kunna kontrollera uppgifterna i efterhand. På de öppna sidorna står vilken förvaltning som godkänt ett värde som skrivits in här, och vilken källa det kommer från, men aldrig en person.`,
    cookie: $localize`:@@personal.cookie:Vid inloggning sätter vi en kaka som är nödvändig för att hålla dig inloggad. Den försvinner när du loggar ut, senast efter tolv timmar. En annan kaka visar i ett halvår att du har loggat in i den här webbläsaren, så att ingen kan hindra dig från att logga in genom att gissa på ditt lösenord. Webbläsaren kommer också ihåg att någon har loggat in i den, och behåller det du skrivit men inte hunnit spara tills du loggar ut.`,
    provider: $localize`:@@personal.provider:Loggar du in med kommunens inloggning får vi ditt namn, ditt användarnamn och en beteckning för dig därifrån, och ibland vilka grupper du hör till. En kaka visar vägen tillbaka hit, i högst tio minuter. Har du tvåstegsverifiering sparar vi dess nyckel, krypterad.`,
    rights: $localize`:@@personal.rights:Dina rättigheter`,
    rights1: $localize`:@@personal.rights-1:Du har rätt att få veta vilka uppgifter vi har om dig, att få felaktiga uppgifter rättade, att begära att behandlingen begränsas och att invända mot den. Vänd dig till dataskyddsombudet, eller till adressen längst ned på sidan. Du kan också klaga hos Integritetsskyddsmyndigheten (IMY).`,
    figures: $localize`:@@personal.figures:Siffrorna`,
    figures1: $localize`:@@personal.figures-1:Statistiken handlar om grupper, aldrig om enskilda. Värden som skulle kunna röja någon redovisas inte, och där står ”sekretess”.`,
    basis: $localize`:@@personal.basis:Rättslig grund`,
    basis1: $localize`:@@personal.basis-1:Uppgifterna behövs för en uppgift av allmänt intresse: att följa upp beslutade mål och kunna visa vem som svarar för varje siffra (artikel 6.1 e i dataskyddsförordningen). Kakorna får sättas utan samtycke, eftersom de behövs för inloggningen (9 kap. 28 § lagen om elektronisk kommunikation).`,
    kept: $localize`:@@personal.kept:Hur länge vi sparar uppgifterna`,
    kept1: $localize`:@@personal.kept-1:En inloggning upphör efter 30 minuter utan aktivitet, senast efter tolv timmar. Den tas sedan bort inom en timme.`,
    kept2: $localize`:@@personal.kept-2:Försök att logga in räknas per användarnamn, nätverksadress och webbläsare under högst en minut, försök att få ett nytt lösenord under en kvart och koder i tvåstegsverifieringen under ett dygn. Räkningen tas bort inom en timme.`,
    kept3: $localize`:@@personal.kept-3:Svaret på det du skickat in sparas i 31 dygn, så att samma uppgift inte lämnas två gånger.`,
    kept4: $localize`:@@personal.kept-4:Namn, användarnamn, e-postadress och händelselogg sparas så länge som siffrorna finns kvar. Ett konto kan stängas, men det som har gjorts med det står kvar i loggen.`,
    kept5: $localize`:@@personal.kept-5:Att vi har skickat ett brev till dig sparas i 90 dygn. Vad som stod i det sparas bara tills det är skickat, eller tills länken i det har slutat gälla.`,
    controller: (municipality: string) => $localize`:@@personal.controller:${municipality}:municipality: är personuppgiftsansvarig.`,
    officer: $localize`:@@personal.officer:Dataskyddsombud:`,
    noOfficer: $localize`:@@personal.no-officer:Dataskyddsombudets adress är inte angiven än.`,
  };
  protected readonly site = inject(SiteApi).site;

  constructor() {
    inject(PageHead).set($localize`:@@personal.title:Personuppgifter`);
  }
}
