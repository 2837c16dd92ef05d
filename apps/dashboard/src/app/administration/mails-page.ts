import { Component, inject, input, signal } from '@angular/core';
import type { MailText, MailView } from '@slusen/contracts';
import { mailKindWord, mailStateWord, upperFirst } from '@slusen/domain';
import { Banner, EmptyState, injectWord, MomentPipe } from '@slusen/ui';
import { MailsApi } from '../data/mails-api.js';
import { ListPage } from '../shell/list-page.js';
import { ListPages } from '../shell/list-pages.js';
import { PageHead } from '../shell/page-head.js';
import { PageState } from '../shell/page-state.js';
import { Attempt } from '../data/attempt.js';
import { AttemptNotice } from '../shell/attempt-notice.js';
import { LinkToHandOver } from './link-to-hand-over.js';

const PAGE_SIZE = 50;

/** Outgoing mail: what was sent, what waits, and what is handed over by hand where no mail server is named. */
@Component({
  selector: 'app-mails-page',
  imports: [AttemptNotice, Banner, EmptyState, LinkToHandOver, ListPages, MomentPipe, PageState],
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
  };
  /** Bound from the query. */
  readonly fran = input<string>();
  private readonly api = inject(MailsApi);
  protected readonly kindWord = injectWord(mailKindWord);
  protected readonly stateWord = injectWord(mailStateWord);
  protected readonly upperFirst = upperFirst;
  protected readonly page = new ListPage(PAGE_SIZE, this.fran);
  protected readonly list = this.api.list(this.page.query);
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
}
