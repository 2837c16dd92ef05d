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
import { globSync, readFileSync } from 'node:fs';
import { begin, entryIn, take } from '../testing/entry-desk.js';
import { PASSWORD, PEOPLE, type Person } from '../testing/office.js';
import type { Answer, Visitor } from '../testing/visitor.js';
import { DEPARTMENTS, guardedRoutes } from './guarded-routes.fixtures.js';
import { NO_ID, STALE, type Route } from './routes-of-people.fixtures.js';
import { wholeApplication, type WholeApplication } from '../testing/whole-application.js';

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

  const step = (id: string, action: EntryStep['action']) => (visitor: Visitor) =>
    visitor.post(`/api/entries/${id}/steps`, { action, reason: 'Därför' }, STALE);

  const signedIn = async (person: Person): Promise<Visitor> => {
    const visitor = whole.visitor();
    expect((await visitor.signIn(person, PASSWORD)).status).toBe(201);
    return visitor;
  };
  const single = guardedRoutes(() => signedIn('strategist'));
  const OF_ENTRIES = [
    ...['get /api/entries/{id}', 'put /api/entries/{id}', 'post /api/entries/{id}/steps'],
    ...['get /api/entries/{id}/attachments/{attachment}', 'put /api/entries/{id}/attachments/{attachment}'],
    'put /api/entries/{id}/attachments/{attachment}/kept',
  ];

  const fileOf = (id: string): string => `/api/entries/${id}/attachments/${NO_ID}`;

  /** The routes of one entry and of a file that it has not, and every step of it. */
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
      { action: 'entry.save', subject, ask: (visitor) => visitor.put(`/api/entries/${id}`, { quality: 'final' }, STALE) },
      { action: 'entry.read', subject, ask: (visitor) => visitor.get(fileOf(id)) },
      { action: 'entry.save', subject, ask: (visitor) => visitor.put(`${fileOf(id)}/kept`, { kept: false }, STALE) },
      {
        action: 'entry.save',
        subject,
        ask: (visitor) =>
          visitor.ask('PUT', `${fileOf(id)}?name=a.pdf`, {
            body: Buffer.from('x'),
            headers: { ...STALE, 'content-type': 'application/octet-stream' },
          }),
      },
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
