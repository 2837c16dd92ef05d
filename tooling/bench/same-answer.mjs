/** Both sides of a comparison must give the same bytes, or the comparison says nothing. */
import { request } from 'node:http';

/** Headers that differ by nature, or belong to the connection rather than to the answer. */
const OF_THE_MOMENT = new Set(['date', 'connection', 'keep-alive', 'transfer-encoding', 'x-request-id']);

/** An answer as it comes over the wire: status, headers, and the body as it was sent, still compressed. A new connection without an `agent`. */
export function answerOf(url, headers = {}, agent = false) {
  return new Promise((resolve, reject) => {
    const asked = request(url, { headers, agent }, (answer) => {
      const chunks = [];
      answer.on('data', (chunk) => chunks.push(chunk));
      answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(chunks) }));
      answer.on('error', reject);
    });
    asked.on('error', reject);
    asked.end();
  });
}

/** The headers that belong to the answer itself, so that another server can send the same. */
export function lastingHeaders(headers) {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !OF_THE_MOMENT.has(name)));
}

/** Throws with what differs when two answers are not the same in status, body or content headers. */
export function requireSame(app, hand) {
  for (const [side, { status }] of Object.entries({ app, hand })) {
    if (status !== 200) throw new Error(`The ${side} side answered ${status}, so there is nothing to compare`);
  }
  for (const name of ['content-type', 'content-encoding', 'content-length']) {
    if (app.headers[name] !== hand.headers[name]) {
      throw new Error(`The sides differ in ${name}: ${app.headers[name]} and ${hand.headers[name]}`);
    }
  }
  if (!app.body.equals(hand.body)) throw new Error(`The sides differ in their bytes (${differenceOf(app.body, hand.body)})`);
}

function differenceOf(one, other) {
  const at = one.findIndex((byte, position) => byte !== other[position]);
  const from = at < 0 ? Math.min(one.length, other.length) : at;
  const shown = (bytes) => JSON.stringify(bytes.subarray(Math.max(0, from - 20), from + 40).toString('latin1'));
  return `from byte ${from}: ${shown(one)} and ${shown(other)}`;
}
