/**
 * The limit of an import, by hand: `DATABASE_URL=… node hand-import.mjs FILE ACCOUNT`. COPY into a typed staging table, one check, one
 * upsert as next revisions, one sealed audit event, all or nothing; the same tables, keys and triggers as the application's.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

const STAGE = `
  create temporary table staged (municipality_code text, municipality text, indicator text, period text not null, value numeric(21,6), unit text, source text)
  on commit drop`;
const COPY = 'copy staged from stdin (format csv, header)';

/** Heads of series whose first figure this is. */
const HEADS = `
  insert into series_head (indicator_id, territory_id, breakdown)
  select i.id, t.id, '' from (select distinct indicator, municipality_code from staged) s
    join indicator i on i.slug = s.indicator join territory t on t.code = s.municipality_code order by 1, 2
  on conflict do nothing`;

/** Every row with its series and what is there, for all rows at once; a row that names an unknown or another thing, or no quarter that has begun, has no series. */
const RESOLVE = `
  create temporary table figure on commit drop as
  select h.id as series_id, p.code as period, p.period_end, s.value, s.source, l.revision, l.value as was
    from staged s
    left join (select i.id, i.slug, d.unit_sv from indicator i
                 cross join lateral (select unit_sv, cadence from indicator_definition where indicator_id = i.id order by revision desc limit 1) d
                where d.cadence = 'quarter') i on i.slug = s.indicator and i.unit_sv = s.unit
    left join (select t.id, t.code, n.name_sv from territory t
                 cross join lateral (select name_sv from territory_revision where territory_id = t.id order by revision desc limit 1) n) t
         on t.code = s.municipality_code and t.name_sv = s.municipality
    join (select period, left(period, 4) || '-Q' || right(period, 1) as code,
                 case when period ~ '^[0-9]{4}K[1-4]$' then left(period, 4)::int * 12 + right(period, 1)::int * 3 end as period_end
            from (select distinct period from staged) named) p on p.period = s.period
    left join series_head h on h.indicator_id = i.id and h.territory_id = t.id and h.breakdown = ''
         and s.value is not null and p.period_end - 3 < extract(year from now()) * 12 + extract(month from now())
    left join (select distinct on (o.series_id, o.period_end) o.series_id, o.period_end, o.revision, o.value
                 from observation o order by o.series_id, o.period_end, o.revision desc) l
         on l.series_id = h.id and l.period_end = p.period_end`;

const LOCK = 'select 1 from series_head where id in (select series_id from figure) order by id for update';
const COUNT = `
  select count(*)::int as rows, count(*) filter (where series_id is null)::int as refused, count(*) filter (where revision is null)::int as added,
         count(*) filter (where was is distinct from value and revision is not null)::int as changed from figure`;
const RUN = `
  insert into import_run (source, file_name, sha256, rows, added, changed, unchanged, approved_by_id)
  select $1, $2, $3, $4, $5, $6, $7, id from account where username = $8 and disabled_at is null returning id, approved_by_id as by`;

/** A row that is there twice collides with itself on the key of series, period and revision. The record is asked for once, not for each row. */
const UPSERT = `
  insert into observation (series_id, period, period_end, revision, value, quality, provenance, source, import_run_id, publish_at, record_id)
  select series_id, period, period_end, coalesce(revision, 0) + 1, value, 'final', 'exact', source, $1, now(), (select current_record())
    from figure where revision is null or was is distinct from value`;

async function importFile([path, account]) {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(`set local work_mem = '64MB'`);
    await client.query(STAGE);
    const sha256 = await copy(client, path);
    await client.query('analyze staged');
    await client.query(HEADS);
    await client.query(RESOLVE);
    await client.query(LOCK);
    const { rows: [counts] } = await client.query(COUNT); // prettier-ignore
    if (counts.refused > 0) throw new Error(`${counts.refused} rows are refused`);
    await write(client, { path, account, sha256, ...counts });
    await client.query('commit');
    console.log(`${counts.rows} rows: ${counts.added} new, ${counts.changed} changed.`);
  } finally {
    await client.end();
  }
}

/** Streams the file into the staging table as it is; gives its digest. */
async function copy(client, path) {
  const hash = createHash('sha256');
  const digesting = new Transform({ transform: (chunk, _, done) => (hash.update(chunk), done(null, chunk)) });
  await pipeline(createReadStream(path, { highWaterMark: 256 * 1024 }), digesting, client.query(copyFrom(COPY)));
  return hash.digest();
}

async function write(client, { path, account, sha256, rows, added, changed }) {
  if (added + changed === 0) return;
  const [file, unchanged] = [basename(path), rows - added - changed];
  const run = await client.query(RUN, ['Mätfil', file, sha256, rows, added, changed, unchanged, account]);
  const { id, by } = run.rows[0];
  await client.query(UPSERT, [id]);
  await client.query(`select pg_notify('slusen_publication', '"everything"')`);
  const facts = {
    added,
    changed,
    file,
    newIndicators: [],
    reason: null,
    rows,
    sha256: sha256.toString('hex'),
    source: 'Mätfil',
    unchanged,
  };
  await client.query('select seal($1)', [JSON.stringify({ action: 'import.run', by, facts, subject: `import-run:${id}` })]);
}

await importFile(process.argv.slice(2));
