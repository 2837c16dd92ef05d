import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Localized } from '@slusen/domain';
import { LocalizedText } from '@slusen/ui';

/** A page above this one. */
export interface Crumb {
  readonly link: string;
  readonly name: Localized;
}

/** The way here from the start page; the page itself is not repeated, its heading follows. */
@Component({
  selector: 'app-breadcrumbs',
  imports: [LocalizedText, RouterLink],
  template: `
    <nav class="breadcrumbs" i18n-aria-label="@@crumbs.label" aria-label="Du är här">
      <ol>
        <li>
          <a routerLink="/">{{ texts.start }}</a>
        </li>
        @for (crumb of above(); track crumb.link) {
          <li><a [routerLink]="crumb.link" [uiText]="crumb.name"></a></li>
        }
      </ol>
    </nav>
  `,
})
export class Breadcrumbs {
  protected readonly texts = {
    start: $localize`:@@crumbs.start:Start`,
  };
  readonly above = input<readonly Crumb[]>([]);
}
