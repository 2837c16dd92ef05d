import { type StrategyFile } from '@slusen/contracts';
import { ENTRY_STATES, isAllowed, latestDuePeriod, periodCode, type AccountFacts } from '@slusen/domain';
import { DEMO_ACCOUNTS } from './accounts.js';
import { readDemoContent } from './demo-content.js';
import { demoEntries } from './demo-entries.js';

const account = (username: string): AccountFacts => ({
  id: username,
  roles: DEMO_ACCOUNTS.find((one) => one.username === username)?.roles ?? [],
});
const STATE_AFTER = { save: 'draft', submit: 'submitted', return: 'returned' } as const;

describe('the accounts and entries of the demonstration', () => {
  let strategy: StrategyFile;
  beforeAll(async () => {
    ({ strategy } = await readDemoContent('apps/api/src/demo'));
  });
  const departmentOf = (slug: string) => strategy.indicators.find((one) => one.slug === slug)?.owner;

  it('have unique usernames, and roles in departments that exist', () => {
    expect(new Set(DEMO_ACCOUNTS.map(({ username }) => username)).size).toBe(DEMO_ACCOUNTS.length);
    const departments = strategy.actors.filter(({ kind }) => kind === 'department').map(({ slug }) => slug);
    for (const { department } of DEMO_ACCOUNTS.flatMap(({ roles }) => roles)) {
      if (department !== undefined) expect(departments).toContain(department);
    }
    for (const role of ['reporter', 'reviewer', 'politician', 'administrator']) {
      expect(DEMO_ACCOUNTS.some(({ roles }) => roles.some((one) => one.role === role)))
        .withContext(role)
        .toBeTrue();
    }
  });

  it('give every indicator a reporter and a reviewer who is someone else', () => {
    const subject = (owner: string | undefined) => ({ department: owner, state: 'submitted' as const });
    const who = (action: 'entry.save' | 'entry.approve', owner: string | undefined) =>
      DEMO_ACCOUNTS.filter(({ username }) => isAllowed(account(username), action, subject(owner)) === 'allowed').map((one) => one.username);
    for (const { slug, owner } of strategy.indicators) {
      const reporters = who('entry.save', owner);
      expect(reporters.length).withContext(slug).toBeGreaterThan(0);
      for (const reporter of reporters) {
        expect(who('entry.approve', owner).some((reviewer) => reviewer !== reporter))
          .withContext(slug)
          .toBeTrue();
      }
    }
  });

  it('have one account that both reports and reviews in the same department', () => {
    const both = DEMO_ACCOUNTS.filter(({ roles }) =>
      roles.some(
        (one) => one.role === 'reporter' && roles.some((other) => other.role === 'reviewer' && other.department === one.department),
      ),
    );
    expect(both.map(({ username }) => username)).toEqual(['mikael']);
  });

  for (const today of ['2026-01-01', '2026-11-23', '2029-05-06']) {
    it(`have two entries for review, one returned with a reason and one draft on ${today}`, () => {
      const entries = demoEntries(strategy, today);
      const states = entries.map(({ steps }) => STATE_AFTER[steps.at(-1)?.action ?? 'save']);
      expect(states).toEqual(['submitted', 'returned', 'submitted', 'draft']);
      expect(entries[1]?.steps.at(-1)?.reason).toContain('filialerna');
      for (const entry of entries) {
        const indicator = strategy.indicators.find(({ slug }) => slug === entry.indicator);
        const due = indicator && latestDuePeriod(indicator, today);
        expect(entry.period)
          .withContext(entry.indicator)
          .toBe(due ? periodCode(due) : '');
        expect(Number.isInteger(entry.value) && entry.value > 0)
          .withContext(`${entry.indicator}: ${entry.value}`)
          .toBeTrue();
      }
    });
  }

  it('let each take only steps that the policy allows', () => {
    for (const entry of demoEntries(strategy, '2026-11-23')) {
      let state: (typeof ENTRY_STATES)[number] = 'draft';
      for (const { action, by } of entry.steps) {
        const subject = { department: departmentOf(entry.indicator), state };
        expect(isAllowed(account(by), `entry.${action}`, subject))
          .withContext(`${entry.indicator}: ${by} ${action}`)
          .toBe('allowed');
        state = STATE_AFTER[action];
      }
    }
  });
});
