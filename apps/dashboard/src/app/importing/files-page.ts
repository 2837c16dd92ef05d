import { Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { uploadStateWord } from '@slusen/domain';
import { EmptyState, injectWord, MomentPipe } from '@slusen/ui';
import { Attempt } from '../data/attempt.js';
import { CurrentAccount } from '../data/current-account.js';
import { ImportsApi } from '../data/imports-api.js';
import { AttemptNotice } from '../shell/attempt-notice.js';
import { PageHead } from '../shell/page-head.js';
import { PageState } from '../shell/page-state.js';

/** Where a file of figures is sent, and the files that were. */
@Component({
  selector: 'app-files-page',
  imports: [AttemptNotice, EmptyState, MomentPipe, PageState, RouterLink],
  templateUrl: './files-page.html',
})
export class FilesPage {
  protected readonly texts = {
    heading: $localize`:@@importing.heading:Läs in en fil`,
    lead: $localize`:@@importing.lead:CSV, Excel (.xlsx), PX eller JSON-stat, högst 100 000 rader. Inget ändras förrän du har sett vad filen gör och bekräftat.`,
    choose: $localize`:@@importing.choose:Välj en fil`,
    orDrop: $localize`:@@importing.or-drop:Eller släpp en fil här.`,
    sending: $localize`:@@importing.sending:Filen skickas …`,
    files: $localize`:@@importing.files:Filer`,
    file: $localize`:@@importing.column-file:Fil`,
    state: $localize`:@@importing.column-state:Läge`,
    source: $localize`:@@importing.column-source:Källa`,
    by: $localize`:@@importing.column-by:Skickad av`,
    at: $localize`:@@importing.column-at:När`,
    none: $localize`:@@importing.none:Inga filer än`,
    noneAdvice: $localize`:@@importing.none-advice:Filer som du skickar, och filer som väntar på granskning, visas här.`,
    sources: $localize`:@@importing.sources:Källor med officiell statistik`,
    sourcesLead: $localize`:@@importing.sources-lead:Filer från en märkt källa publiceras direkt, utan granskning.`,
    noSources: $localize`:@@importing.no-sources:Källor visas här när en fil från dem har lästs in.`,
    marked: $localize`:@@importing.marked:Källan är ändrad.`,
  };
  private readonly api = inject(ImportsApi);
  private readonly router = inject(Router);
  private readonly current = inject(CurrentAccount);
  protected readonly attempt = new Attempt();
  /** A file is held above the place for it. */
  protected readonly isOver = signal(false);
  protected readonly list = this.api.list();
  protected readonly stateWord = injectWord(uploadStateWord);
  protected readonly maySend = computed(() => this.holds('reporter') || this.holds('strategist'));
  protected readonly mayMark = computed(() => this.holds('strategist'));
  protected readonly sources = this.api.sources(this.mayMark);

  constructor() {
    inject(PageHead).set(this.texts.heading);
  }

  protected drop(event: DragEvent): Promise<void> {
    event.preventDefault();
    this.isOver.set(false);
    return this.send(event.dataTransfer?.files[0]);
  }

  protected async send(file: File | undefined): Promise<void> {
    if (!file || this.attempt.isBusy()) return;
    await this.attempt.make(async () => {
      const { id } = await this.api.send(file);
      await this.router.navigate(['/importera', id]);
      return '';
    });
  }

  protected async mark(name: string, isOfficial: boolean): Promise<void> {
    await this.attempt.make(async () => {
      await this.api.mark({ name, isOfficial }, this.attempt.key);
      this.sources.reload();
      return this.texts.marked;
    });
  }

  private holds(role: string): boolean {
    return this.current.view()?.roles.some((one) => one.role === role) ?? false;
  }
}
