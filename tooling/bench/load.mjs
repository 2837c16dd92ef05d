/** A round of load on one side, with what it cost. */
import { cpuMsOf, cpuMsOfFamily } from './processes.mjs';

const WARM_UP_SECONDS = 2;

/**
 * A side for `alternate`: asks the load generator for `order` during `seconds` (an order to wait has a count instead). A round is
 * `{ perSecond, p50, p99 }` (and milliseconds) with `cpuMs` and `databaseMs`, the processor time of the server and of PostgreSQL for each
 * answer, and `busy`, the share of one core that the load generator itself used (near 1: it was the limit, not the server). The last three
 * are NaN where the system does not tell.
 */
export function loadSide({ load, pid, databasePid, order, seconds = 1 }) {
  const spent = () => [cpuMsOf(pid), databasePid === undefined ? 0 : cpuMsOfFamily(databasePid), cpuMsOf(load.pid)];
  return async ({ isWarmUp }) => {
    const wanted = { ...order, seconds: isWarmUp ? Math.min(WARM_UP_SECONDS, seconds) : seconds };
    const before = spent();
    const round = await load.ask(wanted);
    const [server, database, own] = spent().map((ms, at) => ms - before[at]);
    const answers = round.answers ?? round.perSecond * wanted.seconds;
    return { ...round, cpuMs: server / answers, databaseMs: database / answers, busy: own / 1000 / seconds };
  };
}
