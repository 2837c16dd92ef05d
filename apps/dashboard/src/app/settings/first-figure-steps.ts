import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { textIn, type FirstFigureStep } from '@slusen/domain';
import { injectLanguage } from '@slusen/ui';
import { CurrentAccount } from '../data/current-account.js';
import { FirstFigureApi } from '../data/first-figure-api.js';
import { mayOpen } from '../data/page-access.js';
import { guideSteps, progressText } from '../shell/first-figure-guide.js';

/** What comes between an installation that is set up and its first public figure, ticked by what is there, each step with the page where it is done. */
@Component({
  selector: 'app-first-figure-steps',
  imports: [RouterLink],
  template: `
    <section class="prose section" aria-labelledby="forsta-siffran">
      <h2 id="forsta-siffran">{{ texts.heading }}</h2>
      @if (guide.hasValue()) {
        <p class="soft">{{ progress() }}. {{ texts.meanwhile }}</p>
        <ol class="guide-steps">
          @for (step of steps(); track step.step) {
            <li [class.is-done]="step.isDone" [attr.aria-current]="step === next() ? 'step' : null">
              @if (step.link) {
                <a [routerLink]="step.link" [queryParams]="step.query">{{ step.name }}</a>
              } @else {
                <span>{{ step.name }}</span>
              }
              @if (step.isDone) {
                &ngsp;<span class="done-word">{{ texts.done }}</span>
              } @else {
                <span class="soft why">
                  {{ whys[step.step] }}&ngsp;
                  @if (step.step === 'reporter' && self()) {
                    <a [routerLink]="self()" [queryParams]="step.query">{{ texts.oneself }}</a>
                  }
                </span>
              }
            </li>
          }
        </ol>
        @if (shownPage(); as page) {
          <p>
            <a class="button secondary" [routerLink]="page.link">{{ texts.see(page.name) }}</a>
          </p>
        }
      }
    </section>
  `,
})
export class FirstFigureSteps {
  protected readonly texts = {
    heading: $localize`:@@first-figure.heading:Till den första siffran`,
    meanwhile: $localize`:@@first-figure.meanwhile:Siffror kan läggas in och visas också medan strategin skrivs.`,
    done: $localize`:@@first-figure.done:klart`,
    oneself: $localize`:@@first-figure.oneself:Ge dig själv behörigheten`,
    see: (name: string) => $localize`:@@first-figure.see:Se sidan om ${name}:name:`,
  };
  protected readonly whys: Readonly<Record<FirstFigureStep, string>> = {
    municipality: $localize`:@@first-figure.municipality-why:Det står på alla sidor.`,
    indicator: $localize`:@@first-figure.indicator-why:Vad siffran mäter, och förvaltningen som ansvarar för den.`,
    reporter: $localize`:@@first-figure.reporter-why:Den som lägger in siffran: någon du bjuder in, eller du själv.`,
    reviewer: $localize`:@@first-figure.reviewer-why:Den som godkänner siffran: någon annan än rapportören.`,
    figure: $localize`:@@first-figure.figure-why:Rapportören gör det under Mina uppgifter.`,
    published: $localize`:@@first-figure.published-why:Granskaren gör det under Granskning. Sedan visas siffran för alla.`,
    strategy: $localize`:@@first-figure.strategy-why:Bygg den, läs in en fil eller börja från mallen.`,
    target: $localize`:@@first-figure.target-why:Hur långt siffran ska nå, för ett mål i strategin.`,
  };
  private readonly current = inject(CurrentAccount);
  private readonly language = injectLanguage();
  protected readonly guide = inject(FirstFigureApi).guide(() => true);
  protected readonly steps = computed(() => (this.guide.hasValue() ? guideSteps(this.guide.value(), this.current.view()) : []));
  protected readonly next = computed(() => this.steps().find(({ isDone }) => !isDone));
  protected readonly progress = computed(() => progressText(this.steps()));
  /** One's own page among the people, where one gives oneself a role. */
  protected readonly self = computed(() => {
    const view = this.current.view();
    return view && mayOpen(view, 'administration/personer/:id') ? `/administration/personer/${view.account.id}` : undefined;
  });
  /** The page that everybody sees, once there is a figure on it. */
  protected readonly shownPage = computed(() => {
    const { done, indicator } = this.guide.hasValue() ? this.guide.value() : { done: [], indicator: undefined };
    if (!indicator || !done.includes('published')) return undefined;
    return { link: `/indikator/${indicator.slug}`, name: textIn(indicator.name, this.language).text };
  });
}
