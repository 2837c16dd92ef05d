import { afterNextRender, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { injectLanguage } from '@slusen/ui';
import { Session } from '../data/session.js';
import { SiteApi } from '../data/site-api.js';
import { CurrentPath } from './current-path.js';

/** Name, menu, language and account. What belongs to an account appears in the browser only: public pages are cached. */
@Component({
  selector: 'app-site-header',
  imports: [RouterLink],
  templateUrl: './site-header.html',
})
export class SiteHeader {
  protected readonly texts = {
    signIn: $localize`:@@shell.sign-in:Logga in`,
    goals: $localize`:@@shell.goals:Mål`,
    indicators: $localize`:@@shell.indicators:Indikatorer`,
    actors: $localize`:@@shell.actors:Vem gör vad`,
    method: $localize`:@@shell.method:Så räknar vi`,
    tasks: $localize`:@@shell.tasks:Mina uppgifter`,
    review: $localize`:@@shell.review:Granskning`,
    overview: $localize`:@@shell.overview:Översikt`,
  };
  protected readonly session = inject(Session);
  private readonly current = inject(CurrentPath);
  private readonly siteResource = inject(SiteApi).site;
  protected readonly site = computed(() => (this.siteResource.hasValue() ? this.siteResource.value() : undefined));
  protected readonly isSwedish = injectLanguage() === 'sv';
  protected readonly otherLanguage = computed(() => this.current.inLanguage(this.isSwedish ? 'en' : 'sv'));

  constructor() {
    afterNextRender(() => void this.session.loadIfLikely());
  }

  /** `page` for the menu's own page, `true` for a page beneath it. */
  protected currentFor(link: string): 'page' | 'true' | null {
    const path = this.current.path();
    if (path === link) return 'page';
    return link !== '/' && path.startsWith(`${link}/`) ? 'true' : null;
  }

  protected isWorking(): boolean {
    return this.session.account() !== undefined;
  }
}
