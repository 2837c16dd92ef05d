import { computed, signal, type Signal, type WritableSignal } from '@angular/core';
import type { EntryForm } from '@slusen/contracts';
import type { EntryText } from './entry-text.js';

type Words = Pick<EntryText, 'comment' | 'sourceNote'>;

/** Copies comment and source from how it was counted last time, and back, as long as nobody has written on in them. */
export class AsLastTime {
  private readonly before = signal<Words | undefined>(undefined);

  constructor(private readonly at: { readonly form: Signal<EntryForm>; readonly text: WritableSignal<EntryText> }) {}

  private readonly last = computed<Words>(() => {
    const { comment = '', sourceNote = '' } = this.at.form().lastTime ?? {};
    return { comment, sourceNote };
  });
  private readonly isSame = computed(() => isSame(this.last(), this.at.text()));
  /** The words in the form are those of last time because they were copied. */
  readonly isCopied = computed(() => this.before() !== undefined && this.isSame());
  /** What there is to copy from, where that would change anything or has. */
  readonly source = computed(() => {
    const isEmpty = isSame(this.last(), { comment: '', sourceNote: '' });
    return isEmpty || (this.isSame() && !this.isCopied()) ? undefined : this.at.form().lastTime;
  });

  /** Copies, or takes the copy back. */
  turn(): void {
    const back = this.isCopied() ? this.before() : undefined;
    const { comment, sourceNote } = this.at.text();
    this.before.set(back ? undefined : { comment, sourceNote });
    this.at.text.update((text) => ({ ...text, ...(back ?? this.last()) }));
  }
}

const isSame = (one: Words, other: Words): boolean => one.comment === other.comment && one.sourceNote === other.sourceNote;
