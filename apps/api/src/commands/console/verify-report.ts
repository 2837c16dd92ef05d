import type { INestApplicationContext } from '@nestjs/common';
import type { CheckResult } from '../../integrity/verify/check.js';
import { Verify, type VerifyOrder } from '../../integrity/verify/verify.js';
import { withProgress } from './progress.js';
import type { Terminal } from './terminal.js';

/** Runs verify and tells of every check as it is done; returns whether nothing was found. */
export async function reportVerify(app: INestApplicationContext, order: VerifyOrder, terminal: Terminal): Promise<boolean> {
  const start = Date.now();
  const tell = (result: CheckResult): void => {
    terminal.progress(undefined);
    for (const line of linesOf(result)) terminal.say(line);
  };
  const results = await withProgress(terminal, 'Checking', () => app.get(Verify).run(order, tell));
  const faults = results.reduce((sum, { faultCount }) => sum + faultCount, 0);
  const took = `${results.length} checks in ${((Date.now() - start) / 1000).toFixed(1)} s`;
  terminal.say(faults === 0 ? `Nothing is wrong: ${took}.` : `${faults} ${faults === 1 ? 'thing is' : 'things are'} wrong: ${took}.`);
  return faults === 0;
}

function* linesOf({ name, looked, ms, faultCount, faults, notes }: CheckResult): Generator<string> {
  yield `${faultCount === 0 ? '✓' : '✗'} ${name.padEnd(46)} ${String(looked).padStart(8)} looked at ${String(ms).padStart(6)} ms`;
  for (const { where, what } of faults) yield `    ${where}: ${what}`;
  for (const note of notes) yield `    ${note}`;
  if (faultCount > faults.length) yield `    and ${faultCount - faults.length} more`;
}
