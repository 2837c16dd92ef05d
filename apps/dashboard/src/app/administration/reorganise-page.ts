import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { FollowerView, NewReorganisation, ReorganisationPreview } from '@slusen/contracts';
import {
  FOLLOWER_KINDS,
  REORGANISATION_KINDS,
  successionFault,
  textIn,
  type FollowerKind,
  type Localized,
  type ReorganisationKind,
} from '@slusen/domain';
import { FormField, injectLanguage, LocalizedText, TypedText } from '@slusen/ui';
import { ActorsApi } from '../data/actors-api.js';
import { ReorganisationApi } from '../data/reorganisation-api.js';
import { PageHead } from '../shell/page-head.js';
import { PageState } from '../shell/page-state.js';
import { focusWhenChanged } from '../shell/focus-when-changed.js';
import { Attempt } from '../data/attempt.js';
import { AttemptNotice } from '../shell/attempt-notice.js';
import { FOLLOWER_TEXTS, KIND_TEXTS, REORGANISE_TEXTS } from './reorganise-texts.js';

/** What is to become of an actor, with everything that follows before it is carried out. */
@Component({
  selector: 'app-reorganise-page',
  imports: [AttemptNotice, FormField, LocalizedText, PageState, RouterLink, TypedText],
  templateUrl: './reorganise-page.html',
})
export class ReorganisePage {
  protected readonly texts = REORGANISE_TEXTS;
  protected readonly kindTexts = KIND_TEXTS;
  protected readonly followerTexts = FOLLOWER_TEXTS;
  protected readonly kinds = REORGANISATION_KINDS;
  /** Bound from the route `/administration/aktorer/:slug`. */
  readonly slug = input.required<string>();
  private readonly api = inject(ReorganisationApi);
  protected readonly page = this.api.preview(this.slug);
  private readonly actors = inject(ActorsApi).list();
  protected readonly attempt = new Attempt();
  private readonly language = injectLanguage();
  protected readonly kind = signal<ReorganisationKind>('rename');
  protected readonly name = signal('');
  protected readonly nameEn = signal('');
  protected readonly into = signal<readonly string[]>([]);
  protected readonly from = signal('');
  protected readonly decision = signal('');
  protected readonly reason = signal('');
  /** Who takes over what nobody was chosen for. */
  protected readonly rest = signal('');
  private readonly chosen = signal<ReadonlyMap<string, string>>(new Map());
  private readonly isTried = signal(false);
  protected readonly others = computed(() =>
    this.actors.hasValue() ? this.actors.value().items.filter(({ slug }) => slug !== this.slug()) : [],
  );
  protected readonly takers = computed(() => this.others().filter(({ slug }) => this.into().includes(slug)));
  protected readonly groups = computed(() => (this.page.hasValue() ? grouped(this.page.value().followers) : []));
  protected readonly faults = computed(() => ({
    name: this.isTried() && this.kind() === 'rename' && this.name().trim() === '' ? this.texts.nameMissing : undefined,
    into: this.isTried() && successionFault(this.kind(), this.slug(), this.into()) ? this.intoFault() : undefined,
    from: this.isTried() && this.from() === '' ? this.texts.fromMissing : undefined,
    decision: this.isTried() && this.decision().trim() === '' ? this.texts.decisionMissing : undefined,
    reason: this.isTried() && this.reason().trim() === '' ? this.texts.reasonMissing : undefined,
    shares: this.isTried() && this.kind() === 'split' && this.unshared() > 0 ? this.texts.sharesMissing : undefined,
  }));
  /** How many things nobody takes over yet when the actor is divided. */
  private readonly unshared = computed(
    () => (this.page.hasValue() ? this.page.value().followers : []).filter(({ thing }) => this.takerOf(thing) === '').length,
  );

  constructor() {
    const head = inject(PageHead);
    effect(() => head.set(this.page.hasValue() ? this.page.value().actor.name.sv : this.texts.heading));
    focusWhenChanged('h1', () => (this.page.hasValue() ? `${this.page.value().revision} ${this.page.value().hasEnded}` : undefined));
  }

  protected nameText(name: Localized): string {
    return textIn(name, this.language).text;
  }

  protected choose(kind: ReorganisationKind): void {
    this.kind.set(kind);
    this.into.set([]);
  }

  protected take(slug: string, isTaken: boolean): void {
    this.into.update((before) => (isTaken ? [...before.filter((one) => one !== slug), slug] : before.filter((one) => one !== slug)));
  }

  /** Empty until it is said. */
  protected takerOf(thing: string): string {
    const said = [this.chosen().get(thing), this.rest()];
    return said.find((slug) => slug !== undefined && this.into().includes(slug)) ?? '';
  }

  protected give(thing: string, to: string): void {
    this.chosen.update((before) => new Map(before).set(thing, to));
  }

  protected async carryOut(event: Event, preview: ReorganisationPreview): Promise<void> {
    event.preventDefault();
    this.isTried.set(true);
    if (Object.values(this.faults()).some((fault) => fault !== undefined) || !confirm(this.texts.sure)) return;
    await this.attempt.make(async () => {
      await this.api.carryOut(preview, this.sent(preview), this.attempt.key);
      this.isTried.set(false);
      this.page.reload();
      this.actors.reload();
      return this.texts.done;
    });
  }

  private sent({ followers }: ReorganisationPreview): NewReorganisation {
    const [kind, en] = [this.kind(), this.nameEn().trim()];
    return {
      ...{ kind, from: this.from(), decision: this.decision().trim(), reason: this.reason().trim(), into: [...this.into()] },
      ...(kind === 'rename' && { name: { sv: this.name().trim(), ...(en && { en }) } }),
      shares: kind === 'split' ? followers.map(({ thing }) => ({ thing, to: this.takerOf(thing) })) : [],
    };
  }

  private intoFault(): string {
    return this.kind() === 'split' ? this.texts.twoMissing : this.texts.oneMissing;
  }
}

function grouped(followers: readonly FollowerView[]): { readonly kind: FollowerKind; readonly items: readonly FollowerView[] }[] {
  return FOLLOWER_KINDS.map((kind) => ({ kind, items: followers.filter((one) => one.kind === kind) })).filter(
    ({ items }) => items.length > 0,
  );
}
