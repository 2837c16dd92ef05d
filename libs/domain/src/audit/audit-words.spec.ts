import { globSync, readFileSync } from 'node:fs';
import { ENTRY_ACTIONS } from '../entry/entry.js';
import { auditActionText } from './audit-words.js';

describe('what is told of an event in the trail', () => {
  const sources = globSync('apps/api/src/**/*.ts').filter((file) => !/\.spec\.ts$|\.fixtures\.ts$|\/testing\//.test(file));
  const recorded = sources.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\baction: '([a-z-]+\.[a-z-]+)'/g)].map(([, action]) => String(action)),
  );

  it('is words in each language for everything that the program records', () => {
    const actions = new Set([...recorded, ...ENTRY_ACTIONS.map((action) => `entry.${action}`)]);
    expect(actions.size).toBeGreaterThan(15);
    for (const language of ['sv', 'en'] as const)
      expect([...actions].filter((action) => auditActionText(action, language) === action))
        .withContext(language)
        .toEqual([]);
  });

  it('is its name where a later version recorded it', () => {
    expect(auditActionText('plan.begin', 'sv')).toBe('plan.begin');
    expect(auditActionText('constructor', 'en')).toBe('constructor');
  });

  it('is a sentence that somebody did it', () =>
    expect([auditActionText('entry.approve', 'sv'), auditActionText('session.open', 'en')]).toEqual([
      'Godkände en inmatning',
      'Signed in',
    ]));
});
