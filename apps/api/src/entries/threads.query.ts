import { Injectable } from '@nestjs/common';
import type { OpenQuestions, Thread } from '@slusen/contracts';
import { departmentsFor } from '@slusen/domain';
import { IndicatorMemory } from '../follow-up/indicator-memory.js';
import { AccountRoleRepository } from '../identity/account-role.repository.js';
import type { Acting } from '../identity/acting.js';
import { policyAccount } from '../identity/permissions.js';
import type { Indicator } from '../indicators/indicator.js';
import { asKnown } from '../platform/as-of.js';
import { columns, type LineOf } from '../platform/columns-of.js';
import { localizedOf } from '../platform/localized-of.js';
import { statement, Statements } from '../platform/statements.js';
import { FigureMessageRow } from './figure-message.row.js';
import type { QuestionDesk } from './message-handlers.js';

/** The figure that is spoken of. */
export interface ThreadPlace {
  readonly indicator: Indicator;
  readonly territory: string;
  readonly breakdown: string;
  readonly period: string;
}

const MESSAGE = columns(FigureMessageRow, 'm', 'id', 'text', 'accountId', 'askedId', 'answersId');
type Line = LineOf<typeof MESSAGE> & {
  readonly name: string;
  readonly asked: string | null;
  readonly at: Date;
  readonly is_answered: boolean;
};
const IS_ANSWERED = 'exists (select from figure_message w where w.answers_id = m.id)';

const THREAD = statement({
  name: 'thread.messages',
  text: `
    select ${MESSAGE}, a.name, q.name as asked, r.at, ${IS_ANSWERED} as is_answered
      from figure_message m join account a on a.id = m.account_id left join account q on q.id = m.asked_id join record r on r.id = m.record_id
      join territory t on t.id = m.territory_id
     where m.indicator_id = $1 and m.period = $2 and t.code = $3 and m.breakdown = $4 order by m.id`,
});

interface QuestionLine extends Pick<LineOf<typeof MESSAGE>, 'id' | 'text'> {
  readonly indicator: string;
  readonly period: string;
  readonly breakdown: string;
  readonly code: string;
  readonly name_sv: string;
  readonly name_en: string | null;
  readonly name: string;
  readonly at: Date;
  readonly entry: string | null;
}

/** So many are read at once. */
const MOST = 200;
/** $1 who is asked. */
const QUESTIONS = statement({
  name: 'thread.questions',
  text: `
    select m.id, m.text, i.slug as indicator, m.period, m.breakdown, t.code, t.name_sv, t.name_en, a.name, r.at,
           (select e.id from entry e join series_head h on h.id = e.series_id
             where (h.indicator_id, h.territory_id, h.breakdown, e.period) = (m.indicator_id, m.territory_id, m.breakdown, m.period) and e.state = 'submitted') as entry
      from figure_message m join account a on a.id = m.account_id join record r on r.id = m.record_id
      join indicator i on i.id = m.indicator_id join ${asKnown('territory')} t on t.id = m.territory_id
     where m.asked_id = $1 and not ${IS_ANSWERED} order by m.id limit ${MOST}`,
});

/** Somebody who works with such figures, and where they have their questions before them. */
interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly desk: QuestionDesk;
}

/** What officials have said to each other about figures. */
@Injectable()
export class ThreadsQuery {
  constructor(
    private readonly statements: Statements,
    private readonly roles: AccountRoleRepository,
    private readonly indicators: IndicatorMemory,
  ) {}

  async of({ account }: Acting, place: ThreadPlace): Promise<Thread> {
    const [lines, people] = await Promise.all([this.lines(place), this.people(place)]);
    return {
      messages: lines.map(
        ({ id, text, name, account_id: by, asked_id: askedId, asked, answers_id: answers, at, is_answered: isAnswered }) => ({
          ...{ id, text, by: name, isOwn: by === account.id, at: at.toISOString() },
          ...(askedId !== null && asked !== null ? { asks: { name: asked, isYou: askedId === account.id, isAnswered } } : {}),
          ...(answers === null ? {} : { answers }),
        }),
      ),
      people: people.filter(({ id }) => id !== account.id).map(({ id, name }) => ({ id, name })),
    };
  }

  lines({ indicator, period, territory, breakdown }: ThreadPlace): Promise<Line[]> {
    return this.statements.rows<Line>(THREAD, [indicator.id, period, territory, breakdown]);
  }

  /** Who works with figures of the department: those who report and those who review. */
  async people({ indicator: { owner } }: Pick<ThreadPlace, 'indicator'>): Promise<Colleague[]> {
    const held = await this.roles.holders(['reporter', 'reviewer']);
    const here = held.filter(({ department }) => department === undefined || department === owner?.slug);
    const reporters = new Set(here.flatMap(({ role, account }) => (role === 'reporter' ? [account] : [])));
    return [
      ...new Map(here.map(({ account: id, name }) => [id, { id, name, desk: reporters.has(id) ? 'tasks' : 'review' } as const])).values(),
    ];
  }

  /** What waits for the account's answer, of departments whose figures it may still read. */
  async questionsTo({ account, asOf }: Acting): Promise<OpenQuestions> {
    const departments = departmentsFor(policyAccount(account), 'thread.read');
    const [lines, indicators] = await Promise.all([
      this.statements.rows<QuestionLine>(QUESTIONS, [account.id]),
      this.indicators.bySlug(asOf),
    ]);
    return {
      items: lines.flatMap(({ indicator: slug, code, name_sv: sv, name_en: en, name, at, entry, ...line }) => {
        const indicator = indicators.get(slug);
        if (!indicator?.owner || !(departments === 'all' || departments.includes(indicator.owner.slug))) return [];
        const { rules, name: called } = indicator;
        return [
          {
            ...line,
            indicator: { slug, name: called },
            reporting: rules.reporting,
            territory: { code, name: localizedOf(sv, en) },
            ...{ by: name, at: at.toISOString() },
            ...(entry === null ? {} : { entry }),
          },
        ];
      }),
    };
  }
}
