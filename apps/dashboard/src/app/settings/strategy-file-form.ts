import { Component, inject, output, signal } from '@angular/core';
import type { StrategyFileOutcome } from '@slusen/contracts';
import { faultSentence, isFaultCode } from '@slusen/domain';
import { Banner, FormField, injectLanguage } from '@slusen/ui';
import { statusOf } from '../data/api-problem.js';
import { problemText } from '../data/problem-texts.js';
import { SettingsApi } from '../data/settings-api.js';

/** The largest file that a page sends; a larger one is read in by command. */
const LARGEST = 1_000_000;

/** Reads in a strategy from a file: all of it, or nothing with each fault told in a sentence. */
@Component({
  selector: 'app-strategy-file-form',
  imports: [Banner, FormField],
  template: `
    @if (problem()) {
      <ui-banner tone="problem" [live]="true">
        <p>{{ problem() }}</p>
        @if (faults().length) {
          <ul>
            @for (sentence of faults(); track sentence) {
              <li>{{ sentence }}</li>
            }
          </ul>
        }
        @if (isMore()) {
          <p>{{ texts.more }}</p>
        }
      </ui-banner>
    }
    <form (submit)="read($event, file)" novalidate>
      <ui-form-field [label]="texts.label" [hint]="texts.hint" for="strategifil">
        <input #file class="input" id="strategifil" type="file" accept="application/json,.json" aria-describedby="strategifil-hint" />
      </ui-form-field>
      <button class="button" type="submit" [disabled]="isBusy()">{{ texts.read }}</button>
    </form>
  `,
})
export class StrategyFileForm {
  protected readonly texts = {
    label: $localize`:@@set-up.file:Strategifil`,
    hint: $localize`:@@set-up.file-hint:JSON enligt strategifilens format, högst 1 MB. Hela filen läses in, eller inget alls.`,
    read: $localize`:@@set-up.file-read:Läs in filen`,
    more: $localize`:@@set-up.file-more:Det finns fler fel än de som visas. Rätta de här först.`,
  };
  readonly done = output();
  private readonly api = inject(SettingsApi);
  private readonly language = injectLanguage();
  protected readonly problem = signal('');
  protected readonly faults = signal<readonly string[]>([]);
  protected readonly isMore = signal(false);
  protected readonly isBusy = signal(false);
  private key = crypto.randomUUID();

  protected async read(event: Event, input: HTMLInputElement): Promise<void> {
    event.preventDefault();
    if (this.isBusy()) return;
    this.isBusy.set(true);
    this.faults.set([]);
    this.isMore.set(false);
    try {
      const content = await this.contentOf(input.files?.[0]);
      if (content) this.accept(await this.api.readStrategy(content, this.key), content);
    } catch (error) {
      if (statusOf(error) !== 0) this.key = crypto.randomUUID();
      this.problem.set(problemText(error));
    } finally {
      this.isBusy.set(false);
    }
  }

  private accept({ faults, isMore }: StrategyFileOutcome, content: unknown): void {
    this.key = crypto.randomUUID();
    if (faults.length === 0) return this.done.emit();
    this.problem.set($localize`:@@set-up.file-faults:Filen lästes inte in. Rätta det här i den och välj den igen:`);
    const told = faults.flatMap(({ path, code, text }) => (isFaultCode(code) ? [{ path, code, text }] : []));
    this.faults.set(told.map((fault) => faultSentence(fault, content, this.language)));
    this.isMore.set(isMore);
  }

  private async contentOf(file: File | undefined): Promise<Record<string, unknown> | undefined> {
    this.problem.set('');
    if (!file) return this.refuse($localize`:@@set-up.file-none:Välj en fil först.`);
    if (file.size > LARGEST)
      return this.refuse($localize`:@@set-up.file-large:Filen är större än 1 MB. Läs in den med kommandot strategy:import.`);
    try {
      const content: unknown = JSON.parse(await file.text());
      if (typeof content === 'object' && content !== null && !Array.isArray(content)) return content as Record<string, unknown>;
    } catch {
      // Told below, with everything else that is no strategy.
    }
    return this.refuse(
      $localize`:@@set-up.file-no-json:Filen är ingen strategifil: den är inte JSON, eller så innehåller den något annat än en strategi.`,
    );
  }

  private refuse(why: string): undefined {
    this.problem.set(why);
    return undefined;
  }
}
