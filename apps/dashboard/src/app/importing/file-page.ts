import { Component, computed, DestroyRef, effect, inject, input, linkedSignal, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ImportChoices, ImportForm, ImportMapping, ImportRefusal, ImportView } from '@slusen/contracts';
import {
  MISSING_KINDS,
  missingText,
  TEXT_ENCODINGS,
  UPLOAD_ROW_KINDS,
  uploadStateWord,
  textIn,
  upperFirst,
  type UploadRowKind,
  type UploadStep,
} from '@slusen/domain';
import { Banner, injectLanguage, injectWord, MomentPipe } from '@slusen/ui';
import { Attempt } from '../data/attempt.js';
import { ImportsApi } from '../data/imports-api.js';
import { AttemptNotice } from '../shell/attempt-notice.js';
import { PageHead } from '../shell/page-head.js';
import { PageState } from '../shell/page-state.js';
import { choiceOf, chosen, COLUMN_CHOICES, isInColumn, SAID_ONCE, saidOnce, textOf } from './column-choice.js';
import { FileTexts } from './file-texts.js';

const SEPARATORS: readonly string[] = [';', ',', '\t', '|', ':', ' '];
/** How often whoever waits is told how far it has come. */
const ASK_EVERY_MS = 1000;
const PAGE = 50;
/** What can be said to be right, by what is refused. */
const ACCEPTED: Readonly<Record<string, ImportChoices['accept'][number]>> = {
  'value.jump': 'jump',
  'value.more-decimals': 'decimals',
  'value.outside-limits': 'limits',
  'quality.early': 'early',
};

/** One file: what was found, what it asks, what it would change, and what became of it. */
@Component({
  selector: 'app-file-page',
  imports: [AttemptNotice, Banner, MomentPipe, PageState, RouterLink],
  templateUrl: './file-page.html',
})
export class FilePage {
  protected readonly texts = new FileTexts();
  /** Bound from the route `/importera/:id`. */
  readonly id = input.required<string>();
  private readonly api = inject(ImportsApi);
  protected readonly language = injectLanguage();
  protected readonly attempt = new Attempt();
  protected readonly file = this.api.one(this.id);
  protected readonly view = computed(() => (this.file.hasValue() ? this.file.value() : undefined));
  /** As they are being changed here, until they are sent. */
  protected readonly choices = linkedSignal<ImportChoices>(() => this.view()?.choices ?? { source: '', accept: [], round: false });
  protected readonly mapping = computed(() => this.choices().mapping);
  protected readonly isAtWork = computed(() => ['checking', 'publishing', 'withdrawing'].includes(this.view()?.state ?? ''));
  protected readonly departmentNames = computed(
    () =>
      this.view()
        ?.departments.map(({ name }) => textIn(name, this.language))
        .join(', ') ?? '',
  );
  protected readonly reason = signal('');
  protected readonly kinds = UPLOAD_ROW_KINDS;
  protected readonly missingKinds = MISSING_KINDS;
  protected readonly missingWord = injectWord(missingText);
  protected readonly encodings = TEXT_ENCODINGS;
  protected readonly choiceList = COLUMN_CHOICES;
  protected readonly saidOnceList = SAID_ONCE;
  protected readonly choiceOf = choiceOf;
  protected readonly isInColumn = isInColumn;
  protected readonly textOf = textOf;
  /** The marks that are asked about, each once. */
  protected readonly marks = computed(() => this.questions('mark.unexplained'));
  protected readonly isRoundable = computed(() => this.questions('value.too-precise').length > 0 || this.choices().round);
  /** Areas of one name stand in it, and nothing says which are meant. */
  protected readonly isOfNamesakes = computed(() => this.questions('territory.ambiguous').length > 0 || !!this.choices().areaKind);
  protected readonly asked = computed(() => {
    const codes = new Set(this.view()?.outcome?.questions.map(({ code }) => code));
    return Object.entries(ACCEPTED).filter(([code, kind]) => codes.has(code) || this.choices().accept.includes(kind));
  });
  private readonly wanted = signal<UploadRowKind | undefined>(undefined);
  protected readonly kind = linkedSignal<UploadRowKind>(
    () => this.wanted() ?? this.kinds.find((one) => this.count(one) > 0) ?? 'unchanged',
  );
  protected readonly search = signal('');
  protected readonly offset = linkedSignal<unknown, number>({
    source: () => [this.kind(), this.search(), this.view()?.version],
    computation: () => 0,
  });
  protected readonly rows = this.api.rows(() => {
    const view = this.view();
    if (!view?.outcome) return undefined;
    const query = new URLSearchParams({ kind: this.kind(), offset: String(this.offset()), limit: String(PAGE), q: this.search() });
    // Another version has other rows at the same address.
    return `/api/imports/${view.id}/rows?${query.toString()}`;
  });
  protected readonly csv = computed(() => `/api/imports/${this.id()}/refused.csv?language=${this.language}`);
  protected readonly stateWord = computed(() => upperFirst(uploadStateWord(this.view()?.state ?? 'open', this.language)));

