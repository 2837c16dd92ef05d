import { randomUUID } from 'node:crypto';
import type { Answer, Visitor } from '../testing/visitor.js';
import { NO_ID, ROUTES_OF_PEOPLE, STALE, type Route } from './routes-of-people.fixtures.js';

/** Where the departments of the spec measure something. */
export const DEPARTMENTS = { utvecklingsavdelningen: 'foretagsbesok', kultur: 'biblioteksbesok' } as const;

const keyed = () => ({ ...STALE, 'idempotency-key': randomUUID() });
const INDICATOR = '/api/admin/indicators/foretagsbesok';
const DEFINITION = `${INDICATOR}/definition`;
/** What nobody can be there to do. */
const NOBODYS = {
  goal: 'fler-invanare',
  title: { sv: 'Möten' },
  lead: 'ingen',
  startsOn: '2026-02-01',
  endsOn: '2026-06-30',
  status: 'ongoing',
};
/** Long before its period, so that nothing is stored. */
const DAYS_OF_A_ROUND = { opensOn: '1990-01-01', dueOn: '1990-01-02', graceDays: 0, reviewUntil: '1990-01-03' };
const RULE_OF_ROUNDS = { opensAfter: 1, daysOpen: 1, graceDays: 0, reviewDays: 0, isOn: false };
/** What a definition needs that was made without it. */
const ENGLISH = { name: { sv: 'Företagsbesök', en: 'Visits' }, definition: { sv: 'Antal besök.', en: 'Number of visits.' } };
const TARGET = '/api/admin/goals/fler-invanare/targets/foretagsbesok';

const NOWHERE = [{ table: 'observation', row: '999999', field: 'source' }];

/**
 * Every guarded route but those of one entry, by its method and address; `strategist` gives one who signed in just now, since some sessions are ended here.
 */
