/**
 * The bare limit: Fastify and pg, named statements, nothing else, in a process of its own. Its first message says what to
 * serve: `{ databaseUrl, page, goals, entries, series }`; it answers `{ url }`.
 */
import Fastify from 'fastify';
import pg from 'pg';
import { GOALS, MONTHS_BEHIND_STATUS, SERIES, seriesAnswer } from './bare-statements.mjs';
import { replayOf } from './replay.mjs';

pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/** The same number of connections as the application's pool. */
const CONNECTIONS = 16;

async function serve({ databaseUrl, page, goals, series, entries }) {
  const fastify = Fastify();
  const pool = databaseUrl && new pg.Pool({ connectionString: databaseUrl, max: CONNECTIONS });
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

/** (b) One named statement, its rows as JSON. */
function serveSeries(fastify, pool, { headers }) {
  fastify.get('/api/indicators/:slug/series', async ({ params, query }, reply) => {
    const { rows } = await pool.query({ ...SERIES, values: [params.slug, query.territory, ''] });
    return reply.headers(headers).send(JSON.stringify(seriesAnswer(params.slug, query.territory, rows)));
  });
}

/** (c) One named statement that reads what every goal's status rests on; nothing is computed, but the answer is written as JSON. */
function serveGoals(fastify, pool, { headers, body, territory, goals }) {
  const answer = JSON.parse(Buffer.from(body, 'base64'));
  const now = new Date();
  const values = [territory, now.getFullYear() * 12 + now.getMonth() + 1 - MONTHS_BEHIND_STATUS];
  fastify.get('/goals', async (_, reply) => {
    const { rows } = await pool.query({ ...GOALS, values });
    if (new Set(rows.map(({ goal }) => goal)).size !== goals) throw new Error('The statement did not read every goal');
    return reply.headers(headers).send(JSON.stringify(answer));
  });
}

/** (d) The statements that the application was seen to send, on one connection each, and the answer it was seen to give. */
function serveEntries(fastify, pool, { steps, series }) {
  const replay = replayOf(pool, { steps, series });
  fastify.post('/api/entries', async ({ body, headers }, reply) => {
    const answer = await replay.record(body, headers['idempotency-key']);
    return reply.code(201).type('application/json; charset=utf-8').send(answer);
  });
  fastify.post('/api/entries/:id/steps', async ({ params, body, headers }, reply) => {
    const answer = await replay.step(params.id, body, headers['idempotency-key']);
    return reply.type('application/json; charset=utf-8').send(answer);
  });
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
