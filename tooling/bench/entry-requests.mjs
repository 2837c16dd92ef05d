/** One entry after the other through the whole write path: recorded, submitted, approved, by two people. */
import { randomUUID } from 'node:crypto';

/** Rising and falling a little, and never the same twice in a row, so that no figure is asked about. */
export const VALUES = [100, 104, 101, 105, 102, 106, 103];

/**
 * The three requests of autocannon for one entry. A lane is a series of its own, so that no two connections write to one;
 * each walks its periods, then takes the next series of its list. `people`: sign-in headers of reporter and reviewer;
 * `lanes`: `{ series: [breakdown, …], at }`, which go on where an earlier round stopped.
 */
export function entryRequests({ indicator, periods, people, lanes }) {
  const free = [...lanes];
  const faults = [];
  let finished = 0;
  const step = (action, version, who) => ({
    method: 'POST',
    setupRequest: (request, context) => ({
      ...request,
      path: `/api/entries/${context.id}/steps`,
      headers: { ...request.headers, ...people[who], ...changing(), 'if-match': `"${version}"` },
      body: JSON.stringify({ action }),
    }),
  });
  const record = {
    method: 'POST',
    path: '/api/entries',
    setupRequest: (request, context) => {
      context.lane = free.shift();
      return {
        ...request,
        headers: { ...request.headers, ...people.reporter, ...changing() },
        body: figureOf(context.lane, { indicator, periods }),
      };
    },
    onResponse: (status, body, context) => {
      if (status !== 201) faults.push(`${status} ${body}`);
      else context.id = JSON.parse(body).id;
    },
  };
  const check = (status, body) => status === 200 || void faults.push(`${status} ${body}`);
  const submit = { ...step('submit', 1, 'reporter'), onResponse: check };
  const approve = {
    ...step('approve', 2, 'reviewer'),
    onResponse: (status, body, context) => {
      if (check(status, body)) finished += 1;
      free.push(context.lane);
    },
  };
  return { requests: [record, submit, approve], done: () => finished, faults };
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
