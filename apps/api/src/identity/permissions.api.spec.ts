import type { OpenAPIObject } from '@nestjs/swagger';
import type { EntryStep, EntryView } from '@slusen/contracts';
import {
  ENTRY_ACTIONS,
  ENTRY_STATES,
  PERMISSION_ACTIONS,
  isAllowed,
  type AccountFacts,
  type EntryState,
  type Permission,
  type PermissionAction,
  type PermissionSubject,
} from '@slusen/domain';
import { randomUUID } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { begin, entryIn, take } from '../testing/entry-desk.js';
import { PASSWORD, PEOPLE, type Person } from '../testing/office.js';
import type { Answer, Visitor } from '../testing/visitor.js';
import { wholeApplication, type WholeApplication } from '../testing/whole-application.js';

const DEPARTMENTS = { utvecklingsavdelningen: 'foretagsbesok', kultur: 'biblioteksbesok' } as const;
type Department = keyof typeof DEPARTMENTS;

/** The policy's own answer, from the same table that documents it. */
function verdict(person: Person, action: PermissionAction, subject?: PermissionSubject): Permission {
  const {
    role,
    also,
    department,
  }: { role?: AccountFacts['roles'][number]['role']; also?: AccountFacts['roles'][number]['role']; department?: string } = PEOPLE[person];
  const roles = [role, also].flatMap((held) => (held ? [{ role: held, department }] : []));
  return isAllowed({ id: person, roles }, action, subject);
}

/** What an answer says about rights, whatever else it says. */
function answered({ problem: { code } }: Answer): Permission {
  if (code === 'permission.hidden' || code === 'entry.not-found') return 'hidden';
  return code === 'permission.forbidden' ? 'forbidden' : 'allowed';
}

const STATUS: Readonly<Record<Exclude<Permission, 'allowed'>, number>> = { hidden: 404, forbidden: 403 };

