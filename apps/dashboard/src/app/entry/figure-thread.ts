import { Component, computed, ElementRef, inject, input, output, signal } from '@angular/core';
import type { Thread } from '@slusen/contracts';
import { personName } from '@slusen/domain';
import { FormField, injectWord, MomentPipe, TypedText } from '@slusen/ui';
import { statusOf } from '../data/api-problem.js';
import type { FigureAddress } from '../data/entries-api.js';
import { problemText } from '../data/problem-texts.js';
import { ThreadsApi } from '../data/threads-api.js';

type Message = Thread['messages'][number];

/** What officials have asked and answered about a figure, and a field to ask, answer or note something. Never public. */
@Component({
  selector: 'app-figure-thread',
  imports: [FormField, MomentPipe, TypedText],
  template: `
    @if (thread.hasValue()) {
      <section class="section figure-thread" [attr.aria-labelledby]="name('rubrik')">
        <h2 class="h3" [id]="name('rubrik')">{{ texts.heading }}</h2>
        <p class="small soft">{{ texts.info }}</p>
        @if (thread.value().messages.length) {
          <ol class="plain-list ruled">
            @for (message of thread.value().messages; track message.id) {
              <li>
                <p class="small soft">
                  {{ headOf(message) }}, {{ message.at | moment }}
                  @if (message.asks; as asks) {
                    · <strong>{{ asks.isAnswered ? texts.answered : texts.waits }}</strong>
                  }
                </p>
                <p class="said" lang="sv">{{ message.text }}</p>
              </li>
            }
          </ol>
        }
        <form (submit)="send($event)" novalidate>
          <ui-form-field [label]="question() ? texts.answer : texts.write" [fault]="fault()" [for]="name('text')">
            <textarea rows="2" maxlength="2000" [uiTypedText]="text()" (typed)="text.set($event)"></textarea>
          </ui-form-field>
          @if (!question() && thread.value().people.length) {
            <ui-form-field [label]="texts.ask" [hint]="texts.askHint" [for]="name('vem')">
              <select class="input" [id]="name('vem')" [attr.aria-describedby]="name('vem-hint')" #who (change)="asks.set(who.value)">
                <option value="" [selected]="!asks()">{{ texts.nobody }}</option>
                @for (person of thread.value().people; track person.id) {
                  <option [value]="person.id" [selected]="person.id === asks()">{{ personName(person.name) }}</option>
                }
              </select>
            </ui-form-field>
          }
          <button class="button secondary" type="submit" [disabled]="isBusy()">{{ question() ? texts.sendAnswer : texts.send }}</button>
        </form>
        <p class="small" role="status">{{ told() }}</p>
      </section>
    }
  `,
})
export class FigureThread {
  protected readonly texts = {
    heading: $localize`:@@thread.heading:Frågor och svar`,
    info: $localize`:@@thread.info:Syns för dem som rapporterar och granskar här, aldrig på de öppna sidorna.`,
    write: $localize`:@@thread.write:Skriv en fråga eller en anteckning`,
    answer: $localize`:@@thread.answer:Ditt svar`,
    ask: $localize`:@@thread.ask:Fråga en kollega`,
    askHint: $localize`:@@thread.ask-hint:Frågan blir en uppgift för den du väljer, som också får e-post om den vill.`,
    nobody: $localize`:@@thread.nobody:Ingen särskild`,
    send: $localize`:@@thread.send:Skicka`,
    sendAnswer: $localize`:@@thread.send-answer:Svara`,
    sent: $localize`:@@thread.sent:Det du skrev är sparat.`,
    empty: $localize`:@@thread.empty:Skriv något först.`,
    answered: $localize`:@@thread.answered:Besvarad`,
    waits: $localize`:@@thread.waits:Väntar på svar`,
    asks: (by: string, asked: string) => $localize`:@@thread.asks:${by}:by: frågar ${asked}:asked:`,
    answers: (by: string) => $localize`:@@thread.answers:${by}:by: svarar`,
    you: $localize`:@@thread.you:Du`,
    toYou: $localize`:@@thread.to-you:dig`,
  };
  /** The figure that is spoken of. */
  readonly figure = input.required<FigureAddress>();
  /** A question of one's own was answered. */
  readonly answered = output();
  private readonly api = inject(ThreadsApi);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly thread = this.api.thread(this.figure);
  protected readonly personName = injectWord(personName);
  protected readonly text = signal('');
  protected readonly asks = signal('');
  protected readonly fault = signal('');
  protected readonly told = signal('');
  protected readonly isBusy = signal(false);
  /** The question that waits for the reader's answer, the one that has waited longest. */
  protected readonly question = computed(() =>
    (this.thread.hasValue() ? this.thread.value().messages : []).find(({ asks }) => asks?.isYou && !asks.isAnswered),
  );
  private key = crypto.randomUUID();

  /** The id of a part, apart from those of other threads on the page. */
  protected name(part: string): string {
    const { indicator, period, territory = '', breakdown = '' } = this.figure();
    return ['samtal', indicator, period, territory, breakdown, part]
      .filter(Boolean)
      .join('-')
      .replaceAll(/[^\p{L}\p{N}]+/gu, '-');
  }

  protected headOf({ by, isOwn, asks, answers }: Message): string {
    const who = isOwn ? this.texts.you : this.personName(by);
    if (asks) return this.texts.asks(who, asks.isYou ? this.texts.toYou : this.personName(asks.name));
    return answers === undefined ? who : this.texts.answers(who);
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const [text, question] = [this.text().trim(), this.question()];
    this.told.set('');
    this.fault.set(text ? '' : this.texts.empty);
    if (!text) return this.element.querySelector<HTMLElement>('textarea')?.focus();
    if (this.isBusy()) return;
    this.isBusy.set(true);
    try {
      const directed = question ? { answers: question.id } : this.asks() ? { asks: this.asks() } : {};
      await this.api.write({ ...this.figure(), text, ...directed }, this.key);
      this.key = crypto.randomUUID();
      this.text.set('');
      this.asks.set('');
      this.told.set(this.texts.sent);
      this.thread.set(await this.api.read(this.figure()));
      if (question) this.answered.emit();
    } catch (error) {
      this.fault.set(problemText(error));
      // Without an answer it may have been done: the same key asks for the same thing again.
      if (statusOf(error) !== 0) this.key = crypto.randomUUID();
    } finally {
      this.isBusy.set(false);
    }
  }
}
