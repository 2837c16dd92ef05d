import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { CurrentPath } from '../shell/current-path.js';

/** The way between the pages of administrators. */
@Component({
  selector: 'app-administration-menu',
  imports: [RouterLink],
  template: `
    <nav class="row small sub-nav" i18n-aria-label="@@administration.menu" aria-label="Administration">
      @for (page of pages; track page.path) {
        <a [routerLink]="page.path" [attr.aria-current]="path.ariaCurrent(page.path)">{{ page.name }}</a>
      }
    </nav>
  `,
})
export class AdministrationMenu {
  protected readonly path = inject(CurrentPath);
  protected readonly pages = [
    { path: '/administration/personer', name: $localize`:@@administration.people:Personer` },
    { path: '/administration/post', name: $localize`:@@administration.mails:Utgående post` },
    { path: '/administration/jobb', name: $localize`:@@administration.jobs:Jobb` },
  ];
}
