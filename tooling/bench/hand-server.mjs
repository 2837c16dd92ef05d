/**
 * The hand-written limit: Fastify and pg, a named statement for each request, nothing else, in a process of its own. Its first message says
 * what to serve, `{ databaseUrl, page, series, goals, entries }`; it answers `{ url }`.
 */
import { createHash, hash, randomUUID, timingSafeEqual } from 'node:crypto';
import Fastify from 'fastify';
import pg from 'pg';
import { GOALS, SERIES, seriesAnswer } from './hand-reads.mjs';
import { APPROVE, RECORD, SUBMIT } from './hand-writes.mjs';

/** The same number of connections as the application's pool. */
const CONNECTIONS = 16;
const JSON_TYPE = 'application/json; charset=utf-8';
const UNIQUE_VIOLATION = '23505';
const EARLIER = {
  name: 'hand.earlier',
  text: 'select k.fingerprint, k.answer::text from session s join idempotency_key k on k.account_id = s.account_id where s.token_hash = $1 and k.key = $2',
};

async function serve({ databaseUrl, page, goals, series, entries }) {
  const fastify = Fastify();
  const pool =
    databaseUrl && new pg.Pool({ connectionString: databaseUrl, max: CONNECTIONS, options: '-c plan_cache_mode=force_generic_plan' });
  if (page) servePage(fastify, page);
  if (series) serveSeries(fastify, pool, series);
  if (goals) serveGoals(fastify, pool, goals);
  if (entries) serveEntries(fastify, pool, entries);
  return fastify.listen({ port: 0, host: '127.0.0.1' });
}

/** (a) The same headers and bytes, from memory. */
function servePage(fastify, { headers, body }) {
  const bytes = Buffer.from(body, 'base64');
  fastify.get('/page', (_, reply) => reply.headers(headers).send(bytes));
}

/** (b) One statement gives the points as text; the tag is computed from the answer, as the application's. */
function serveSeries(fastify, pool, { headers: { etag, 'content-length': length, ...headers } }) {
  if (!etag || !length) throw new Error('A public answer has a tag and a length');
  fastify.get('/api/indicators/:slug/series', async ({ params, query }, reply) => {
    const { rows } = await pool.query({ ...SERIES, values: [params.slug, query.territory] });
    const text = seriesAnswer(params.slug, query.territory, rows[0].points);
    return reply.headers({ ...headers, etag: `"${hash('sha256', text, 'base64url')}"` }).send(text);
  });
}

/** (c) One statement checks the session and computes every status; its text is the answer. */
function serveGoals(fastify, pool, { territory }) {
  fastify.get('/api/overview', async ({ headers }, reply) => {
    const { rows } = await pool.query({ ...GOALS, values: [sessionOf(headers).hash, territory] });
    if (!rows[0].goals) return refuse(reply);
    return reply.type(JSON_TYPE).send(rows[0].goals);
  });
}

/** (d) One statement for each of the three requests, committed before it is answered. */
function serveEntries(fastify, pool, { territory }) {
  fastify.post('/api/entries', ({ headers, method, url, body }, reply) => {
    const place = [body.indicator, body.territory ?? territory, body.breakdown ?? '', body.period, quarterEnd(body.period)];
    const values = [randomUUID(), ...place, body.value, body.quality];
    return change({ pool, statement: RECORD, values, status: 201 }, { headers, method, url, body }, reply);
  });
  fastify.post('/api/entries/:id/steps', ({ headers, method, url, body, params }, reply) => {
    const statement = { submit: SUBMIT, approve: APPROVE }[body.action];
    const values = [params.id, Number(headers['if-match'].replaceAll('"', ''))];
    return change({ pool, statement, values, status: 200 }, { headers, method, url, body }, reply);
  });
}

async function change({ pool, statement, values, status }, { headers, method, url, body }, reply) {
  const session = sessionOf(headers);
  const given = Buffer.from(headers['x-csrf-token'] ?? '');
  if (given.length !== session.csrf.length || !timingSafeEqual(given, session.csrf)) return refuse(reply);
  const key = headers['idempotency-key'];
  const fingerprint = sha256(JSON.stringify([method, url, headers['if-match'] ?? '', body]));
  try {
    const { rows } = await pool.query({ ...statement, values: [session.hash, key, fingerprint, ...values] });
    return rows.length === 0 ? refuse(reply) : reply.code(status).type(JSON_TYPE).send(rows[0].answer);
  } catch (error) {
    if (error.code !== UNIQUE_VIOLATION) throw error;
    const { rows } = await pool.query({ ...EARLIER, values: [session.hash, key] });
    const isSame = rows[0]?.fingerprint.equals(fingerprint);
    return isSame ? reply.code(status).type(JSON_TYPE).send(rows[0].answer) : refuse(reply, 409);
  }
}

const refuse = (reply, status = 403) => reply.code(status).send({ status });
const sha256 = (text) => createHash('sha256').update(text).digest();

/** The database knows the hash of the cookie's token; the token for changes is derived from it. */
function sessionOf({ cookie = '' }) {
  const token = cookie.slice(cookie.indexOf('=') + 1);
  return { hash: sha256(token), csrf: Buffer.from(hash('sha256', `csrf ${token}`, 'base64url')) };
}

/** Where a quarter ends, in months: `2026-Q3` → 24321. */
function quarterEnd(code) {
  const [year, quarter] = code.split('-Q').map(Number);
  return year * 12 + quarter * 3;
}

process.once('message', async (order) => {
  try {
    process.send({ url: await serve(order) });
  } catch (error) {
    process.send({ error: error.message });
  }
});
process.once('disconnect', () => process.exit(0));
process.once('SIGTERM', () => process.exit(0));
