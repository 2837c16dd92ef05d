import { ChangeDetectorRef, Component, computed, DestroyRef, effect, inject, input, Renderer2, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { GridRow } from '@slusen/contracts';
import { cadenceWord, parsePeriod, periodCode, periodLabel, roundName, shiftPeriod, textIn } from '@slusen/domain';
import { Disclosure, EmptyState, FormField, injectLanguage, injectWord, TypedText } from '@slusen/ui';
import { GridApi } from '../../data/grid-api.js';
import { SaveNotice } from '../save-notice.js';
import { PageHead } from '../../shell/page-head.js';
import { PageState } from '../../shell/page-state.js';
import { GridAbout } from './grid-about.js';
import { cellKey, needsReason, type CellView } from './grid-cells.js';
import { GridColumn } from './grid-column.js';
import { GridDesk } from './grid-desk.js';
import { GridKept } from './grid-kept.js';
import { GridSaver } from './grid-saver.js';
import type { SheetRow } from './grid-cursor.js';
import type { Place } from './grid-selection.js';
import { GridSheet } from './grid-sheet.js';
import { gridTexts } from './grid-texts.js';

/** How far back a first and a last period can be chosen. */
const PERIODS_OFFERED = 60;
/** Narrower than this a sheet shows a column and a half. */
const NARROW = '(width < 48rem)';

/** Many figures at once: what somebody reports, by periods. Its choices stand in the address, so that they can be sent to a colleague. */
@Component({
  selector: 'app-grid-page',
  imports: [Disclosure, EmptyState, FormField, GridAbout, GridColumn, GridSheet, PageState, SaveNotice, TypedText],
  providers: [GridDesk, GridKept, GridSaver],
  templateUrl: './grid-page.html',
})
export class GridPage {
  protected readonly texts = {
    ...gridTexts(),
    lead: $localize`:@@grid.lead:Fyll i flera värden på en gång, som i ett kalkylark. Det du skriver sparas som utkast av sig självt.`,
    cadence: $localize`:@@grid.cadence:Hur ofta`,
    department: $localize`:@@grid.department:Förvaltning`,
    goal: $localize`:@@grid.goal:Mål`,
    round: $localize`:@@grid.round:Omgång`,
    from: $localize`:@@grid.from:Från`,
    to: $localize`:@@grid.to:Till`,
    all: $localize`:@@grid.all:Alla`,
    submit: (count: number) => {
      if (count === 0) return $localize`:@@grid.submit-none:Inget att lämna in`;
      return count === 1 ? $localize`:@@grid.submit-one:Lämna in ett värde` : $localize`:@@grid.submit:Lämna in ${count}:count: värden`;
    },
    undo: $localize`:@@grid.undo:Ångra`,
    redo: $localize`:@@grid.redo:Gör om`,
    reason: $localize`:@@grid.reason:Varför ändras eller kommer de nu?`,
    reasonHint: $localize`:@@grid.reason-hint:Några av värdena ersätter ett godkänt värde eller kommer efter att omgången låstes. Skälet följer med dem.`,
    submitted: (count: number) =>
      count === 1 ? $localize`:@@grid.submitted-one:Inlämnat: ett värde.` : $localize`:@@grid.submitted:Inlämnat: ${count}:count: värden.`,
    refused: (count: number) =>
      $localize`:@@grid.refused:${count}:count: gick inte att lämna in. De är märkta i rutnätet, med skälet när du står i cellen.`,
    help: $localize`:@@grid.help:Så fungerar rutnätet`,
    helpKeys: $localize`:@@grid.help-keys:Skriv direkt i en cell, eller tryck F2 för att ändra det som står där. Enter går nedåt, tabb åt höger, Esc ångrar det du håller på att skriva. Tryck Esc och sedan tabb för att lämna rutnätet.`,
    helpSelect: $localize`:@@grid.help-select:Markera flera celler med skift och piltangenterna, eller med musen. Ctrl+C och Ctrl+V kopierar och klistrar in, också från Excel och Calc. Tomma celler i det du klistrar in ändrar ingenting. Ctrl+D fyller nedåt, Ctrl+Z ångrar och Ctrl+Y gör om.`,
    helpLooks: $localize`:@@grid.help-looks:Fet text är utkast, en streckad ram väntar på att sparas, kursiv text väntar på granskning, och ett utropstecken är fel eller en fråga. Gråa celler går inte att skriva i.`,
    noneAdvice: $localize`:@@grid.none-advice:När din förvaltning svarar för en indikator kommer den hit.`,
    noMatchAdvice: $localize`:@@grid.no-match-advice:Välj Alla i något av valen ovanför.`,
  };
  /** Bound from the query. */
  readonly takt = input<string>();
  readonly fran = input<string>();
  readonly till = input<string>();
  readonly forvaltning = input<string>();
  readonly mal = input<string>();
  readonly omgang = input<string>();
  private readonly language = injectLanguage();
  private readonly router = inject(Router);
  private readonly changes = inject(ChangeDetectorRef);
  protected readonly desk = inject(GridDesk);
  protected readonly saver = inject(GridSaver);
  protected readonly cadence = injectWord(cadenceWord);
  protected readonly roundName = injectWord(roundName);
  protected readonly grid = inject(GridApi).grid(() => ({ cadence: this.takt(), from: this.fran(), to: this.till() }));
  protected readonly periods = computed(() => (this.grid.hasValue() ? this.grid.value().periods : []));
  private readonly all = computed(() => (this.grid.hasValue() ? this.grid.value().rows : []));
  protected readonly rows = computed<SheetRow[]>(() =>
    this.all()
      .filter((row) => this.isChosen(row))
      .map((row) => ({ row, keys: this.periods().map((period) => cellKey(row, period)) })),
  );
  protected readonly departments = computed(() => this.once(this.all().map(({ department }) => department)));
  protected readonly goals = computed(() => (this.grid.hasValue() ? this.once(this.grid.value().goals) : []));
  protected readonly rounds = computed(() =>
    [...new Set(this.all().flatMap(({ cells }) => cells.flatMap(({ round }) => round ?? [])))].sort().reverse(),
  );
  protected readonly offered = computed(() => {
    if (!this.grid.hasValue()) return [];
    const latest = parsePeriod(this.grid.value().latest);
    return Array.from({ length: PERIODS_OFFERED }, (_, back) => shiftPeriod(latest, -back)).map((period) => ({
      code: periodCode(period),
      name: periodLabel(period, this.language),
    }));
  });
  /** Where keys go, and what of. */
  protected readonly at = signal<Place>({ row: 0, column: 0 });
  protected readonly active = computed(() => {
    const [line, period] = [this.rows()[this.at().row], this.periods()[this.at().column]];
    const key = line?.keys[this.at().column];
    return line && period !== undefined && key !== undefined ? { key, row: line.row, period } : undefined;
  });
  protected readonly said = signal('');
  protected readonly reason = signal('');
  protected readonly isSubmitting = signal(false);
  /** What can be submitted of what the choices show. */
  protected readonly ready = computed(() => this.desk.ready().filter(({ key }) => this.shown().has(key)));
  private readonly shown = computed(() => new Set(this.rows().flatMap(({ keys }) => keys)));
  protected readonly needsReason = computed(() => this.ready().some(needsReason));
  protected readonly isNarrow = signal(matchMedia(NARROW).matches);
  protected readonly isPrinted = signal(false);

  constructor() {
    inject(PageHead).set($localize`:@@grid.title:Rutnät`);
    const [renderer, life] = [inject(Renderer2), inject(DestroyRef)];
    effect(() => {
      if (this.grid.hasValue()) this.desk.show(this.grid.value());
    });
    life.onDestroy(renderer.listen(matchMedia(NARROW), 'change', () => this.isNarrow.set(matchMedia(NARROW).matches)));
    for (const [event, isPrinted] of [
      ['beforeprint', true],
      ['afterprint', false],
    ] as const)
      life.onDestroy(renderer.listen('window', event, () => this.print(isPrinted)));
  }

  /** Asked by the router before it leaves the page: what is written waits in this browser, but is saved if it can be. */
  async mayLeave(): Promise<boolean> {
    await this.saver.save();
    return true;
  }

  protected choose(name: string, value: string): void {
    this.ask({ [name]: value || null });
  }

  /** Periods of another length are chosen anew. */
  protected chooseCadence(takt: string): void {
    this.ask({ takt, fran: null, till: null });
  }

  protected textOf(key: string): string {
    return this.desk.cell(key).text;
  }

  protected step(by: 'undo' | 'redo'): void {
    this.said.set(this.texts.stepped((by === 'undo' ? this.desk.undo() : this.desk.redo()).length));
  }

  protected async submit(): Promise<void> {
    if (this.isSubmitting()) return;
    this.isSubmitting.set(true);
    await this.saver.save();
    const ready: readonly CellView[] = this.ready();
    const { taken, refused } = await this.saver.submit(ready, this.reason().trim());
    this.isSubmitting.set(false);
    if (refused === 0) this.reason.set('');
    this.said.set([this.texts.submitted(taken), ...(refused > 0 ? [this.texts.refused(refused)] : [])].join(' '));
  }

  private ask(queryParams: Readonly<Record<string, string | null>>): void {
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge', replaceUrl: true });
  }

  private print(isPrinted: boolean): void {
    this.isPrinted.set(isPrinted);
    this.changes.detectChanges();
  }

  private isChosen({ department, goals, cells }: GridRow): boolean {
    const [wanted, goal, round] = [this.forvaltning(), this.mal(), this.omgang()];
    return (
      (!wanted || department.slug === wanted) && (!goal || goals.includes(goal)) && (!round || cells.some((cell) => cell.round === round))
    );
  }

  /** Each by its name, in the order of the alphabet. */
  private once(named: readonly GridRow['department'][]): { slug: string; name: string }[] {
    const bySlug = new Map(named.map(({ slug, name }) => [slug, textIn(name, this.language).text]));
    return [...bySlug].map(([slug, name]) => ({ slug, name })).sort((a, b) => a.name.localeCompare(b.name, this.language));
  }
}
