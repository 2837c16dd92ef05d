/** Signing in and asking, as a browser would. */
import { randomUUID } from 'node:crypto';

/** The headers of someone signed in (cookie and token), for requests outside a browser. Throws when it is refused. */
export async function signIn(url, { username, password }) {
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  });
  const session = await answer.json();
  if (answer.status !== 201) throw new Error(`${username} could not sign in: ${JSON.stringify(session)}`);
  const [cookie] = answer.headers.getSetCookie();
  return { cookie: cookie.split(';')[0], 'x-csrf-token': session.csrfToken };
}

/** What somebody signed in is answered to a `body` that is sent. Throws when the answer has another status. */
export async function jsonOf(url, { as, body, method = 'POST', headers = {}, status = 200 }) {
  const answer = await fetch(url, {
    method,
    headers: { ...as, 'content-type': 'application/json', 'idempotency-key': randomUUID(), ...headers },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  if (answer.status !== status) throw new Error(`${method} ${url} answers ${answer.status}, not ${status}: ${text}`);
  return JSON.parse(text);
}
