import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ApiClient } from '../data/api-client.js';
import { CurrentAccount } from '../data/current-account.js';
import { FirstFigureApi } from '../data/first-figure-api.js';
import { mayOpen } from '../data/page-access.js';
import { CurrentPath } from './current-path.js';
import { guideSteps, progressText } from './first-figure-guide.js';

/** Where the steps are done. */
const PLACES = ['/administration', '/mina-uppgifter', '/inmatning', '/granskning', '/oversikt'];

/** The way back to the guide and on to its next step, where administrators work, until every step is done. */
@Component({
  selector: 'app-guide-strip',
  imports: [RouterLink],
  template: `
    @if (isShown()) {
      <nav class="guide-strip" [attr.aria-label]="texts.guide">
        <p class="page">
          <a routerLink="/kom-igang" fragment="forsta-siffran">{{ texts.guide }}</a>: <span class="soft">{{ progress() }}.</span>
          @if (next(); as step) {
            &ngsp;<span>{{ texts.next }}</span
            >&ngsp;
            @if (step.link) {
              <a [routerLink]="step.link" [queryParams]="step.query">{{ step.name }}</a>
            } @else {
              <strong>{{ step.name }}</strong>
            }
          }
        </p>
      </nav>
    }
  `,
})
export class GuideStrip {
  protected readonly texts = {
    guide: $localize`:@@first-figure.guide:Kom igång`,
    next: $localize`:@@first-figure.next:Nästa:`,
  };
  private readonly view = inject(CurrentAccount).view;
  private readonly path = inject(CurrentPath);
  /** What is done is never undone, so that nobody need ask again. */
  private readonly isFinished = signal(false);
  private readonly guide = inject(FirstFigureApi).guide(() => !this.isFinished() && mayOpen(this.view(), 'administration'));
  private readonly steps = computed(() => (this.guide.hasValue() ? guideSteps(this.guide.value(), this.view()) : []));
  protected readonly next = computed(() => this.steps().find(({ isDone }) => !isDone));
  protected readonly progress = computed(() => progressText(this.steps()));
  protected readonly isShown = computed(() => this.next() !== undefined && PLACES.some((place) => this.path.path().startsWith(place)));

  constructor() {
    const client = inject(ApiClient);
    effect(() => {
      this.path.path();
      client.changes();
      untracked(() => this.guide.reload());
    });
    effect(() => {
      if (this.guide.hasValue() && this.next() === undefined) this.isFinished.set(true);
    });
  }
}
