import { Component, computed, inject, signal } from '@angular/core';
import type { DisposalCriterion, DisposalPreview, DisposalView, MaskPlace } from '@slusen/contracts';
import {
  auditActionText,
  dateLabel,
  disposalDecisionText,
  disposalKindText,
  disposedRowsText,
  latestDisposalDay,
  personName,
  stockholmDate,
  upperFirst,
  type Language,
} from '@slusen/domain';
import { FormField, injectLanguage, injectWord, MomentPipe } from '@slusen/ui';
import { DisposalsApi } from '../data/disposals-api.js';
import { focusWhenChanged } from '../shell/focus-when-changed.js';
import { PageHead } from '../shell/page-head.js';
import { PageState } from '../shell/page-state.js';
import { Attempt } from '../data/attempt.js';
import { AttemptNotice } from '../shell/attempt-notice.js';
import { DisposalDecisionFields, UNDECIDED } from './disposal-decision.js';
import { disposalProblemText, disposalTexts, kindInfos, type ChosenKind } from './disposal-texts.js';

const KINDS = ['events', 'working-material', 'mails', 'masked'] as const satisfies readonly ChosenKind[];

/** Removes data for ever by a decision, once it was told what that would be. */
@Component({
  selector: 'app-disposal-page',
  imports: [AttemptNotice, DisposalDecisionFields, FormField, MomentPipe, PageState],
  templateUrl: './disposal-page.html',
})
export class DisposalPage {
  protected readonly texts = disposalTexts();
  protected readonly copies = (kept: number): string =>
    $localize`:@@disposal.copies:Säkerhetskopior från tiden före har kvar det som gallras. De ${kept}:count: senaste nattliga kopiorna sparas. Läses en av dem in berättar programmet vilka gallringar som ska göras om. En övningskopia har kvar det tills den görs på nytt.`;
  private readonly api = inject(DisposalsApi);
  private readonly language = injectLanguage();
  protected readonly list = this.api.list();
  protected readonly attempt = new Attempt((error) => disposalProblemText(error, this.language));
  protected readonly kinds = KINDS.map((kind) => ({ kind, word: disposalKindText(kind, this.language), info: kindInfos()[kind] }));
  protected readonly kind = signal<ChosenKind>('events');
  protected readonly before = signal('');
  protected readonly places = signal<readonly MaskPlace[]>([]);
  protected readonly isTried = signal(false);
  protected readonly preview = signal<DisposalPreview | undefined>(undefined);
  protected readonly decision = signal(UNDECIDED);
  protected readonly isSomething = computed(() => this.preview()?.counts.some(({ rows }) => rows > 0) ?? false);
  protected readonly latest = computed(() => {
    const kind = this.kind();
    return kind === 'masked' ? '' : latestDisposalDay(kind, stockholmDate(new Date().toISOString()));
  });
  protected readonly latestText = computed(
    () =>
      $localize`:@@disposal.latest:Senast ${this.latest() && dateLabel(this.latest(), this.language)}:day:: det som är nyare behövs fortfarande.`,
  );
  protected readonly beforeFault = computed(() =>
    this.isTried() && (!this.before() || this.before() > this.latest()) ? this.latestText() : undefined,
  );
  protected readonly kindWord = injectWord(disposalKindText);
  protected readonly personName = injectWord(personName);
  protected readonly actionWord = injectWord(auditActionText);
  protected readonly decisionText = disposalDecisionText;
  protected readonly dayText = (day: string): string => dateLabel(day, this.language);
  protected readonly rowsWord = injectWord((table: string, language: Language) => upperFirst(disposedRowsText(table, language)));

  constructor() {
    inject(PageHead).set($localize`:@@disposal.title:Gallring`);
    // What was just removed stands first there; the button that was pressed is gone.
    focusWhenChanged('#gallrat', () => (this.list.hasValue() ? String(this.list.value().items[0]?.id) : undefined));
  }

  protected removedText({ removed }: DisposalView): string {
    return removed.map(({ table, rows }) => `${this.rowsWord(table)}: ${rows}`).join(', ');
  }

  protected choose(kind: ChosenKind): void {
    this.kind.set(kind);
    this.forget();
  }

  protected setBefore(day: string): void {
    this.before.set(day);
    this.forget();
  }

  protected isChosen(place: MaskPlace): boolean {
    return this.places().includes(place);
  }

  protected toggle(place: MaskPlace): void {
    this.places.update((before) => (before.includes(place) ? before.filter((one) => one !== place) : [...before, place]));
    this.forget();
  }

  protected async look(event: Event): Promise<void> {
    event.preventDefault();
    this.isTried.set(true);
    const criterion = this.criterion();
    if (!criterion) return;
    await this.attempt.make(async () => {
      this.preview.set(await this.api.preview(criterion));
      return '';
    });
  }

  protected async dispose(event: Event, fields: DisposalDecisionFields): Promise<void> {
    event.preventDefault();
    const criterion = this.criterion();
    if (!fields.check() || !criterion) return;
    await this.attempt.make(async () => {
      this.list.set(await this.api.dispose({ ...criterion, decision: this.decision() }, this.attempt.key));
      this.places.set([]);
      this.forget();
      return this.texts.disposed;
    });
  }

  /** What was told is not what would be removed now. */
  private forget(): void {
    this.preview.set(undefined);
    this.isTried.set(false);
  }

  private criterion(): DisposalCriterion | undefined {
    const kind = this.kind();
    if (kind === 'masked') return this.places().length > 0 ? { kind, places: [...this.places()] } : undefined;
    return this.before() && this.before() <= this.latest() ? { kind, before: this.before() } : undefined;
  }
}
