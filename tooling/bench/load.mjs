/** A round of load on one side, with what it cost. */
import { cpuMsOf } from './processes.mjs';

const WARM_UP_SECONDS = 2;

/**
 * A side for `alternate`: asks the load generator for `order` during `seconds`. A round is `{ perSecond, p50, p99 }` (and
 * milliseconds) with `cpuMs`, the server's processor time per answer, and `busy`, the share of one core that the load
 * generator itself used (near 1: it was the limit, not the server). The last two are NaN where the system does not tell.
 */
export function loadSide({ load, pid, order, seconds }) {
  return async ({ isWarmUp }) => {
    const wanted = { ...order, seconds: isWarmUp ? Math.min(WARM_UP_SECONDS, seconds) : seconds };
    const before = [cpuMsOf(pid), cpuMsOf(load.pid)];
    const round = await load.ask(wanted);
    const [used, ownUsed] = [pid, load.pid].map((process, at) => cpuMsOf(process) - before[at]);
    return { ...round, cpuMs: used / (round.perSecond * wanted.seconds), busy: ownUsed / 1000 / wanted.seconds };
  };
}
