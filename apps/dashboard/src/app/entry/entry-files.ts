import { inject, Injectable, signal } from '@angular/core';
import { EntriesApi } from '../data/entries-api.js';
import { attachmentName, unsendable } from './attachment-text.js';
import { EntrySaver } from './entry-saver.js';

/** The form that files belong to: how it is saved, and what it does once they are sent, or were not. */
interface FormOfFiles {
  readonly save: () => Promise<boolean>;
  readonly settle: () => void;
}

/** Sends the files of a form one after the other, each as a change of its entry. */
@Injectable()
export class EntryFiles {
  private readonly api = inject(EntriesApi);
  private readonly saver = inject(EntrySaver);
  private form: FormOfFiles = { save: () => Promise.resolve(false), settle: () => undefined };
  readonly isBusy = signal(false);
  /** Why the last one was refused, with its name. */
  readonly fault = signal<string | undefined>(undefined);

  /** Says which form they belong to. */
  within(form: FormOfFiles): void {
    this.form = form;
  }

  /** Puts files with the entry, which is made where there is none yet; stops at the first that is refused. */
  async add(files: readonly File[]): Promise<void> {
    await this.busy(async () => {
      for (const file of files) {
        const problem = unsendable(file) ?? (await this.send(file));
        if (problem !== undefined) return `${attachmentName(file.name)}: ${problem}`;
      }
      return undefined;
    });
  }

  /** Takes a file away, or brings it back. */
  async keep({ id, kept }: { readonly id: string; readonly kept: boolean }): Promise<void> {
    await this.busy(() => this.saver.change((entry) => this.api.keepAttachment(entry, id, kept)));
  }

  private async send(file: File): Promise<string | undefined> {
    if (!this.saver.entry() && !(await this.form.save())) return this.texts.saveFirst;
    const sent = { id: crypto.randomUUID(), name: attachmentName(file.name), content: file };
    return this.saver.change((entry) => this.api.attach(entry, sent));
  }

  private async busy(work: () => Promise<string | undefined>): Promise<void> {
    if (this.isBusy()) return;
    this.isBusy.set(true);
    this.fault.set(undefined);
    this.fault.set(await work());
    this.isBusy.set(false);
    this.form.settle();
  }

  private readonly texts = {
    saveFirst: $localize`:@@attachments.save-first:Rätta det som är fel i formuläret först, så att det går att spara.`,
  };
}
