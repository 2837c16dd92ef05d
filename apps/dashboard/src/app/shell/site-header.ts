import { afterNextRender, Component, computed, DestroyRef, inject, injectAsync } from '@angular/core';
import { RouterLink } from '@angular/router';
import { injectLanguage } from '@slusen/ui';
import { CurrentAccount } from '../data/current-account.js';
import { SiteApi } from '../data/site-api.js';
import { CurrentPath } from './current-path.js';
import { WhenSignedIn } from './when-signed-in.js';

/** Name, menu, language and account. What belongs to an account appears in the browser only: public pages are cached. */
@Component({
  selector: 'app-site-header',
  imports: [RouterLink, WhenSignedIn],
  templateUrl: './site-header.html',
})
export class SiteHeader {
  protected readonly texts = {
    signIn: $localize`:@@shell.sign-in:Logga in`,
    goals: $localize`:@@shell.goals:Mål`,
    indicators: $localize`:@@shell.indicators:Indikatorer`,
    actors: $localize`:@@shell.actors:Vem gör vad`,
    method: $localize`:@@shell.method:Så räknar vi`,
  };
  protected readonly current = inject(CurrentAccount);
  protected readonly path = inject(CurrentPath);
  protected readonly workMenu = () => import('./work-menu.js').then((m) => m.WorkMenu);
  private readonly door = injectAsync(() => import('../identity/admission.js').then((m) => m.Admission));
  private readonly life = inject(DestroyRef);
  protected readonly site = inject(SiteApi).site;
  protected readonly isSwedish = injectLanguage() === 'sv';
  protected readonly otherLanguage = computed(() => this.path.inLanguage(this.isSwedish ? 'en' : 'sv'));

  constructor() {
    afterNextRender(() => void this.recognise());
  }

  private async recognise(): Promise<void> {
    if (!this.current.isLikely()) return;
    try {
      await (await this.door()).recognise();
    } catch (error) {
      // Whoever went on meanwhile has nobody to be recognised here.
      if (!this.life.destroyed) throw error;
    }
  }
}
