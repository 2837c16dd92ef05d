/** What both sides of the write path must keep to, or their comparison says nothing: asked of each before it is measured. */
import { randomUUID } from 'node:crypto';
import { figureOf } from './entry-requests.mjs';

/**
 * Takes one figure the whole way at `url` and tries on the way what must not be possible. Throws with what was let through, or with what
 * was refused that should not have been. `lane`: a series of its own.
 */
export async function requireGuarantees({ url, people: { reporter, reviewer }, place, lane }) {
  const send = sender(url);
  const body = figureOf(lane, place);
  const begin = { path: '/api/entries', who: reporter, body };
  const nobody = { ...reporter, cookie: '__Host-slusen=nobody' };
  await send.refused('a figure of someone who is not signed in', { ...begin, who: nobody });
  await send.refused('a figure without the token for changes', { ...begin, who: { cookie: reporter.cookie } });
  await send.refused('a figure of a reviewer', { ...begin, who: reviewer });
  const key = randomUUID();
  const entry = await send.answered(begin, key);
  await requireSameAgain(send, begin, { key, entry });
  await send.refused('another request with the same key', { ...begin, body: body.replace('"final"', '"preliminary"') }, key);
  await send.refused('a second draft of the same figure', begin);
  const step = (action, version, who) => ({ path: `/api/entries/${entry.id}/steps`, who, version, body: JSON.stringify({ action }) });
  await send.refused('a step of a version that nobody read', step('submit', 2, reporter));
  await send.refused('an approval of a draft', step('approve', 1, reviewer));
  await send.answered(step('submit', 1, reporter));
  await send.refused('a step that was taken already', step('submit', 1, reporter));
  await send.refused('an approval by its own reporter', step('approve', 2, reporter));
  const approved = await send.answered(step('approve', 2, reviewer));
  if (approved.state !== 'approved' || approved.version !== 3) throw new Error(`An approved entry reads ${JSON.stringify(approved)}`);
  await requireReasonToCorrect({ send, begin, reporter });
}

/** The same key and request: the first answer again, and nothing done twice. */
async function requireSameAgain(send, begin, { key, entry }) {
  const again = await send.answered(begin, key);
  if (again.id !== entry.id) throw new Error(`The same request with the same key made ${again.id} beside ${entry.id}`);
}

async function requireReasonToCorrect({ send, begin, reporter }) {
  const { id } = await send.answered(begin);
  const submit = { path: `/api/entries/${id}/steps`, who: reporter, version: 1, body: JSON.stringify({ action: 'submit' }) };
  await send.refused('a correction without a reason', submit);
}

function sender(url) {
  const ask = async ({ path, who, version, body }, key = randomUUID()) => {
    const headers = { ...who, 'content-type': 'application/json', 'idempotency-key': key, ...(version && { 'if-match': `"${version}"` }) };
    const answer = await fetch(`${url}${path}`, { method: 'POST', headers, body });
    return { status: answer.status, text: await answer.text() };
  };
  return {
    async answered(request, key) {
      const { status, text } = await ask(request, key);
      if (status >= 300) throw new Error(`${url}${request.path} answered ${status}: ${text}`);
      return JSON.parse(text);
    },
    /** A server that fails refuses nothing. */
    async refused(what, request, key) {
      const { status, text } = await ask(request, key);
      if (status < 400 || status >= 500) throw new Error(`${url}${request.path} let through ${what}: ${status} ${text}`);
    },
  };
}
