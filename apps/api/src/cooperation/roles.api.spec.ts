import type { RoleMatrix } from '@slusen/contracts';
import { wholeApplication, type WholeApplication } from '../testing/whole-application.js';

describe('who does what for which goal', () => {
  let whole: WholeApplication;
  beforeAll(async () => (whole = await wholeApplication()), 120_000);
  afterAll(() => whole.close());

  it('is one table of the strategy in force, with its gaps and the actions that each leads', async () => {
    const { goals, actors, roles, gaps } = (await whole.visitor().get('/api/roles')).json<RoleMatrix>();
    expect(goals.map(({ slug, isExample }) => [slug, isExample])).toEqual([
      ['fler-invanare', false],
      ['gemenskap', false],
      ['fler-gaster', true],
    ]);
    expect(actors.map(({ slug, openActions }) => [slug, openActions])).toEqual([
      ['utvecklingsavdelningen', 1],
      ['argus', 0],
    ]);
    expect(roles.map(({ goal, actor, role, isExample }) => [goal, actor, role, isExample])).toEqual([
      ['fler-invanare', 'utvecklingsavdelningen', 'leads', false],
      ['fler-invanare', 'argus', 'participates', true],
      ['fler-gaster', 'utvecklingsavdelningen', 'leads', true],
    ]);
    expect(gaps).toEqual({ noLead: ['gemenskap'], onlyMunicipality: ['fler-gaster'], overloaded: [] });
  });

  it('is a file, too', async () => {
    const { headers, text } = await whole.visitor().get('/api/roles.csv');
    expect([headers['content-type'], headers['content-disposition']]).toEqual([
      'text/csv; charset=utf-8',
      'attachment; filename="roller.csv"',
    ]);
    expect(text.split('\r\n').length).toBe(6);
    expect(text).toContain(',gemenskap,gemenskap,,,,,false,CC0-1.0\r\n');
  });
});
