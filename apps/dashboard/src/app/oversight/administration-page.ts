import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { PAGES, type PagePath } from '@slusen/contracts/pages';
import { CurrentAccount } from '../data/current-account.js';
import { mayOpen } from '../data/page-access.js';
import { PageHead } from '../shell/page-head.js';
import { ExportEverything } from './export-everything.js';

interface Desk {
  readonly path: string;
  readonly name: string;
  readonly lead: string;
}

const isPage = (path: string): path is PagePath => Object.hasOwn(PAGES, path);

/** Every desk of administration that is there and open to whoever is signed in. */
@Component({
  selector: 'app-administration-page',
  imports: [ExportEverything, RouterLink],
  template: `
    <h1>{{ texts.heading }}</h1>
    <ul class="plain-list ruled">
      @for (desk of desks(); track desk.path) {
        <li>
          <span>
            <a [routerLink]="'/' + desk.path">{{ desk.name }}</a>
            <br />
            <span class="small soft">{{ desk.lead }}</span>
          </span>
        </li>
      }
    </ul>
    @if (isAdministrator()) {
      <app-export-everything />
    }
  `,
})
export class AdministrationPage {
  protected readonly texts = { heading: $localize`:@@administration.heading:Administration` };
  private readonly current = inject(CurrentAccount);
  private readonly all: readonly Desk[] = [
    {
      path: 'administration/installningar',
      name: $localize`:@@administration.settings:Inställningar`,
      lead: $localize`:@@administration.settings-lead:Kommunens namn, logotyp, färg, licens och kontaktuppgifter.`,
    },
    {
      path: 'administration/datahalsa',
      name: $localize`:@@administration.health:Datahälsa`,
      lead: $localize`:@@administration.health-lead:Indikatorer som är sena, saknar ansvarig eller målvärde, eller aldrig har påbörjats.`,
    },
    {
      path: 'administration/inlasningar',
      name: $localize`:@@administration.imports:Inläsningar`,
      lead: $localize`:@@administration.imports-lead:Filer med siffror som har lästs in, vem som godkände dem och vad de ändrade.`,
    },
    {
      path: 'administration/handelser',
      name: $localize`:@@administration.trail:Händelselogg`,
      lead: $localize`:@@administration.trail-lead:Vem som gjorde vad, och när.`,
    },
    {
      path: 'administration/personer',
      name: $localize`:@@administration.people:Personer`,
      lead: $localize`:@@administration.people-lead:Bjud in, ge behörigheter och avsluta inloggningar.`,
    },
    {
      path: 'administration/aktorer',
      name: $localize`:@@administration.actors:Aktörer`,
      lead: $localize`:@@administration.actors-lead:Nämnder, förvaltningar, bolag och andra som ansvarar för siffror eller har roller i målen.`,
    },
    {
      path: 'nycklar',
      name: $localize`:@@administration.keys:Systemnycklar`,
      lead: $localize`:@@administration.keys-lead:För verksamhetssystem som lämnar siffror.`,
    },
    {
      path: 'administration/post',
      name: $localize`:@@administration.mail:Utgående post`,
      lead: $localize`:@@administration.mail-lead:Brev som har skickats eller väntar.`,
    },
    {
      path: 'administration/jobb',
      name: $localize`:@@administration.jobs:Jobb`,
      lead: $localize`:@@administration.jobs-lead:Det som görs i bakgrunden, och det som inte gick.`,
    },
    {
      path: 'dolj',
      name: $localize`:@@administration.masking:Dölj uppgifter`,
      lead: $localize`:@@administration.masking-lead:För det som har publicerats av misstag.`,
    },
    {
      path: 'administration/gallring',
      name: $localize`:@@administration.disposal:Gallring`,
      lead: $localize`:@@administration.disposal-lead:Ta bort uppgifter för alltid, enligt ett beslut.`,
    },
  ];
  protected readonly desks = computed(() => this.all.filter(({ path }) => isPage(path) && mayOpen(this.current.view(), path)));

  protected readonly isAdministrator = computed(() => this.current.view()?.roles.some(({ role }) => role === 'administrator') ?? false);

  constructor() {
    inject(PageHead).set($localize`:@@administration.title:Administration`);
  }
}
