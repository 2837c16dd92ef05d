import { DomainError, settingInForce } from '@slusen/domain';
import type { Site } from './site.js';

/** Whose an installation is. */
export interface OwnMunicipality {
  readonly code: string;
  readonly name: string;
}

/** Throws `strategy.no-municipality` while it is nobody's. */
export function ownMunicipality({ sources }: Pick<Site, 'sources'>): OwnMunicipality {
  const [name, code] = [settingInForce('municipality', sources)?.value, settingInForce('code', sources)?.value];
  if (!name || !code) throw new DomainError('strategy.no-municipality');
  return { code, name };
}
