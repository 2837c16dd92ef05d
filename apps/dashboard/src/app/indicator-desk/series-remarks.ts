import { Component, computed, inject, input, signal } from '@angular/core';
import type { BreakInForce, PointNoteInForce } from '@slusen/contracts';
import { parsePeriod, periodCode } from '@slusen/domain';
import { Banner, LocalizedText, PeriodPipe } from '@slusen/ui';
import { statusOf } from '../data/api-problem.js';
import { IndicatorDeskApi, type ChangeOf } from '../data/indicator-desk-api.js';
import { problemText } from '../data/problem-texts.js';
import { RemarkForm, type Remark } from './remark-form.js';

/** Where a series breaks and what is noted of single values: each listed, added, and taken back for a reason. */
@Component({
  selector: 'app-series-remarks',
  imports: [Banner, LocalizedText, PeriodPipe, RemarkForm],
  templateUrl: './series-remarks.html',
})
export class SeriesRemarks {
  protected readonly texts = {
    breaks: $localize`:@@remarks.breaks:Brott i serien`,
    breaksLead: $localize`:@@remarks.breaks-lead:Från och med perioden går värdena inte att jämföra med dem innan. Ingen trend eller status går över ett brott.`,
    noBreaks: $localize`:@@remarks.no-breaks:Serien har inga brott.`,
    addBreak: $localize`:@@remarks.add-break:Märk ut brottet`,
    firstPeriod: $localize`:@@remarks.first-period:Första period efter brottet`,
    notes: $localize`:@@remarks.notes:Anmärkningar till värden`,
    notesLead: $localize`:@@remarks.notes-lead:Visas under värdet i tabellen på indikatorns sida.`,
    noNotes: $localize`:@@remarks.no-notes:Inga värden har någon anmärkning.`,
    addNote: $localize`:@@remarks.add-note:Spara anmärkningen`,
    notePeriod: $localize`:@@remarks.note-period:Period`,
    withdraw: $localize`:@@remarks.withdraw:Ta bort`,
    withdrawn: $localize`:@@remarks.withdrawn:Borttaget.`,
    added: $localize`:@@remarks.added:Sparat.`,
    stale: $localize`:@@remarks.stale:Någon annan har ändrat det sedan du öppnade sidan. Se efter vad som står nu och försök igen.`,
    why: $localize`:@@remarks.why:Varför tas det bort?`,
  };
  readonly slug = input.required<string>();
  private readonly api = inject(IndicatorDeskApi);
  protected readonly breakList = this.api.breaks(this.slug);
  protected readonly noteList = this.api.notes(this.slug);
  protected readonly problem = signal('');
  protected readonly done = signal('');
  protected readonly isBusy = signal(false);
  private readonly allBreaks = computed(() => (this.breakList.hasValue() ? this.breakList.value().breaks : []));
  private readonly allNotes = computed(() => (this.noteList.hasValue() ? this.noteList.value().notes : []));
  protected readonly breaks = computed(() => this.allBreaks().filter(({ isWithdrawn }) => !isWithdrawn));
  protected readonly notes = computed(() => this.allNotes().filter(({ isWithdrawn }) => !isWithdrawn));
  private key = crypto.randomUUID();

  protected addBreak({ period, text, reason }: Remark): Promise<void> {
    const code = codeOf(period);
    const there = this.allBreaks().find(({ firstPeriod }) => firstPeriod === code);
    return this.attempt(this.texts.added, async (of) => {
      const sent = { breaking: { kind: 'break' as const, reason: text }, reason: reason || text.sv };
      this.putBreak(await this.api.decideBreak({ slug: this.slug(), period: code }, sent, { ...of, revision: there?.revision ?? 0 }));
    });
  }

  protected withdrawBreak({ firstPeriod, revision }: BreakInForce, reason: string): Promise<void> {
    return this.attempt(this.texts.withdrawn, async (of) => {
      const sent = { breaking: { kind: 'none' as const }, reason };
      this.putBreak(await this.api.decideBreak({ slug: this.slug(), period: firstPeriod }, sent, { ...of, revision }));
    });
  }

  protected addNote({ period, text, reason }: Remark): Promise<void> {
    const code = codeOf(period);
    const there = this.allNotes().find((note) => note.period === code);
    return this.attempt(this.texts.added, async (of) => {
      const sent = { noting: { kind: 'note' as const, text }, ...(reason ? { reason } : {}) };
      this.putNote(await this.api.annotate({ slug: this.slug(), period: code }, sent, { ...of, revision: there?.revision ?? 0 }));
    });
  }

  protected withdrawNote({ period, territory, revision }: PointNoteInForce, reason: string): Promise<void> {
    return this.attempt(this.texts.withdrawn, async (of) => {
      const sent = { noting: { kind: 'none' as const }, territory, reason };
      this.putNote(await this.api.annotate({ slug: this.slug(), period }, sent, { ...of, revision }));
    });
  }

  private putBreak(there: BreakInForce): void {
    const others = this.allBreaks().filter(({ firstPeriod }) => firstPeriod !== there.firstPeriod);
    this.breakList.set({ indicator: this.slug(), breaks: [...others, there] });
  }

  private putNote(there: PointNoteInForce): void {
    const others = this.allNotes().filter(({ period, territory }) => period !== there.period || territory !== there.territory);
    this.noteList.set({ indicator: this.slug(), notes: [...others, there] });
  }

  private async attempt(done: string, work: (of: ChangeOf) => Promise<void>): Promise<void> {
    if (this.isBusy()) return;
    this.isBusy.set(true);
    this.problem.set('');
    this.done.set('');
    try {
      await work({ key: this.key, revision: 0 });
      this.done.set(done);
      this.key = crypto.randomUUID();
    } catch (error) {
      // Without an answer it may have been done: the same key asks for the same thing again.
      if (statusOf(error) !== 0) this.key = crypto.randomUUID();
      this.problem.set(statusOf(error) === 412 ? this.texts.stale : problemText(error));
      if (statusOf(error) === 412) [this.breakList, this.noteList].forEach((list) => list.reload());
    } finally {
      this.isBusy.set(false);
    }
  }
}

/** As the API knows periods; what is none is told by the API. */
function codeOf(text: string): string {
  try {
    return periodCode(parsePeriod(text.trim().toUpperCase()));
  } catch {
    return text.trim();
  }
}
