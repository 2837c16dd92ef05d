import { Injectable } from '@nestjs/common';
import { departmentsFor, parsePeriod } from '@slusen/domain';
import { IndicatorMemory } from '../follow-up/indicator-memory.js';
import type { Acting } from '../identity/acting.js';
import { policyAccount } from '../identity/permissions.js';
import { statement, Statements } from '../platform/statements.js';
import { RoundMemory } from '../rounds/round-memory.js';
import type { WaitingLine } from './waiting-lines.js';

/** As little as it takes to find and count them: a round is placed by the rules, not in SQL. */
const WAITING = statement({
  name: 'queue.waiting',
  text: `
    select e.id, e.period, i.slug as indicator, by.id as person, by.name as person_name
      from entry e
      join series_head h on h.id = e.series_id
      join indicator i on i.id = h.indicator_id
      join lateral (select owner_id from indicator_definition d where d.indicator_id = h.indicator_id order by revision desc limit 1) d on true
      join actor a on a.id = d.owner_id
      join lateral (select w.id, w.name from entry_event v join account w on w.id = v.account_id
                     where v.entry_id = e.id and v.action = 'submit' order by v.version desc limit 1) by on true
     where e.state = 'submitted' and ($1::text[] is null or a.slug = any($1))
     order by e.submitted_at, e.id`,
});

interface Line {
  readonly id: string;
  readonly period: string;
  readonly indicator: string;
  readonly person: string;
  readonly person_name: string;
}

/** Finds all that waits for review in the account's departments, longest waiting first: one statement. */
@Injectable()
export class WaitingLinesQuery {
  constructor(
    private readonly statements: Statements,
    private readonly indicators: IndicatorMemory,
    private readonly rounds: RoundMemory,
  ) {}

  async ofDepartments({ account, asOf, at }: Acting): Promise<WaitingLine[]> {
    const departments = departmentsFor(policyAccount(account), 'queue.read');
    const [found, definitions, rounds] = await Promise.all([
      this.statements.rows<Line>(WAITING, [departments === 'all' ? null : departments]),
      this.indicators.bySlug(asOf),
      this.rounds.byDay(asOf),
    ]);
    return found.flatMap(({ id, period, indicator: slug, person, person_name: name }) => {
      const indicator = definitions.get(slug);
      if (!indicator?.owner) return [];
      const { owner, rules } = indicator;
      const of = parsePeriod(period);
      const placed = { round: rounds.asking(of, rules)?.period, publicFrom: rounds.publicFrom(of, rules, at) };
      return [{ id, indicator, department: { slug: owner.slug, name: owner.name }, person: { id: person, name }, ...placed }];
    });
  }
}