  constructor() {
    const head = inject(PageHead);
    effect(() => head.set(this.view()?.file ?? this.texts.title));
    const timer = setInterval(() => void this.askAgain(), ASK_EVERY_MS);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }

  protected count(kind: UploadRowKind): number {
    return this.view()?.outcome?.[kind] ?? 0;
  }

  protected said(reason: ImportRefusal['reason']): string {
    return reason[this.language];
  }

  protected say(change: Partial<ImportChoices>): void {
    this.choices.update((choices) => ({ ...choices, ...change }));
  }

  protected readAs(heading: string, index: number): void {
    this.map((mapping) => chosen(mapping, heading, COLUMN_CHOICES[index - 1]));
  }

  protected sayOnce(column: (typeof SAID_ONCE)[number], text: string): void {
    this.map((mapping) => saidOnce(mapping, column, text));
  }

  protected mean(mark: string, meaning: string): void {
    this.map((mapping) => ({ ...mapping, marks: { ...mapping.marks, [mark]: meaning as ImportMapping['marks'][string] } }));
  }

  protected meaningOf(mark: string, proposed: string | undefined): string {
    return this.mapping()?.marks[mark] ?? proposed ?? '';
  }

  protected accept(kind: ImportChoices['accept'][number], isRight: boolean): void {
    const others = this.choices().accept.filter((one) => one !== kind);
    this.say({ accept: isRight ? [...others, kind] : others });
  }

  /** Read otherwise, it has other columns: it is looked at at once. */
  protected async reform(view: ImportView, change: ImportForm): Promise<void> {
    const form = { ...this.choices().form, ...change };
    if (Number.isNaN(form.headerRow) || (form.headerRow ?? 1) < 1) return this.attempt.problem.set(this.texts.noSuchForm);
    await this.attempt.make(async () => {
      const { mapping: _, ...choices } = this.choices();
      this.file.set(await this.api.choose(view, { ...choices, form }, this.attempt.key));
      return '';
    });
  }

  /** The numbers are others then, and the columns the same. */
  protected sayDecimal(mark: string): void {
    const { decimal: _, ...form } = this.choices().form ?? {};
    this.say({ form: mark === ',' || mark === '.' ? { ...form, decimal: mark } : form });
  }

  protected sayAreaKind(kind: string): void {
    const { areaKind: _, ...choices } = this.choices();
    const [known] = this.texts.areaKinds.find(([one]) => one === kind) ?? [];
    this.choices.set({ ...choices, ...(known && { areaKind: known }) });
  }

  protected separatorsOf(found: string | undefined): readonly string[] {
    return found === undefined || SEPARATORS.includes(found) ? SEPARATORS : [...SEPARATORS, found];
  }

  /** Another sheet has other columns: it is looked at at once. */
  protected async openSheet(view: ImportView, sheet: string): Promise<void> {
    await this.attempt.make(async () => {
      const { mapping: _, ...choices } = this.choices();
      this.file.set(await this.api.choose(view, { ...choices, sheet }, this.attempt.key));
      return '';
    });
  }

  /** What was said is kept, and then the file is checked by it. */
  protected async check(event: Event, view: ImportView): Promise<void> {
    event.preventDefault();
    if (this.choices().source.trim() === '') return this.attempt.problem.set(this.texts.sourceNeeded);
    await this.attempt.make(async () => {
      const proposed = Object.fromEntries(this.marks().flatMap(({ mark, proposed: one }) => (mark && one ? [[mark, one]] : [])));
      const mapping = this.mapping();
      const whole = mapping && { ...mapping, marks: { ...(proposed as ImportMapping['marks']), ...mapping.marks } };
      const kept = await this.api.choose(view, { ...this.choices(), ...(whole && { mapping: whole }) }, crypto.randomUUID());
      this.file.set(kept);
      this.file.set(await this.api.step(kept, { step: 'check' }, crypto.randomUUID()));
      return '';
    });
  }

  protected async take(view: ImportView, step: UploadStep): Promise<void> {
    if (step === 'discard' && !confirm(this.texts.discardQuestion)) return;
    await this.attempt.make(async () => {
      const reason = this.reason().trim();
      this.file.set(await this.api.step(view, { step, ...(reason && { reason }) }, this.attempt.key));
      this.reason.set('');
      return '';
    });
  }

  private questions(code: string): ImportRefusal[] {
    const found = this.view()?.outcome?.questions.filter((one) => one.code === code) ?? [];
    return found.filter(({ mark }, at) => found.findIndex((one) => one.mark === mark) === at);
  }

  private map(change: (mapping: ImportMapping) => ImportMapping): void {
    this.say({ mapping: change(this.mapping() ?? { columns: {}, breakdown: [], only: {}, marks: {} }) });
  }

  /** What a job does is told while it goes on; without an answer it is asked again. */
  private async askAgain(): Promise<void> {
    if (!this.isAtWork() || this.attempt.isBusy()) return;
    const view = await this.api.now(this.id()).catch(() => undefined);
    if (view && view.id === this.view()?.id && view.version >= (this.view()?.version ?? 0)) {
      const isOther = view.version !== this.view()?.version;
      this.file.set(view);
      if (isOther) this.rows.reload();
    }
  }
}
