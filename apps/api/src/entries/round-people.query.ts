import { Injectable } from '@nestjs/common';
import type { DepartmentPeople } from '@slusen/contracts';
import type { EntryState } from '@slusen/domain';
import { AccountRoleRepository } from '../identity/account-role.repository.js';
import type { Indicator } from '../indicators/indicator.js';
import { columns, type LineOf } from '../platform/columns-of.js';
import { statement, Statements } from '../platform/statements.js';
import { EntryRow } from './entry.row.js';
import { taskKey } from './task-of.js';

/** An entry on its way, and whose it is, by name. */
export interface OpenEntry {
  /** The slug of what it is a figure of. */
  readonly indicator: string;
  readonly state: 'draft' | 'submitted' | 'returned';
  readonly by: readonly string[];
}

const ENTRY = columns(EntryRow, 'e', 'period', 'state');
type Line = Omit<LineOf<typeof ENTRY>, 'state'> & {
  readonly state: Exclude<EntryState, 'approved' | 'discarded'>;
  readonly indicator_id: number;
  readonly territory: string;
  readonly breakdown: string;
  readonly by: readonly string[];
};

const OPEN = statement({
  name: 'round.entries',
  text: `
    select ${ENTRY}, h.indicator_id, h.breakdown, t.code as territory,
           (select array_agg(a.name order by w.record_id) from entry_author w join account a on a.id = w.account_id where w.entry_id = e.id) as by
      from entry e join series_head h on h.id = e.series_id join territory t on t.id = h.territory_id
     where h.indicator_id = any($1) and e.state not in ('approved', 'discarded')`,
});

/** Who has begun what, and who can: by name, for those who follow a round. */
@Injectable()
export class RoundPeopleQuery {
  constructor(
    private readonly statements: Statements,
    private readonly roles: AccountRoleRepository,
  ) {}

  /** The entries under way of the indicators, by the figure that each is about. */
  async entries(indicators: readonly Indicator[]): Promise<Map<string, OpenEntry>> {
    const slugs = new Map(indicators.map(({ id, slug }) => [id, slug]));
    const lines = await this.statements.rows<Line>(OPEN, [[...slugs.keys()]]);
    return new Map(
      lines.map(({ indicator_id: id, territory, breakdown, period, state, by }) => {
        const figure = { indicator: { slug: slugs.get(id) ?? '' }, territory: { code: territory }, breakdown, period };
        return [taskKey(figure), { indicator: figure.indicator.slug, state, by }];
      }),
    );
  }

  /** Who reports and who reviews, department by department. */
  async ofDepartments(): Promise<DepartmentPeople[]> {
    const held = await this.roles.holders(['reporter', 'reviewer']);
    const byDepartment = Map.groupBy(held, ({ department }) => department);
    return [...byDepartment].flatMap(([department, holders]) => {
      const named = (role: string): string[] => [...new Set(holders.filter((one) => one.role === role).map(({ name }) => name))];
      return department === undefined ? [] : [{ department, reporters: named('reporter'), reviewers: named('reviewer') }];
    });
  }
}
