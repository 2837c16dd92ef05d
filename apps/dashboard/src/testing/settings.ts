import type { SettingsView } from '@slusen/contracts';
import { SITE_SETTINGS } from '@slusen/domain';

/** Settings of which these are stored, and the name is the environment's unless nothing is. */
export function someSettings(
  revision = 3,
  stored: Readonly<Record<string, string>> = { code: '0860' },
  environment = 'MUNICIPALITY',
): SettingsView {
  return {
    revision,
    isCodeFixed: false,
    settings: SITE_SETTINGS.map((setting) => ({
      setting,
      variable: setting === 'municipality' ? 'MUNICIPALITY' : setting.toUpperCase(),
      ...(setting === 'municipality' && environment === 'MUNICIPALITY'
        ? { value: 'Hultsfreds kommun', origin: 'environment' as const }
        : {}),
      ...(stored[setting] === undefined ? {} : { value: stored[setting], origin: 'stored' as const }),
    })),
  };
}
