import { computed, inject, Injectable, signal } from '@angular/core';
import type { SettingsView, SiteSettingsSent } from '@slusen/contracts';
import type { SiteSetting } from '@slusen/domain';
import { problemOf, statusOf } from '../data/api-problem.js';
import { problemText } from '../data/problem-texts.js';
import { SettingsApi, type SettingsRequest } from '../data/settings-api.js';
import { SiteApi } from '../data/site-api.js';
import { faultText } from './setting-texts.js';

/** The settings while somebody works on them: what is stored, what is typed, and what became of saving it. Provided by a page. */
@Injectable()
export class SettingsDesk {
  private readonly api = inject(SettingsApi);
  private readonly site = inject(SiteApi);
  private readonly read = signal<SettingsView | undefined>(undefined);
  /** What was typed since it was read; what somebody else stored meanwhile never takes its place. */
  private readonly typed = signal<Partial<Record<SiteSetting, string>>>({});
  private readonly faults = signal<Partial<Record<string, string>>>({});
  private key = crypto.randomUUID();

  readonly view = this.read.asReadonly();
  readonly problem = signal('');
  /** The status of a reading that failed; undefined where none did. */
  readonly failure = signal<number | undefined>(undefined);
  readonly isBusy = signal(false);
  /** Something typed is not stored yet. */
  readonly isChanged = computed(() => Object.entries(this.typed()).some(([setting, text]) => text !== this.storedText(setting)));

  async load(): Promise<void> {
    try {
      this.read.set(await this.api.settings());
      this.failure.set(undefined);
    } catch (error) {
      this.failure.set(statusOf(error));
    }
  }

  of(setting: SiteSetting): SettingsView['settings'][number] | undefined {
    return this.read()?.settings.find((one) => one.setting === setting);
  }

  text(setting: SiteSetting): string {
    return this.typed()[setting] ?? this.storedText(setting);
  }

  type(setting: SiteSetting, text: string): void {
    this.typed.update((typed) => ({ ...typed, [setting]: text }));
    this.faults.update((faults) => ({ ...faults, [setting]: undefined }));
    this.key = crypto.randomUUID();
  }

  fault(setting: SiteSetting | 'content'): string | undefined {
    return this.faults()[setting];
  }

  /** Nothing may be left empty of these; each that is gets its fault. */
  requires(...settings: readonly SiteSetting[]): boolean {
    const missing = settings.filter((setting) => this.text(setting).trim() === '');
    this.faults.update((faults) => ({ ...faults, ...Object.fromEntries(missing.map((setting) => [setting, faultText('required')])) }));
    return missing.length === 0;
  }

  /** Stores everything that is typed; whether it was stored. */
  async save(): Promise<boolean> {
    const isStored = await this.attempt((request) => this.api.set(this.sent(), request));
    if (isStored) this.typed.set({});
    return isStored;
  }

  setLogo(content: string): Promise<boolean> {
    this.key = crypto.randomUUID();
    return this.attempt((request) => this.api.setLogo(content, request));
  }

  removeLogo(): Promise<boolean> {
    return this.attempt((request) => this.api.removeLogo(request));
  }

  private storedText(setting: string): string {
    const stored = this.read()?.settings.find((one) => one.setting === setting);
    return stored?.origin === 'example' ? '' : (stored?.value ?? '');
  }

  /** What the environment sets is left to it. */
  private sent(): SiteSettingsSent {
    const settings = (this.read()?.settings ?? []).filter(({ origin }) => origin !== 'environment').map(({ setting }) => setting);
    const texts = settings.map((setting) => [setting, this.text(setting).trim()] as const);
    return Object.fromEntries(texts.filter(([, text]) => text !== ''));
  }

  private async attempt(ask: (request: SettingsRequest) => Promise<SettingsView>): Promise<boolean> {
    const read = this.read();
    if (!read || this.isBusy()) return false;
    this.isBusy.set(true);
    this.problem.set('');
    this.faults.set({});
    try {
      this.read.set(await ask({ revision: read.revision, key: this.key }));
      this.site.reload();
      showAppearance();
      this.key = crypto.randomUUID();
      return true;
    } catch (error) {
      await this.refused(error);
      return false;
    } finally {
      this.isBusy.set(false);
    }
  }

  /** What was refused is asked for under another name; where no answer came, under the same. */
  private async refused(error: unknown): Promise<void> {
    if (statusOf(error) !== 0) this.key = crypto.randomUUID();
    const errors = problemOf(error)?.errors ?? [];
    this.faults.set(Object.fromEntries(errors.map(({ path, message }) => [path, faultText(message)])));
    this.problem.set(problemText(error));
    if (problemOf(error)?.code === 'settings.stale') await this.load();
  }
}

/** Colour and logo come by a stylesheet, which is fetched anew: the page shows what was chosen at once. */
function showAppearance(): void {
  const sheet = document.querySelector<HTMLLinkElement>('link[href^="/accent.css"]');
  if (sheet) sheet.href = `/accent.css?${Date.now()}`;
}
