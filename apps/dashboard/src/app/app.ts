import { Component, computed, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { injectLanguage } from '@slusen/ui';
import { CurrentPath } from './shell/current-path.js';
import { RouteFocus } from './shell/route-focus.js';
import { ScrollMemory } from './shell/scroll-memory.js';
import { SiteFooter } from './shell/site-footer.js';
import { SiteHeader } from './shell/site-header.js';
import { WhenSignedIn } from './shell/when-signed-in.js';

/** The frame around every page. */
@Component({
  selector: 'app-root',
  imports: [RouteFocus, RouterOutlet, SiteFooter, SiteHeader, WhenSignedIn],
  template: `
    <a class="skip-link" [href]="here() + '#innehall'" (click)="content.focus()">{{ texts.skip }}</a>
    <app-site-header />
    <main class="page" id="innehall" tabindex="-1" #content appRouteFocus><router-outlet /></main>
    <app-site-footer />
    <app-when-signed-in [load]="sessionDialogs" />
  `,
})
export class App {
  private readonly currentPath = inject(CurrentPath);
  private readonly language = injectLanguage();
  /** The page's own address: with a base address in the document, `#innehall` alone would lead to the start page. */
  protected readonly here = computed(() => this.currentPath.inLanguage(this.language));
  /** They keep work from being lost when a session ends. */
  protected readonly sessionDialogs = () => import('./identity/session-dialogs.js').then((m) => m.SessionDialogs);
  protected readonly texts = {
    skip: $localize`:@@shell.skip:Hoppa till innehållet`,
  };

  constructor() {
    inject(ScrollMemory);
  }
}