describe('the rights that the policy gives', () => {
  let whole: WholeApplication;
  const entries = new Map<string, EntryView>();
  beforeAll(async () => {
    whole = await wholeApplication();
    const people = { utvecklingsavdelningen: ['reporter', 'reviewer'], kultur: ['neighbour', 'critic'] } as const;
    for (const [department, [author, reviewer]] of Object.entries(people)) {
      for (const [at, state] of ENTRY_STATES.entries()) {
        const made = await makeEntry({
          author: await whole.as(author),
          reviewer: await whole.as(reviewer),
          period: `20${15 + at}-Q1`,
          state,
          indicator: DEPARTMENTS[department as Department],
        });
        entries.set(`${department} ${state}`, made);
      }
    }
  }, 120_000);
  afterAll(() => whole.close());

  interface Route {
    /** The right it takes. */
    readonly action: PermissionAction;
    readonly ask: (visitor: Visitor) => Promise<Answer>;
    readonly subject?: PermissionSubject;
  }
  // A version that is never there and a period that never begins: who may is then told something else than about rights.
  const stale = { 'if-match': '"999999"' };
  const keyed = () => ({ ...stale, 'idempotency-key': randomUUID() });
  const step = (id: string, action: EntryStep['action']) => (visitor: Visitor) =>
    visitor.post(`/api/entries/${id}/steps`, { action, reason: 'Därför' }, stale);

  /** An id that no account, mail or job has. */
  const NO_ID = '00000000-0000-4000-8000-000000000000';
  const DECIDED = { body: 'KS', decidedOn: '2026-01-01', reference: '§ 1' };
  const manage = (ask: Route['ask']): readonly Route[] => [{ action: 'account.manage', ask }];
  const ofPeople = (): Readonly<Record<string, readonly Route[]>> => ({
    'get /api/admin/people': manage((visitor) => visitor.get('/api/admin/people')),
    'post /api/admin/people': manage((visitor) =>
      visitor.post('/api/admin/people', { name: 'Åsa', email: 'a@exempel.se', roles: [{ role: 'reporter' }] }),
    ),
    'get /api/admin/people/{id}': manage((visitor) => visitor.get(`/api/admin/people/${NO_ID}`)),
    'put /api/admin/people/{id}/roles': manage((visitor) => visitor.put(`/api/admin/people/${NO_ID}/roles`, { roles: [] }, stale)),
    'put /api/admin/people/{id}/access': manage((visitor) => visitor.put(`/api/admin/people/${NO_ID}/access`, { isDisabled: true }, stale)),
    'post /api/admin/people/{id}/links': manage((visitor) => visitor.post(`/api/admin/people/${NO_ID}/links`, undefined)),
    'delete /api/admin/people/{id}/sessions': manage((visitor) => visitor.delete(`/api/admin/people/${NO_ID}/sessions`)),
    'delete /api/admin/people/{id}/sessions/{session}': manage((visitor) =>
      visitor.delete(`/api/admin/people/${NO_ID}/sessions/0123456789abcdef`),
    ),
    'delete /api/admin/people/{id}/second-factor': manage((visitor) => visitor.delete(`/api/admin/people/${NO_ID}/second-factor`)),
    'get /api/admin/people/{id}/pseudonym/preview': [
      { action: 'disposal.read', ask: (visitor) => visitor.get(`/api/admin/people/${NO_ID}/pseudonym/preview`) },
    ],
    'put /api/admin/people/{id}/pseudonym': [
      { action: 'disposal.carry-out', ask: (visitor) => visitor.put(`/api/admin/people/${NO_ID}/pseudonym`, { decision: DECIDED }, stale) },
    ],
    'get /api/admin/disposals': [{ action: 'disposal.read', ask: (visitor) => visitor.get('/api/admin/disposals') }],
    'post /api/admin/disposals/preview': [
      { action: 'disposal.read', ask: (visitor) => visitor.post('/api/admin/disposals/preview', { kind: 'mails', before: '2199-01-01' }) },
    ],
    'post /api/admin/disposals': [
      {
        action: 'disposal.carry-out',
        ask: (visitor) => visitor.post('/api/admin/disposals', { kind: 'mails', before: '2199-01-01', decision: DECIDED }),
      },
    ],
    'post /api/admin/people/{id}/deputies': manage((visitor) =>
      visitor.post(`/api/admin/people/${NO_ID}/deputies`, { deputy: NO_ID, from: '2020-01-01', to: '2020-01-01' }, stale),
    ),
    'delete /api/admin/people/{id}/deputies/{deputy}': manage((visitor) => visitor.delete(`/api/admin/people/${NO_ID}/deputies/1`)),
    'post /api/admin/role-proposals': manage((visitor) => visitor.post('/api/admin/role-proposals', { department: 'rymdbyran' })),
    'post /api/admin/role-proposals/{id}/decisions': manage((visitor) =>
      visitor.post(`/api/admin/role-proposals/${NO_ID}/decisions`, { isConfirmed: true }),
    ),
  });

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
  /** What a definition needs that was made without it. */
  const ENGLISH = { name: { sv: 'Företagsbesök', en: 'Visits' }, definition: { sv: 'Antal besök.', en: 'Number of visits.' } };
  const TARGET = '/api/admin/goals/fler-invanare/targets/foretagsbesok';

  const single: Readonly<Record<string, readonly Route[]>> = {
    'get /api/session': [{ action: 'account.read-own', ask: (visitor) => visitor.get('/api/session') }],
    'delete /api/session': [{ action: 'account.end-own-sessions', ask: (visitor) => visitor.delete('/api/session') }],
    'delete /api/sessions': [{ action: 'account.end-own-sessions', ask: (visitor) => visitor.delete('/api/sessions') }],
    'put /api/account/password': [
      {
        action: 'account.change-own-password',
        ask: (visitor) => visitor.put('/api/account/password', { current: 'fel', next: 'ett nytt lösenord' }),
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
      { action: 'draft.write', ask: (visitor) => visitor.put('/api/strategy-drafts/999999/parts/names', { content: null }, stale) },
    ],
    'get /api/strategy-drafts/{id}/parts/{key}/revisions': [
      { action: 'draft.write', ask: (visitor) => visitor.get('/api/strategy-drafts/999999/parts/names/revisions') },
    ],
    'post /api/strategy-drafts/{id}/steps': [
      { action: 'draft.write', ask: (visitor) => visitor.post('/api/strategy-drafts/999999/steps', { step: 'propose' }, stale) },
    ],
    'get /api/overview': [{ action: 'overview.read', ask: (visitor) => visitor.get('/api/overview') }],
    'get /api/tasks': [{ action: 'task.read', ask: (visitor) => visitor.get('/api/tasks') }],
    'get /api/review-queue': [{ action: 'queue.read', ask: (visitor) => visitor.get('/api/review-queue') }],
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
    'post /api/admin/strategy-template': [
      {
        action: 'strategy.adopt',
        ask: (visitor) =>
          visitor.post('/api/admin/strategy-template', { body: 'council', decidedOn: '2026-11-23', validFrom: '2027-01-01' }),
      },
    ],
    'get /api/admin/audit': [{ action: 'audit.read', ask: (visitor) => visitor.get('/api/admin/audit') }],
    'get /api/admin/audit.csv': [{ action: 'audit.read', ask: (visitor) => visitor.get('/api/admin/audit.csv') }],
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
    'get /api/admin/jobs': [{ action: 'job.manage', ask: (visitor) => visitor.get('/api/admin/jobs') }],
    'post /api/admin/jobs/{id}/attempts': [
      { action: 'job.manage', ask: (visitor) => visitor.post(`/api/admin/jobs/${NO_ID}/attempts`, undefined) },
    ],
    'get /api/admin/mails': [{ action: 'mail.read', ask: (visitor) => visitor.get('/api/admin/mails') }],
    'post /api/admin/mails/{id}/openings': [
      { action: 'mail.read', ask: (visitor) => visitor.post(`/api/admin/mails/${NO_ID}/openings`, undefined) },
    ],
    ...ofPeople(),
  };
  const NOWHERE = [{ table: 'observation', row: '999999', field: 'source' }];
  /** What is in force, sent back as somebody's change from a revision that is never there; read in a session of its own, since some are ended here. */
  const amended = async (visitor: Visitor, path: string, part: string, more: object): Promise<Answer> => {
    const there = (await (await signedIn('strategist')).get(path)).json<Record<string, object>>();
    const body = { [part]: { ...there[part], ...more }, reason: 'Därför', decision: 'KF § 12' };
    return visitor.put(path, body, keyed());
  };
  /** What is measured already, added once more. */
  const addedAgain = async (visitor: Visitor): Promise<Answer> => {
    const { definition } = (await (await signedIn('strategist')).get(DEFINITION)).json<{ definition: object }>();
    return visitor.post('/api/admin/indicators', { slug: 'foretagsbesok', definition: { ...definition, ...ENGLISH } });
  };
  const OF_ENTRIES = ['get /api/entries/{id}', 'put /api/entries/{id}', 'post /api/entries/{id}/steps'];

  /** The three routes of one entry, and every step of it. */
  function ofEntry(department: Department, state: EntryState): Route[] {
    const { id } = entries.get(`${department} ${state}`)!;
    const subject = { department, state };
    const steps = (['submit', 'withdraw', 'return', 'approve', 'discard'] as const).map((action): Route => ({
      action: `entry.${action}`,
      subject,
      ask: step(id, action),
    }));
    return [
      { action: 'entry.read', subject, ask: (visitor) => visitor.get(`/api/entries/${id}`) },
      { action: 'entry.save', subject, ask: (visitor) => visitor.put(`/api/entries/${id}`, { quality: 'final' }, stale) },
      ...steps,
    ];
  }

  it('are asked on every route that is not public', async () => {
    const { paths } = (await whole.visitor().get('/api/openapi.json')).json<OpenAPIObject>();
    const routes = Object.entries(paths).flatMap(([path, item]) =>
      (['get', 'post', 'put', 'delete', 'patch'] as const).flatMap((method) =>
        item[method] && item[method].security?.length !== 0 ? [`${method} ${path}`] : [],
      ),
    );
    const tried = [...Object.keys(single), ...OF_ENTRIES];
    const untried = routes.filter((route) => !tried.includes(route));
    const gone = tried.filter((route) => !routes.includes(route));
    expect({ untried, gone }).toEqual({ untried: [], gone: [] });
  });

  it('are each asked about somewhere', () => {
    const sources = globSync('apps/api/src/**/*.ts').filter((file) => !/\.spec\.ts$/.test(file));
    const asked = sources.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/permissions\.require\([\w.]+, (?:'([\w.-]+)'|`entry\.\$\{step\.action\}`)/g)].map(
        ([, action]) => action,
      ),
    );
    const steps = ENTRY_ACTIONS.map((action) => `entry.${action}`);
    const all = new Set([...asked, ...(asked.includes(undefined) ? steps : [])]);
    expect(PERMISSION_ACTIONS.filter((action) => !all.has(action))).toEqual([]);
  });

  const signedIn = async (person: Person): Promise<Visitor> => {
    const visitor = whole.visitor();
    expect((await visitor.signIn(person, PASSWORD)).status).toBe(201);
    return visitor;
  };
  const check = async (person: Person, visitor: Visitor, { action, subject, ask }: Route): Promise<void> => {
    const answer = await ask(visitor);
    const wanted = verdict(person, action, subject);
    const context = `${person}: ${action} ${JSON.stringify(subject ?? {})} → ${answer.status} ${answer.problem.code ?? ''}`;
    expect(answered(answer)).withContext(context).toBe(wanted);
    expect(answer.status).withContext(context).not.toBe(401);
    if (wanted !== 'allowed') expect(answer.status).withContext(context).toBe(STATUS[wanted]);
  };

  const sameAsOthers: readonly Person[] = ['colleague', 'second'];
  for (const person of (Object.keys(PEOPLE) as Person[]).filter((name) => !sameAsOthers.includes(name))) {
    it(`hold for ${person} on every route`, async () => {
      const visitor = await signedIn(person);
      const endsSession = ({ action }: Route): boolean => action === 'account.end-own-sessions';
      const routes = Object.values(single).flat();
      for (const route of routes.filter((one) => !endsSession(one))) await check(person, visitor, route);
      for (const route of routes.filter(endsSession)) await check(person, await signedIn(person), route);
    });

    it(`hold for ${person} on entries of every department in every state`, async () => {
      const visitor = await signedIn(person);
      for (const department of Object.keys(DEPARTMENTS) as Department[]) {
        for (const state of ENTRY_STATES) for (const route of ofEntry(department, state)) await check(person, visitor, route);
      }
    });
  }

  it('are none without a session', async () => {
    for (const { action, ask } of [...Object.values(single).flat(), ...ofEntry('kultur', 'approved')]) {
      const { status, problem } = await ask(whole.visitor());
      expect([status, problem.code]).withContext(action).toEqual([401, 'session.missing']);
    }
  });

  it('tell nobody whether there is an entry they may not read', async () => {
    const politician = await signedIn('politician');
    const { id } = entries.get('kultur draft')!;
    const [there, nowhere] = [
      await politician.get(`/api/entries/${id}`),
      await politician.get('/api/entries/00000000-0000-4000-8000-000000000000'),
    ];
    expect([there.status, nowhere.status]).toEqual([404, 404]);
    const said = ({ problem: { instance: _, ...rest } }: Answer) => JSON.stringify(rest).replaceAll(/[0-9a-f-]{36}/g, 'id');
    expect(said(there)).toBe(said(nowhere));
  });
});

interface Wanted {
  readonly author: Visitor;
  readonly reviewer: Visitor;
  readonly period: string;
  readonly state: EntryState;
  readonly indicator: string;
}

async function makeEntry({ author, reviewer, period, state, indicator }: Wanted): Promise<EntryView> {
  const draft = entryIn(await begin(author, period, { indicator }));
  if (state === 'draft') return draft;
  if (state === 'discarded') return entryIn(await take(author, draft, { action: 'discard' }));
  const waiting = entryIn(await take(author, draft, { action: 'submit' }));
  if (state === 'submitted') return waiting;
  return entryIn(await take(reviewer, waiting, state === 'approved' ? { action: 'approve' } : { action: 'return', reason: 'Räkna om' }));
}
