/** One entry after the other through the write path: recorded, submitted, approved. */
import { randomUUID } from 'node:crypto';

/** Rising and falling a little, and never the same twice in a row, so that no figure is asked about. */
export const VALUES = [100, 104, 101, 105, 102, 106, 103];

/** What follows when a figure is recorded: at which version, and who does it. */
const STEPS = { submit: { version: 1, who: 'reporter' }, approve: { version: 2, who: 'reviewer' } };

/**
 * The requests of autocannon for one entry: recorded, then `steps` one after the other (without them submitted and approved). A lane is a
 * series of its own, so that no two connections write to one; each walks its periods, then takes the next series of its list. `people`:
 * sign-in headers of reporter and reviewer; `lanes`: `{ series: [breakdown, …], at, reporter }`, which go on where an earlier round stopped
 * (`reporter`: the headers of whoever enters in this lane, where not all are one).
 */
export function entryRequests({ indicator, periods, people, lanes, steps = Object.keys(STEPS) }) {
  const free = [...lanes];
  const faults = [];
  let finished = 0;
  const check = (status, body, wanted = 200) => status === wanted || void faults.push(`${status} ${body}`);
  const headersOf = (context, who) => (who === 'reporter' && context.lane.reporter) || people[who];
  const record = {
    method: 'POST',
    path: '/api/entries',
    setupRequest: (request, context) => {
      context.lane = free.shift();
      return {
        ...request,
        headers: { ...request.headers, ...headersOf(context, 'reporter'), ...changing() },
        body: figureOf(context.lane, { indicator, periods }),
      };
    },
    onResponse: (status, body, context) => {
      if (check(status, body, 201)) context.id = JSON.parse(body).id;
    },
  };
  const step = (action, at) => ({
    method: 'POST',
    setupRequest: (request, context) => ({
      ...request,
      path: `/api/entries/${context.id}/steps`,
      headers: { ...request.headers, ...headersOf(context, STEPS[action].who), ...changing(), 'if-match': `"${STEPS[action].version}"` },
      body: JSON.stringify({ action }),
    }),
    onResponse: (status, body, context) => {
      const isDone = check(status, body);
      if (at < steps.length - 1) return;
      if (isDone) finished += 1;
      free.push(context.lane);
    },
  });
  return { requests: [record, ...steps.map(step)], done: () => finished, faults };
}

const changing = () => ({ 'content-type': 'application/json', 'idempotency-key': randomUUID() });

/** The lane's next figure: period after period, then on to its next series. */
export function figureOf(lane, { indicator, periods }) {
  const at = lane.at++;
  const breakdown = lane.series[Math.floor(at / periods.length)];
  if (breakdown === undefined) throw new Error('A lane has no series left: the bench was given too few');
  const body = {
    indicator,
    period: periods[at % periods.length],
    breakdown,
    value: VALUES[at % VALUES.length],
    quality: 'final',
    answers: [],
  };
  return JSON.stringify(body);
}
