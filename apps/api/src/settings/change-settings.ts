import { Injectable } from '@nestjs/common';
import { DomainError, isLocked, SITE_SETTINGS, type Difference, type SiteSettings } from '@slusen/domain';
import { SITE_VARIABLES } from '../config.js';
import { AuditTrail } from '../identity/audit-trail.js';
import type { Account } from '../identity/account.js';
import { Publications } from '../observations/publications.js';
import { Settings } from '../platform/settings.js';
import { Transactions } from '../platform/transactions.js';
import { SiteRepository } from './site.repository.js';
import type { Logo, StoredSite } from './site.js';

/** What becomes of the site; what is left out stays as it is. */
export interface SiteChange {
  readonly settings?: SiteSettings;
  /** Null: there is to be none. */
  readonly logo?: Logo | null;
}

/** Writes a new revision of the settings, with what differs in the audit trail, and lets every page be made anew. */
@Injectable()
export class ChangeSettings {
  constructor(
    private readonly sites: SiteRepository,
    private readonly settings: Settings,
    private readonly transactions: Transactions,
    private readonly publications: Publications,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * In the transaction under way or one of its own; nothing is written when nothing differs. `settings.stale` when another revision was
   * read; `settings.locked` for what the environment sets; `settings.code-in-use`.
   */
  async change(account: Account, revision: number, work: () => Promise<SiteChange>): Promise<boolean> {
    return this.transactions.run(async () => {
      const stored = await this.sites.locked(revision);
      const { settings, logo } = await work();
      const next: StoredSite = {
        revision: revision + 1,
        settings: settings ? await this.allowed(stored.settings, settings) : stored.settings,
        logo: logo === undefined ? stored.logo : (logo ?? undefined),
      };
      const differences = differencesOf(stored, next);
      if (differences.length === 0) return false;
      await this.sites.append(next);
      await this.publications.tellOthers('everything');
      const facts = { revision: next.revision, changes: [{ kind: 'settings', subject: 'site', isNew: revision === 0, differences }] };
      await this.audit.record({ action: 'settings.change', subject: 'settings', by: account.id, facts });
      return true;
    });
  }

  /** What the environment sets stays stored as it was, for when the environment says nothing any more. */
  private async allowed(stored: SiteSettings, wanted: SiteSettings): Promise<SiteSettings> {
    const { sources } = this.settings;
    const locked = SITE_SETTINGS.filter((setting) => isLocked(setting, sources));
    const touched = locked.find((setting) => wanted[setting] !== undefined);
    if (touched) throw new DomainError('settings.locked', { variable: SITE_VARIABLES[touched] });
    const next = {
      ...wanted,
      ...Object.fromEntries(locked.flatMap((setting) => (stored[setting] === undefined ? [] : [[setting, stored[setting]]]))),
    };
    if (next.code !== stored.code && stored.code !== undefined && (await this.sites.isCodeInUse()))
      throw new DomainError('settings.code-in-use', { code: stored.code });
    return next;
  }
}

function differencesOf(before: StoredSite, after: StoredSite): { field: string; before: string | null; after: string | null }[] {
  const told = ({ settings, logo }: StoredSite): Record<string, string | undefined> => ({ ...settings, logo: logo?.sha256 });
  const [there, wanted] = [told(before), told(after)];
  const differences: Difference[] = [...SITE_SETTINGS, 'logo'].map((field) => ({ field, before: there[field], after: wanted[field] }));
  return differences
    .filter((one) => one.before !== one.after)
    .map(({ field, ...one }) => ({ field, before: one.before ?? null, after: one.after ?? null }));
}
