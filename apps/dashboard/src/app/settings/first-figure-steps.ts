import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';

/** What comes between an installation that is set up and its first public figure, each step with the page where it is done. */
@Component({
  selector: 'app-first-figure-steps',
  imports: [RouterLink],
  template: `
    <section class="prose" aria-labelledby="forsta-siffran">
      <h2 id="forsta-siffran">{{ texts.heading }}</h2>
      <ol>
        @for (step of steps; track step.page) {
          <li>
            <a [routerLink]="step.page">{{ step.name }}</a> <span class="soft">{{ step.why }}</span>
          </li>
        }
      </ol>
      <p class="soft">{{ texts.meanwhile }}</p>
    </section>
  `,
})
export class FirstFigureSteps {
  protected readonly texts = {
    heading: $localize`:@@first-figure.heading:Till den första siffran`,
    meanwhile: $localize`:@@first-figure.meanwhile:Siffror kan läggas in och visas också medan strategin skrivs.`,
  };
  protected readonly steps = [
    {
      page: '/administration/aktorer',
      name: $localize`:@@first-figure.actor:Lägg in en förvaltning`,
      why: $localize`:@@first-figure.actor-why:Den som ansvarar för siffran.`,
    },
    {
      page: '/administration/indikatorer/ny',
      name: $localize`:@@first-figure.indicator:Lägg till en indikator`,
      why: $localize`:@@first-figure.indicator-why:Vad siffran mäter, och förvaltningen som ansvarar för den.`,
    },
    {
      page: '/administration/personer',
      name: $localize`:@@first-figure.people:Ge behörigheter`,
      why: $localize`:@@first-figure.people-why:En rapportör för förvaltningen, till exempel du själv, och en granskare, som är någon annan.`,
    },
    {
      page: '/mina-uppgifter',
      name: $localize`:@@first-figure.enter:Fyll i värdet`,
      why: $localize`:@@first-figure.enter-why:Det visas för alla när granskaren har godkänt det.`,
    },
  ];
}
