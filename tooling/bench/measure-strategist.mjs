/** (i) What the one waits for who writes and adopts a strategy, and how long the application takes of a sign-in at the municipality's provider. */
import { randomUUID } from 'node:crypto';
import { visitEditor } from './editor-visit.mjs';
import { INDICATORS } from './generated-strategy.mjs';
import { jsonOf } from './people.mjs';
import { signInByProvider } from './provider.mjs';
import { median } from './rounds.mjs';

/** As many as the largest strategy that was asked for has. */
export const MANY_INDICATORS = 300;

/** Milliseconds: of adopting a version, of opening the editor and of a keystroke in it (no browser: undefined), and of a sign-in. */
export async function measureStrategist({ world, strategistRounds, isQuick }) {
  const wide = await world.wide(MANY_INDICATORS);
  const [adopting, signIns] = [[], []];
  const { url, people } = await world.running('tenth');
  for (let round = 0; round < strategistRounds; round++) {
    adopting.push(await adopt({ url, people, number: round + 2, year: world.year }));
    signIns.push(await signInByProvider(wide));
  }
  return {
    indicators: INDICATORS,
    adopt: median(adopting),
    signIn: median(signIns),
    editor: await editorOf(wide, strategistRounds, isQuick),
  };
}

/** Draws up what is in force anew, lets a colleague propose it, and adopts it. Gives the milliseconds of the last. */
async function adopt({ url, people: { strategist, colleague }, number, year }) {
  const drafts = `${url}/api/strategy-drafts`;
  const begun = await jsonOf(drafts, { as: strategist, body: { title: `Version ${number}`, from: 'in-force' }, status: 201 });
  const decision = { number, body: { sv: 'kommunfullmäktige' }, decidedOn: `${year - 1}-01-01`, validFrom: `${year + number}-01-01` };
  const { revision } = begun.parts.find(({ key }) => key === 'decision');
  const part = { as: strategist, method: 'PUT', body: { content: decision }, headers: { 'if-match': `"${revision}"` } };
  await jsonOf(`${drafts}/${begun.id}/parts/decision`, part);
  const step = (who, version, word) =>
    jsonOf(`${drafts}/${begun.id}/steps`, { as: who, body: { step: word }, headers: { 'if-match': `"${version}"` } });
  const proposed = await step(colleague, begun.version, 'propose');
  const since = performance.now();
  const adopted = await step(strategist, proposed.version, 'adopt');
  if (adopted.state !== 'adopted') throw new Error(`The version was not adopted, but ${adopted.state}`);
  return performance.now() - since;
}

/** SKIP_BROWSER=1 does without a browser, as in the tests. */
async function editorOf({ url, people: { strategist } }, visits, isQuick) {
  if (isQuick || process.env.SKIP_BROWSER === '1') return undefined;
  const { id } = await jsonOf(`${url}/api/strategy-drafts`, {
    as: strategist,
    body: { title: randomUUID(), from: 'in-force' },
    status: 201,
  });
  return visitEditor({ url, path: `/administration/strategi/${id}?del=goal:mal-1`, cookie: strategist.cookie, visits });
}