export function guardedRoutes(strategist: () => Promise<Visitor>): Readonly<Record<string, readonly Route[]>> {
  const { addedAgain, amended } = changesBy(strategist);
  return {
    'get /api/session': [{ action: 'account.read-own', ask: (visitor) => visitor.get('/api/session') }],
    'delete /api/session': [{ action: 'account.end-own-sessions', ask: (visitor) => visitor.delete('/api/session') }],
    'delete /api/sessions': [{ action: 'account.end-own-sessions', ask: (visitor) => visitor.delete('/api/sessions') }],
    'put /api/account/password': [
      {
        action: 'account.change-own-password',
        ask: (visitor) => visitor.put('/api/account/password', { current: 'fel', next: 'ett nytt lösenord' }),
      },
    ],
    'get /api/account/notifications': [{ action: 'notification.choose', ask: (visitor) => visitor.get('/api/account/notifications') }],
    'put /api/account/notifications': [
      {
        action: 'notification.choose',
        ask: (visitor) =>
          visitor.put('/api/account/notifications', { onLastDay: true, returned: true, approved: false, timeDecided: true, asked: true }),
      },
    ],
    'get /api/account/sign-in': [{ action: 'account.read-own', ask: (visitor) => visitor.get('/api/account/sign-in') }],
    'put /api/account/second-factor': [
      { action: 'account.tend-second-factor', ask: (visitor) => visitor.put('/api/account/second-factor', undefined) },
    ],
    'post /api/account/second-factor/confirmation': [
      { action: 'account.tend-second-factor', ask: (visitor) => visitor.post('/api/account/second-factor/confirmation', { code: 'x' }) },
    ],
    'post /api/account/second-factor/removal': [
      {
        action: 'account.tend-second-factor',
        ask: (visitor) => visitor.post('/api/account/second-factor/removal', { password: 'x', code: 'x' }),
      },
    ],
    'get /api/strategy-drafts': [{ action: 'draft.write', ask: (visitor) => visitor.get('/api/strategy-drafts') }],
    'post /api/strategy-drafts': [
      { action: 'draft.write', ask: (visitor) => visitor.post('/api/strategy-drafts', { title: 'Prov', from: 'empty' }) },
    ],
    'get /api/strategy-drafts/{id}': [{ action: 'draft.write', ask: (visitor) => visitor.get('/api/strategy-drafts/999999') }],
    'get /api/strategy-drafts/{id}/measurability': [
      { action: 'draft.write', ask: (visitor) => visitor.get('/api/strategy-drafts/999999/measurability') },
    ],
    'get /api/strategy-drafts/{id}/comparison': [
      { action: 'draft.write', ask: (visitor) => visitor.get('/api/strategy-drafts/999999/comparison') },
    ],
    'get /api/strategy-drafts/{id}/parts/{key}': [
      { action: 'draft.write', ask: (visitor) => visitor.get('/api/strategy-drafts/999999/parts/names') },
    ],
    'put /api/strategy-drafts/{id}/parts/{key}': [
      { action: 'draft.write', ask: (visitor) => visitor.put('/api/strategy-drafts/999999/parts/names', { content: null }, STALE) },
    ],
    'get /api/strategy-drafts/{id}/parts/{key}/revisions': [
      { action: 'draft.write', ask: (visitor) => visitor.get('/api/strategy-drafts/999999/parts/names/revisions') },
    ],
    'post /api/strategy-drafts/{id}/steps': [
      { action: 'draft.write', ask: (visitor) => visitor.post('/api/strategy-drafts/999999/steps', { step: 'propose' }, STALE) },
    ],
    'get /api/overview': [{ action: 'overview.read', ask: (visitor) => visitor.get('/api/overview') }],
    'get /api/tasks': [{ action: 'task.read', ask: (visitor) => visitor.get('/api/tasks') }],
    'get /api/own-indicators': [{ action: 'indicator.read-own', ask: (visitor) => visitor.get('/api/own-indicators') }],
    'post /api/tasks/answers': Object.entries(DEPARTMENTS).map(([department, indicator]) => ({
      action: 'task.answer' as const,
      subject: { department },
      ask: (visitor: Visitor) => visitor.post('/api/tasks/answers', { indicator, period: '2999-Q1', kind: 'later', until: '2999-12-31' }),
    })),
    'post /api/tasks/answers/{id}/decision': [
      { action: 'task.decide', ask: (visitor) => visitor.post('/api/tasks/answers/999999/decision', { kind: 'declined' }) },
    ],
    'get /api/account/quick-reasons': [{ action: 'queue.own-reasons', ask: (visitor) => visitor.get('/api/account/quick-reasons') }],
    'put /api/account/quick-reasons': [
      { action: 'queue.own-reasons', ask: (visitor) => visitor.put('/api/account/quick-reasons', { reasons: ['Räkna om'] }) },
    ],
    'get /api/threads': Object.entries(DEPARTMENTS).map(([department, indicator]) => ({
      action: 'thread.read' as const,
      subject: { department },
      ask: (visitor: Visitor) => visitor.get(`/api/threads?indicator=${indicator}&period=2024-Q3`),
    })),
    'get /api/tasks/own.csv': [{ action: 'task.read', ask: (visitor) => visitor.get('/api/tasks/own.csv') }],
    'get /api/tasks/history.csv': [{ action: 'desk.own-history', ask: (visitor) => visitor.get('/api/tasks/history.csv') }],
    'get /api/threads/questions': [{ action: 'thread.read', ask: (visitor) => visitor.get('/api/threads/questions') }],
    'post /api/threads': Object.entries(DEPARTMENTS).map(([department, indicator]) => ({
      action: 'thread.write' as const,
      subject: { department },
      ask: (visitor: Visitor) => visitor.post('/api/threads', { indicator, period: '2024-Q3', text: 'Hej', answers: 999_999 }),
    })),
    'get /api/imports': [{ action: 'import.follow', ask: (visitor) => visitor.get('/api/imports') }],
    'post /api/imports': [
      {
        action: 'import.prepare',
        ask: (visitor) =>
          visitor.ask('POST', '/api/imports?file=ingen.csv', {
            body: Buffer.from('%PDF'),
            headers: { 'content-type': 'application/octet-stream' },
          }),
      },
    ],
    'get /api/imports/{id}': [{ action: 'import.follow', ask: (visitor) => visitor.get(`/api/imports/${NO_ID}`) }],
    'put /api/imports/{id}/choices': [
      {
        action: 'import.prepare',
        ask: (visitor) => visitor.put(`/api/imports/${NO_ID}/choices`, { source: 'Ingen', accept: [], round: false }, keyed()),
      },
    ],
    'post /api/imports/{id}/steps': [
      { action: 'import.follow', ask: (visitor) => visitor.post(`/api/imports/${NO_ID}/steps`, { step: 'check' }, keyed()) },
    ],
    'get /api/imports/{id}/rows': [{ action: 'import.follow', ask: (visitor) => visitor.get(`/api/imports/${NO_ID}/rows?kind=added`) }],
    'get /api/imports/{id}/refused.csv': [{ action: 'import.follow', ask: (visitor) => visitor.get(`/api/imports/${NO_ID}/refused.csv`) }],
    'get /api/import-sources': [{ action: 'import.prepare', ask: (visitor) => visitor.get('/api/import-sources') }],
    'put /api/import-sources': [
      { action: 'import.source', ask: (visitor) => visitor.put('/api/import-sources', { name: 'Ingen', isOfficial: false }, keyed()) },
    ],
    'get /api/review-queue': [{ action: 'queue.read', ask: (visitor) => visitor.get('/api/review-queue') }],
    'get /api/grid': [{ action: 'task.read', ask: (visitor) => visitor.get('/api/grid') }],
    'post /api/grid/drafts': [
      {
        action: 'task.read',
        ask: (visitor) =>
          visitor.post('/api/grid/drafts', {
            cells: [{ indicator: 'foretagsbesok', period: '2999-Q1', territory: '0884', version: 0, value: 1 }],
          }),
      },
    ],
    'post /api/grid/submissions': [
      {
        action: 'task.read',
        ask: (visitor) => visitor.post('/api/grid/submissions', { entries: [{ id: '00000000-0000-4000-8000-000000000000', version: 1 }] }),
      },
    ],
    'get /api/entry-form': Object.entries(DEPARTMENTS).map(([department, indicator]) => ({
      action: 'entry.read' as const,
      subject: { department },
      ask: (visitor: Visitor) => visitor.get(`/api/entry-form?indicator=${indicator}&period=2024-Q4`),
    })),
    'post /api/entries': Object.entries(DEPARTMENTS).map(([department, indicator]) => ({
      action: 'entry.save' as const,
      subject: { department },
      ask: (visitor: Visitor) => visitor.post('/api/entries', { indicator, period: '2999-Q1', quality: 'final' }),
    })),
    'post /api/admin/actors': [
      {
        action: 'organisation.change',
        ask: (visitor) => visitor.post('/api/admin/actors', { name: { sv: 'Teknik' }, kind: 'department' }),
      },
    ],
    'get /api/admin/reorganisations': [{ action: 'organisation.reorganise', ask: (visitor) => visitor.get('/api/admin/reorganisations') }],
    'get /api/admin/actors/{slug}/reorganisation': [
      { action: 'organisation.reorganise', ask: (visitor) => visitor.get('/api/admin/actors/ingen/reorganisation') },
    ],
    'post /api/admin/actors/{slug}/reorganisation': [
      {
        action: 'organisation.reorganise',
        ask: (visitor) =>
          visitor.post(
            '/api/admin/actors/ingen/reorganisation',
            { kind: 'close', from: '2026-01-01', decision: 'KF § 1', reason: 'Därför' },
            keyed(),
          ),
      },
    ],
    'post /api/admin/actors/{slug}/reorganisation/plans': [
      {
        action: 'organisation.reorganise',
        ask: (visitor) =>
          visitor.post(
            '/api/admin/actors/ingen/reorganisation/plans',
            { kind: 'close', from: '2999-01-01', decision: 'KF § 1', reason: 'Därför' },
            keyed(),
          ),
      },
    ],
    'delete /api/admin/planned-reorganisations/{id}': [
      { action: 'organisation.reorganise', ask: (visitor) => visitor.delete('/api/admin/planned-reorganisations/1') },
    ],
    'get /api/admin/indicators': [{ action: 'definition.revise', ask: (visitor) => visitor.get('/api/admin/indicators') }],
    'get /api/admin/indicators.csv': [{ action: 'definition.revise', ask: (visitor) => visitor.get('/api/admin/indicators.csv') }],
    'post /api/admin/indicators': [{ action: 'indicator.add', ask: (visitor) => addedAgain(visitor) }],
    'get /api/admin/indicators/{slug}/breaks': [{ action: 'series.break', ask: (visitor) => visitor.get(`${INDICATOR}/breaks`) }],
    'get /api/admin/indicators/{slug}/breaks/{period}': [
      { action: 'series.break', ask: (visitor) => visitor.get(`${INDICATOR}/breaks/1900`) },
    ],
    'put /api/admin/indicators/{slug}/breaks/{period}': [
      {
        action: 'series.break',
        ask: (visitor) => visitor.put(`${INDICATOR}/breaks/1900`, { breaking: { kind: 'none' }, reason: 'Därför' }, keyed()),
      },
    ],
    'get /api/admin/indicators/{slug}/notes': [{ action: 'point.annotate', ask: (visitor) => visitor.get(`${INDICATOR}/notes`) }],
    'get /api/admin/indicators/{slug}/notes/{period}': [
      { action: 'point.annotate', ask: (visitor) => visitor.get(`${INDICATOR}/notes/1900`) },
    ],
    'put /api/admin/indicators/{slug}/notes/{period}': [
      { action: 'point.annotate', ask: (visitor) => visitor.put(`${INDICATOR}/notes/1900`, { noting: { kind: 'none' } }, keyed()) },
    ],
    'get /api/rounds': [{ action: 'round.read', ask: (visitor) => visitor.get('/api/rounds') }],
    'get /api/rounds/{period}': [{ action: 'round.read', ask: (visitor) => visitor.get('/api/rounds/1999') }],
    'get /api/rounds/{period}/progress': [{ action: 'round.progress', ask: (visitor) => visitor.get('/api/rounds/1999/progress') }],
    'post /api/rounds': [{ action: 'round.plan', ask: (visitor) => visitor.post('/api/rounds', { period: '1999', ...DAYS_OF_A_ROUND }) }],
    'put /api/rounds/{period}': [
      { action: 'round.plan', ask: (visitor) => visitor.put('/api/rounds/1999', { ...DAYS_OF_A_ROUND, isCancelled: false }, keyed()) },
    ],
    'get /api/round-rules/{cadence}': [{ action: 'round.read', ask: (visitor) => visitor.get('/api/round-rules/month') }],
    'put /api/round-rules/{cadence}': [
      { action: 'round.plan', ask: (visitor) => visitor.put('/api/round-rules/month', RULE_OF_ROUNDS, keyed()) },
    ],
    'get /api/action-desk': [{ action: 'action.desk', ask: (visitor) => visitor.get('/api/action-desk') }],
    'get /api/action-desk/actions/{slug}': [{ action: 'action.desk', ask: (visitor) => visitor.get('/api/action-desk/actions/ingen') }],
    'post /api/action-desk/actions': [{ action: 'action.plan', ask: (visitor) => visitor.post('/api/action-desk/actions', NOBODYS) }],
    'put /api/action-desk/actions/{slug}': [
      { action: 'action.revise', ask: (visitor) => visitor.put('/api/action-desk/actions/ingen', NOBODYS, keyed()) },
    ],
    'get /api/admin/indicators/{slug}/definition': [{ action: 'definition.revise', ask: (visitor) => visitor.get(DEFINITION) }],
    'put /api/admin/indicators/{slug}/definition': [
      { action: 'definition.revise', ask: (visitor) => amended(visitor, DEFINITION, 'definition', ENGLISH) },
    ],
    'get /api/admin/goals/{goal}/targets/{indicator}': [{ action: 'target.decide', ask: (visitor) => visitor.get(TARGET) }],
    'put /api/admin/goals/{goal}/targets/{indicator}': [
      { action: 'target.decide', ask: (visitor) => amended(visitor, TARGET, 'measuring', {}) },
    ],
    'post /api/admin/target-trials': [
      { action: 'target.decide', ask: (visitor) => visitor.post('/api/admin/target-trials', { indicator: 'foretagsbesok', kind: 'none' }) },
    ],
    'post /api/admin/strategy-file': [
      { action: 'strategy.adopt', ask: (visitor) => visitor.post('/api/admin/strategy-file', { file: {} }) },
    ],
    'get /api/admin/strategy-template': [{ action: 'strategy.adopt', ask: (visitor) => visitor.get('/api/admin/strategy-template') }],
    'post /api/admin/strategy-template': [
      {
        action: 'strategy.adopt',
        ask: (visitor) =>
          visitor.post('/api/admin/strategy-template', { body: 'council', decidedOn: '2026-11-23', validFrom: '2027-01-01' }),
      },
    ],
    'get /api/admin/audit': [{ action: 'audit.read', ask: (visitor) => visitor.get('/api/admin/audit') }],
    'get /api/admin/audit.csv': [{ action: 'audit.read', ask: (visitor) => visitor.get('/api/admin/audit.csv') }],
    'get /api/admin/first-figure': [{ action: 'data-health.read', ask: (visitor) => visitor.get('/api/admin/first-figure') }],
    'get /api/admin/indicators/{slug}/first-value': [
      { action: 'data-health.read', ask: (visitor) => visitor.get(`${INDICATOR}/first-value`) },
    ],
    'get /api/admin/data-health': [{ action: 'data-health.read', ask: (visitor) => visitor.get('/api/admin/data-health') }],
    'get /api/admin/imports': [{ action: 'import.read', ask: (visitor) => visitor.get('/api/admin/imports') }],
    'get /api/admin/imports/{id}': [{ action: 'import.read', ask: (visitor) => visitor.get('/api/admin/imports/999999') }],
    'get /api/admin/settings': [{ action: 'settings.change', ask: (visitor) => visitor.get('/api/admin/settings') }],
    'put /api/admin/settings': [
      {
        action: 'settings.change',
        ask: (visitor) => visitor.put('/api/admin/settings', {}, keyed()),
      },
    ],
    'put /api/admin/settings/logo': [
      {
        action: 'settings.change',
        ask: (visitor) => visitor.put('/api/admin/settings/logo', { content: 'AAAA' }, keyed()),
      },
    ],
    'delete /api/admin/settings/logo': [
      {
        action: 'settings.change',
        ask: (visitor) => visitor.delete('/api/admin/settings/logo', keyed()),
      },
    ],
    'get /api/admin/machine-keys': [{ action: 'account.manage-machines', ask: (visitor) => visitor.get('/api/admin/machine-keys') }],
    'post /api/admin/machine-keys': [
      {
        action: 'account.manage-machines',
        ask: (visitor) =>
          visitor.post('/api/admin/machine-keys', { username: 'a', name: 'A', department: 'kultur', lastDay: '2020-01-01' }),
      },
    ],
    'post /api/admin/machine-keys/{id}/revocation': [
      { action: 'account.manage-machines', ask: (visitor) => visitor.post('/api/admin/machine-keys/999999/revocation', undefined) },
    ],
    'get /api/admin/maskings': [{ action: 'masking.decide', ask: (visitor) => visitor.get('/api/admin/maskings') }],
    'post /api/admin/maskings/search': [
      { action: 'masking.decide', ask: (visitor) => visitor.post('/api/admin/maskings/search', { text: 'Anna' }) },
    ],
    'post /api/admin/maskings': [
      {
        action: 'masking.decide',
        ask: (visitor) => visitor.post('/api/admin/maskings', { places: NOWHERE, reason: 'secrecy', decision: 'KS § 4' }),
      },
    ],
    'post /api/admin/maskings/lifted': [
      { action: 'masking.decide', ask: (visitor) => visitor.post('/api/admin/maskings/lifted', { places: NOWHERE, decision: 'KS § 5' }) },
    ],
    'post /api/admin/exports': [{ action: 'export.make', ask: (visitor) => visitor.post('/api/admin/exports', undefined) }],
    'get /api/admin/exports/{id}': [{ action: 'export.make', ask: (visitor) => visitor.get(`/api/admin/exports/${NO_ID}`) }],
    'get /api/admin/jobs': [{ action: 'job.manage', ask: (visitor) => visitor.get('/api/admin/jobs') }],
    'post /api/admin/jobs/{id}/attempts': [
      { action: 'job.manage', ask: (visitor) => visitor.post(`/api/admin/jobs/${NO_ID}/attempts`, undefined) },
    ],
    'get /api/admin/mails': [{ action: 'mail.read', ask: (visitor) => visitor.get('/api/admin/mails') }],
    'post /api/admin/mails/{id}/openings': [
      { action: 'mail.read', ask: (visitor) => visitor.post(`/api/admin/mails/${NO_ID}/openings`, undefined) },
    ],
    ...ROUTES_OF_PEOPLE,
  };
}

/** Changes that the policy is asked about, and that never come about. */
function changesBy(strategist: () => Promise<Visitor>) {
  /** What is in force, sent back as somebody's change from a revision that is never there. */
  const amended = async (visitor: Visitor, path: string, part: string, more: object): Promise<Answer> => {
    const there = (await (await strategist()).get(path)).json<Record<string, object>>();
    const body = { [part]: { ...there[part], ...more }, reason: 'Därför', decision: 'KF § 12' };
    return visitor.put(path, body, keyed());
  };
  /** What is measured already, added once more. */
  const addedAgain = async (visitor: Visitor): Promise<Answer> => {
    const { definition } = (await (await strategist()).get(DEFINITION)).json<{ definition: object }>();
    return visitor.post('/api/admin/indicators', { slug: 'foretagsbesok', definition: { ...definition, ...ENGLISH } });
  };
  return { addedAgain, amended };
}
