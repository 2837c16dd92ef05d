/** Signing in, as a browser would. */

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
