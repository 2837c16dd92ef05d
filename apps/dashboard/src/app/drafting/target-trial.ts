import { Component, computed, effect, inject, input, signal } from '@angular/core';
import type { ChartSource } from '@slusen/charts/source';
import type { DraftMeasuring, TargetTrial } from '@slusen/contracts';
import { finishedTarget } from '@slusen/contracts/finished-target';
import { Chart, injectLanguage } from '@slusen/ui';
import { problemOf, statusOf } from '../data/api-problem.js';
import { problemText } from '../data/problem-texts.js';
import { TargetsApi } from '../data/targets-api.js';
import { faultText, fieldText } from './draft-texts.js';

/** Nothing is asked for while somebody types. */
const PAUSE_MS = 400;

/** What a target would mean, as it is typed: its path beside the figures, the status today, what it takes and how likely it is. */
@Component({
  selector: 'app-target-trial',
  imports: [Chart],
  template: `
    <div role="status" [attr.aria-label]="texts.label">
      @if (problem(); as text) {
        <p class="fault">{{ text }}</p>
      } @else if (trial(); as view) {
        <p>
          <strong>{{ texts.today }}</strong> {{ view.status[language] }}
        </p>
        @if (ahead().length) {
          <p>
            <strong>{{ texts.ahead }}</strong> {{ ahead().join(' ') }}
          </p>
        }
      }
    </div>
    @if (source(); as shown) {
      <ui-chart [source]="shown" [alternative]="trial()?.status?.[language] ?? ''" />
    }
  `,
})
export class TargetTrialView {
  protected readonly texts = {
    label: $localize`:@@target-trial.label:Vad målvärdet skulle innebära`,
    today: $localize`:@@target-trial.today:Om det gällde i dag:`,
    ahead: $localize`:@@target-trial.ahead:Framåt:`,
  };
  readonly measuring = input.required<DraftMeasuring>();
  protected readonly language = injectLanguage();
  private readonly api = inject(TargetsApi);
  protected readonly trial = signal<TargetTrial | undefined>(undefined);
  protected readonly problem = signal('');
  protected readonly ahead = computed(() => this.trial()?.outlook.ahead[this.language] ?? []);
  protected readonly source = computed<ChartSource | undefined>(() => {
    const view = this.trial();
    if (!view || view.points.length === 0) return undefined;
    const { indicator, points, target, chart } = view;
    return { indicator, points, target, heading: chart.heading[this.language], subtitle: chart.subtitle[this.language] };
  });
  /** What is tried, as text: what only looks new is not asked about again. */
  private readonly tried = computed(() => {
    const { decision: _, ...measuring } = this.measuring();
    return finishedTarget(measuring) ? JSON.stringify(measuring) : undefined;
  });

  constructor() {
    effect((onCleanup) => {
      const tried = this.tried();
      if (tried === undefined) {
        this.trial.set(undefined);
        this.problem.set('');
        return;
      }
      const timer = setTimeout(() => void this.attempt(tried), PAUSE_MS);
      onCleanup(() => clearTimeout(timer));
    });
  }

  private async attempt(tried: string): Promise<void> {
    const outcome = await this.api.attempt(JSON.parse(tried) as DraftMeasuring).then(
      (trial) => ({ trial, problem: '' }),
      (error: unknown) => ({ trial: undefined, problem: problemSentence(error) }),
    );
    // Something else has been typed since: its answer is on the way.
    if (tried !== this.tried()) return;
    this.trial.set(outcome.trial);
    this.problem.set(outcome.problem);
  }
}

/** What the rules find fault with, place by place. */
export function problemSentence(error: unknown): string {
  const errors = statusOf(error) === 400 ? (problemOf(error)?.errors ?? []) : [];
  if (errors.length === 0) return problemText(error);
  return errors.map(({ path, message }) => `${fieldText(path.replace(/^measuring\./, ''))} ${faultText(message)}.`).join(' ');
}
