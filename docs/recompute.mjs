/**
 * Recomputes every status and every chance from what an installation tells everybody, by docs/method.md and nothing else:
 * `node docs/recompute.mjs https://mal.example.se`. Names what comes out otherwise than the pages say; then it ends with 1.
 */
const [base = 'http://127.0.0.1:3000'] = process.argv.slice(2);
const get = async (path) => (await fetch(base + path)).json();

/** Months of a period, and its last month counted from the year 0: `2026-Q3` → 3 and 2026 × 12 + 9. */
const monthsOf = (code) => ({ M: 1, Q: 3, T: 4, H: 6 })[code[5]] ?? 12;
const at = (code) => Number(code.slice(0, 4)) * 12 + (code.length > 4 ? monthsOf(code) * Number(code.slice(6)) : 12);
const years = (from, to) => (at(to) - at(from)) / 12;
/** A break lies between two periods when one of them has come to the first month after it, and the other has not. */
const isAfter = (code, cut) => at(code) >= at(cut) - monthsOf(cut) + 1;
const isCut = (a, b, breaks) => breaks.some(({ firstPeriod }) => isAfter(a, firstPeriod) !== isAfter(b, firstPeriod));
/** Half away from zero, as a whole number of the last decimal. */
const whole = (number, decimals) => Math.sign(number) * Math.round(Number(`${Math.abs(Number(number.toPrecision(15)))}e${decimals}`));

/** The twelve months that end with each period: their sum or mean, on one side of every break; nothing where one is missing. */
function twelveMonths({ aggregation, reporting, breaks }, points) {
  const value = (position) => points.find(({ period }) => at(period) === position)?.value ?? NaN;
  return points.map(({ period }) => {
    const [end, months] = [at(period), monthsOf(period)];
    const parts = Array.from({ length: 12 / months }, (_, part) => value(end - part * months));
    const sum = parts.reduce((total, part) => total + part, 0);
    const accumulated = end % 12 === 0 ? value(end) : value(end) + value(end - (end % 12)) - value(end - 12);
    const found = { sum: reporting === 'year-to-date' ? accumulated : sum, mean: sum / parts.length, last: value(end) }[aggregation];
    const isCutOff = points.some((point) => at(point.period) > end - 12 && at(point.period) <= end && isCut(point.period, period, breaks));
    return { period, value: isCutOff || Number.isNaN(found) ? undefined : found };
  });
}

/** Straight on the month axis between the points of the path, or in steps. */
function expectedAt({ points, path }, period) {
  const next = points.findIndex((point) => at(point.period) > at(period));
  const [from, to] = next < 0 ? [points.at(-1)] : [points[next - 1], points[next]];
  if (!to || path === 'step') return from.value;
  return from.value + ((to.value - from.value) * years(from.period, period)) / years(from.period, to.period);
}

function statusOf({ indicator }, { target, assessed: { explanation } }, series) {
  const { tolerance, overdue, today } = explanation;
  const latest = series.at(-1);
  const start = target.band?.from ?? target.points[0].period;
  const waits = overdue && new Date(overdue.since);
  if (indicator.cadence === 'irregular') waits?.setUTCDate(waits.getUTCDate() + 365);
  else waits?.setUTCMonth(waits.getUTCMonth() + monthsOf(latest?.period ?? ''));
  const isOutdated = waits && today >= waits.toISOString().slice(0, 10);
  if (latest?.value === undefined || at(latest.period) <= at(start) || isCut(start, latest.period, indicator.breaks) || isOutdated)
    return 'not-assessable';
  const round = (number) => whole(number, indicator.decimals);
  const value = round(latest.value);
  const away = (expected) => (indicator.direction === 'increase' ? 1 : -1) * (round(expected) - value);
  const short = target.band
    ? Math.max(round(target.band.low) - value, value - round(target.band.high))
    : away(expectedAt(target, latest.period));
  if (short <= 0) return 'on-track';
  return short <= round(tolerance) ? 'at-risk' : 'off-track';
}

/** Of Student's t with so many degrees of freedom, the part above: ∫ cosᵈ⁻¹ after t = √d · tan θ, by Simpson's rule. */
function upperTail(t, degrees) {
  const integral = (from, to, steps = 2000) => {
    const f = (step) => Math.cos(from + ((to - from) * step) / steps) ** (degrees - 1);
    let sum = f(0) + f(steps);
    for (let step = 1; step < steps; step++) sum += f(step) * (step % 2 ? 4 : 2);
    return (sum * (to - from)) / steps / 3;
  };
  const theta = Math.atan(t / Math.sqrt(degrees));
  return integral(theta, Math.PI / 2) / integral(-Math.PI / 2, Math.PI / 2);
}

function chanceOf({ indicator }, { target }, all) {
  const { breaks, decimals, direction } = indicator;
  const end = target.band?.to ?? target.points.at(-1).period;
  const start = target.band?.from ?? target.points[0].period;
  const series = all.filter(({ value }) => value !== undefined);
  const latest = series.at(-1);
  if (!latest || isCut(latest.period, all.at(-1).period, breaks)) return undefined;
  const values = series
    .filter(({ period }) => (at(latest.period) - at(period)) % 12 === 0 && years(period, latest.period) <= 10)
    .filter(({ period }) => !isCut(period, latest.period, breaks))
    .slice(-10);
  const h = years(latest.period, end);
  if (values.length < 5 || h <= 0 || isCut(latest.period, end, breaks) || isCut(start, end, breaks)) return undefined;
  const span = years(values[0].period, latest.period);
  const pace = (latest.value - values[0].value) / span;
  const changes = values.slice(1).map((to, i) => ({ d: to.value - values[i].value, over: years(values[i].period, to.period) }));
  const s = Math.sqrt(changes.reduce((sum, { d, over }) => sum + (d - pace * over) ** 2 / over, 0) / (changes.length - 1));
  if (s < 1e-9) return undefined;
  const half = 0.5 * 10 ** -decimals;
  const spread = s * Math.sqrt(h + h ** 2 / span + 0.2 * h ** 3);
  const above = (value) => upperTail((value - latest.value - pace * h) / spread, changes.length - 1);
  if (target.band) return above(target.band.low - half) - above(target.band.high + half);
  const final = target.points.at(-1).value;
  return direction === 'increase' ? above(final - half) : 1 - above(final + half);
}

let compared = 0;
const differences = [];
for (const { slug } of (await get('/api/indicators?limit=100')).items) {
  const page = await get(`/api/indicators/${slug}`);
  for (const measured of page.goals.filter(({ target }) => target)) {
    const { target, goal, assessed } = measured;
    const isYearly = page.indicator.reporting === 'year-to-date' && target.measure === 'value';
    const counting = page.points.filter(({ isOngoing, missing }) => !isOngoing && missing !== 'not-yet-published');
    const judged = target.measure === 'value' ? counting : twelveMonths(page.indicator, counting);
    const series = isYearly ? judged.filter(({ period }) => at(period) % 12 === 0) : judged;
    const said = [assessed.explanation.status, page.outlook.find((one) => one.goal === goal.slug)?.numbers.chance];
    const found = [statusOf(page, measured, series), chanceOf(page, measured, series)];
    compared++;
    if (said[0] !== found[0] || Math.abs((said[1] ?? -1) - (found[1] ?? -1)) > 1e-6)
      differences.push(`${slug} for ${goal.slug}: said ${said.join(', ')}; found ${found.join(', ')}`);
  }
}
console.log([...differences, `${compared} targets recomputed, ${differences.length} otherwise.`].join('\n'));
process.exitCode = differences.length > 0 || compared === 0 ? 1 : 0;
