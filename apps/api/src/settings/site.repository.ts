import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { LogoType } from '@slusen/contracts';
import { DomainError, SITE_SETTINGS, type SiteSettings } from '@slusen/domain';
import { createHash } from 'node:crypto';
import type { Repository } from 'typeorm';
import { statement, Statements } from '../platform/statements.js';
import { SiteLogoRow } from './site-logo.row.js';
import { SiteSettingsRow } from './site-settings.row.js';
import type { Logo, StoredSite } from './site.js';

const ONE_AT_A_TIME = statement({ name: 'settings.lock', text: `select pg_advisory_xact_lock(hashtext('slusen.settings'))` });
const IN_USE = statement({ name: 'settings.code-in-use', text: `select exists (select from strategy) as is_in_use` });

/** What is set of the site, a row for each change. */
@Injectable()
export class SiteRepository {
  constructor(
    @InjectRepository(SiteSettingsRow) private readonly revisions: Repository<SiteSettingsRow>,
    @InjectRepository(SiteLogoRow) private readonly logos: Repository<SiteLogoRow>,
    private readonly statements: Statements,
  ) {}

  async latest(): Promise<StoredSite> {
    const [row] = await this.revisions.find({ order: { revision: 'DESC' }, take: 1 });
    if (!row) return { revision: 0, settings: {}, logo: undefined };
    return { revision: row.revision, settings: settingsOf(row), logo: row.logoId === null ? undefined : await this.logo(row.logoId) };
  }

  /** The latest, kept as it is until the transaction ends; throws `settings.stale` when it is not the revision that was read. */
  async locked(revision: number): Promise<StoredSite> {
    await this.statements.rows(ONE_AT_A_TIME);
    const stored = await this.latest();
    if (stored.revision !== revision) throw new DomainError('settings.stale', { revision: stored.revision });
    return stored;
  }

  /** Whether figures are about the code already. */
  async isCodeInUse(): Promise<boolean> {
    const [line] = await this.statements.rows<{ is_in_use: boolean }>(IN_USE);
    return line?.is_in_use ?? false;
  }

  async append({ revision, settings, logo }: StoredSite): Promise<void> {
    const columns = Object.fromEntries(SITE_SETTINGS.map((setting) => [setting, settings[setting] ?? null]));
    await this.revisions.insert({ revision, ...columns, logoId: logo?.id ?? null });
  }

  async addLogo(type: LogoType, content: Buffer): Promise<Logo> {
    const sha256 = createHash('sha256').update(content).digest();
    const { identifiers } = await this.logos.insert({ type, content, sha256 });
    return { id: Number(identifiers[0]?.['id']), type, sha256: sha256.toString('hex') };
  }

  async content(id: number): Promise<Buffer | undefined> {
    return (await this.logos.findOneBy({ id }))?.content;
  }

  private async logo(id: number): Promise<Logo> {
    const { type, sha256 } = await this.logos.findOneOrFail({ where: { id }, select: { id: true, type: true, sha256: true } });
    return { id, type, sha256: sha256.toString('hex') };
  }
}

function settingsOf(row: SiteSettingsRow): SiteSettings {
  return Object.fromEntries(SITE_SETTINGS.flatMap((setting) => (row[setting] === null ? [] : [[setting, row[setting]]])));
}
