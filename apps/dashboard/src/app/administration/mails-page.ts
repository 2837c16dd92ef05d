import { Component, computed, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { MailText, MailView } from '@slusen/contracts';
import { mailKindWord, mailStateWord, upperFirst } from '@slusen/domain';
import { Banner, EmptyState, injectWord, MomentPipe } from '@slusen/ui';
import { MailsApi } from '../data/mails-api.js';
import { PageHead } from '../shell/page-head.js';
import { PageState } from '../shell/page-state.js';
import { Attempt } from './attempt.js';
import { AttemptNotice } from './attempt-notice.js';
import { LinkToHandOver } from './link-to-hand-over.js';

const PAGE_SIZE = 50;

/** Outgoing mail: what was sent, what waits, and what is handed over by hand where no mail server is named. */
@Component({
  selector: 'app-mails-page',
  imports: [AttemptNotice, Banner, EmptyState, LinkToHandOver, MomentPipe, PageState],
  templateUrl: './mails-page.html',
})
export class MailsPage {
  protected readonly texts = {
    heading: $localize`:@@mails.heading:Utgående post`,
    lead: $localize`:@@mails.lead:Brev som programmet skriver, de senaste först. Ett brev som skickats, eller vars länk har använts eller slutat gälla, är borta, bara uppgiften om det finns kvar.`,
    noServer: $localize`:@@mails.no-server:Ingen e-postserver är inställd (MAIL_URL). Visa varje brev och lämna över länken till mottagaren på ett säkert sätt, till exempel vid ett möte.`,
    advice: $localize`:@@mails.advice:Här syns inbjudningar och länkar till nya lösenord.`,
    show: $localize`:@@mails.show:Visa brevet`,
    logged: $localize`:@@mails.logged:Länken släpper in den som har den. Att du har läst brevet står i händelseloggen.`,
    previous: $localize`:@@mails.previous:Senare`,
    next: $localize`:@@mails.next:Tidigare`,
  };
  /** Bound from the query. */
  readonly fran = input<string>();
  private readonly api = inject(MailsApi);
  private readonly router = inject(Router);
  protected readonly kindWord = injectWord(mailKindWord);
  protected readonly stateWord = injectWord(mailStateWord);
  protected readonly upperFirst = upperFirst;
  protected readonly pageSize = PAGE_SIZE;
  protected readonly from = computed(() => Math.max(0, Math.trunc(Number(this.fran() ?? 0)) || 0));
  protected readonly list = this.api.list(() => ({ limit: PAGE_SIZE, offset: this.from() }));
  protected readonly attempt = new Attempt();
  protected readonly opened = signal<(MailText & { readonly id: string }) | undefined>(undefined);

  constructor() {
    inject(PageHead).set($localize`:@@mails.title:Utgående post`);
  }

  protected isKept({ state }: MailView): boolean {
    return state === 'kept' || state === 'waiting';
  }

  protected show(id: string): Promise<void> {
    return this.attempt.make(async () => {
      this.opened.set({ id, ...(await this.api.open(id)) });
      return '';
    });
  }

  protected goTo(offset: number): void {
    void this.router.navigate(['/administration/post'], { queryParams: { fran: offset > 0 ? offset : null } });
  }
}
