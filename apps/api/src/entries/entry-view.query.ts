import { Injectable } from '@nestjs/common';
import type { EntryView } from '@slusen/contracts';
import { entryActionsFor, periodCode, type Entry } from '@slusen/domain';
import { DataSource, type EntityManager } from 'typeorm';
import type { Account } from '../identity/account.js';
import { policyAccount } from '../identity/permissions.js';
import { IndicatorQuery } from '../indicators/indicator.query.js';
import { SeriesQuery } from '../observations/series.query.js';
import { localizedOf } from '../platform/localized-of.js';
import { EntryRepository } from './entry.repository.js';
import { PlausibilityQuery, questionViews } from './plausibility.query.js';

/** An entry as its reporter or reviewer sees it. */
@Injectable()
export class EntryViewQuery {
  constructor(
    private readonly dataSource: DataSource,
    private readonly entries: EntryRepository,
    private readonly indicators: IndicatorQuery,
    private readonly series: SeriesQuery,
    private readonly plausibility: PlausibilityQuery,
  ) {}

  /** The open entry of a series' period, if there is one. */
  async openFor(account: Account, seriesId: number, period: string): Promise<EntryView | undefined> {
    const { manager } = this.dataSource;
    const id = await this.entries.openFor(manager, seriesId, period);
    return id ? this.view(account, (await this.entries.find(manager, id)).entry, manager) : undefined;
  }

  /** The view of an entry that was just read or changed in this transaction. */
  async view(account: Account, entry: Entry, manager: EntityManager): Promise<EntryView> {
    const indicator = await this.indicators.bySlug(entry.indicator);
    const { territory, breakdown, period, figure } = entry;
    const points = await this.series.points({ indicatorId: indicator.id, territory, breakdown });
    const published = points.find((point) => point.period === periodCode(period));
    const asked = await this.plausibility.run({ indicator, territory, breakdown, period, figure });
    const names = await this.namesOf(manager, entry);
    return {
      id: entry.id,
      version: entry.version,
      state: entry.state,
      indicator: { slug: indicator.slug, name: indicator.name },
      unit: indicator.unit,
      decimals: indicator.rules.decimals,
      isExample: indicator.isExample,
      period: periodCode(period),
      territory: await this.territoryOf(manager, territory),
      breakdown,
      ...figure,
      answers: [...figure.answers],
      ...(entry.returnedReason ? { returnedReason: entry.returnedReason } : {}),
      questions: questionViews(asked, indicator),
      events: entry.events.map(({ action, at, by, reason, value, missing }) => ({
        action,
        at,
        by: names.get(by) ?? '',
        isOwn: by === account.id,
        reason,
        value,
        missing,
      })),
      actions: [...entryActionsFor(policyAccount(account), entry)],
      ...(published ? { published } : {}),
      updatedAt: entry.events.at(-1)?.at ?? '',
    };
  }

  private async namesOf(manager: EntityManager, { events }: Entry): Promise<Map<string, string>> {
    const lines = await manager.query<{ id: string; name: string }[]>('select id, name from account where id = any($1)', [
      events.map(({ by }) => by),
    ]);
    return new Map(lines.map(({ id, name }) => [id, name]));
  }

  private async territoryOf(manager: EntityManager, code: string): Promise<EntryView['territory']> {
    const [line] = await manager.query<{ sv: string; en: string | null }[]>(
      'select name_sv as sv, name_en as en from territory where code = $1',
      [code],
    );
    return { code, name: localizedOf(line?.sv ?? code, line?.en) };
  }
}
