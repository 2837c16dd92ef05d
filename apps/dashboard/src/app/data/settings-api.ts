import { inject, Injectable } from '@angular/core';
import type {
  FirstAdministrator,
  SettingsView,
  SetUpView,
  SiteSettingsSent,
  StrategyFileOutcome,
  StrategyTemplate,
  TemplateDecision,
} from '@slusen/contracts';
import { ApiClient } from './api-client.js';
import { reading, type Reading } from './reading.js';

const SETTINGS = '/api/admin/settings';
const TEMPLATE = '/api/admin/strategy-template';

/** The revision that a change starts from, and its name for what it wants done. */
export interface SettingsRequest {
  readonly revision: number;
  readonly key: string;
}

const headersOf = ({ revision, key }: SettingsRequest) => ({ 'If-Match': `"${revision}"`, 'Idempotency-Key': key });

/** What a municipality sets of its installation, and its first hour. A reading needs an injection context. */
@Injectable({ providedIn: 'root' })
export class SettingsApi {
  private readonly client = inject(ApiClient);

  setUp(): Reading<SetUpView> {
    return reading<SetUpView>(() => '/api/set-up');
  }

  makeAdministrator(first: FirstAdministrator): Promise<SetUpView> {
    return this.client.send<SetUpView>({ method: 'POST', path: '/api/set-up/administrator', body: first });
  }

  settings(): Promise<SettingsView> {
    return this.client.get<SettingsView>(SETTINGS);
  }

  set(settings: SiteSettingsSent, request: SettingsRequest): Promise<SettingsView> {
    return this.client.send<SettingsView>({ method: 'PUT', path: SETTINGS, body: settings, headers: headersOf(request) });
  }

  setLogo(content: string, request: SettingsRequest): Promise<SettingsView> {
    return this.client.send<SettingsView>({ method: 'PUT', path: `${SETTINGS}/logo`, body: { content }, headers: headersOf(request) });
  }

  removeLogo(request: SettingsRequest): Promise<SettingsView> {
    return this.client.send<SettingsView>({ method: 'DELETE', path: `${SETTINGS}/logo`, headers: headersOf(request) });
  }

  readStrategy(file: Record<string, unknown>, key: string): Promise<StrategyFileOutcome> {
    return this.client.send<StrategyFileOutcome>({
      method: 'POST',
      path: '/api/admin/strategy-file',
      body: { file },
      headers: { 'Idempotency-Key': key },
    });
  }

  template(): Reading<StrategyTemplate> {
    return reading<StrategyTemplate>(() => TEMPLATE);
  }

  beginFromTemplate(decision: TemplateDecision, key: string): Promise<StrategyFileOutcome> {
    return this.client.send<StrategyFileOutcome>({
      method: 'POST',
      path: TEMPLATE,
      body: decision,
      headers: { 'Idempotency-Key': key },
    });
  }
}
