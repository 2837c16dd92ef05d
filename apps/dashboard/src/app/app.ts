import { Component, computed, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { injectLanguage } from '@slusen/ui';
import { CurrentPath } from './shell/current-path.js';
import { RouteFocus } from './shell/route-focus.js';
import { SessionWatch } from './identity/session-watch.js';
import { SiteFooter } from './shell/site-footer.js';
import { SiteHeader } from './shell/site-header.js';

/** The frame around every page. */
@Component({
  selector: 'app-root',
  imports: [RouteFocus, RouterOutlet, SessionWatch, SiteFooter, SiteHeader],
  template: `
    <a class="skip-link" [href]="here() + '#innehall'" (click)="content.focus()">{{ texts.skip }}</a>
    <app-site-header />
    <main class="page" id="innehall" tabindex="-1" #content appRouteFocus><router-outlet /></main>
    <app-site-footer />
    <app-session-watch />
  `,
})
export class App {
  private readonly currentPath = inject(CurrentPath);
  private readonly language = injectLanguage();
  /** The page's own address: with a base address in the document, `#innehall` alone would lead to the start page. */
  protected readonly here = computed(() => this.currentPath.inLanguage(this.language));
  protected readonly texts = {
    skip: $localize`:@@shell.skip:Hoppa till innehållet`,
  };
}
