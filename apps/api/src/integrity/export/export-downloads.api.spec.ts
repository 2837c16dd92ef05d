import type { AuditList, MadeExport } from '@slusen/contracts';
import { testDatabase } from '@slusen/embedded-postgres/testing';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { extract } from 'tar-stream';
import { createApplication } from '../../application.js';
import { readConfig } from '../../config.js';
import type { Account } from '../../identity/account.js';
import { actingNow } from '../../identity/acting.js';
import { Moments } from '../../platform/moments.js';
import { INSTALLATION } from '../../testing/installation.js';
import { coded, type Visitor } from '../../testing/visitor.js';
import { wholeApplication, type WholeApplication } from '../../testing/whole-application.js';
import { accountOf, migrateAndFill, PATIENCE_MS } from '../kept-world.fixtures.js';
import { ExportDownloads } from './export-downloads.js';
import { EXPORTED } from './export-tables.js';
import { readExport } from './read-export.js';

const EXPORTS = '/api/admin/exports';

/** Unpacks an archive as whoever downloaded it would; the folder that was in it. */
async function unpacked(archive: Buffer, into: string): Promise<string> {
  const names: string[] = [];
  const files = extract();
  files.end(gunzipSync(archive));
  for await (const file of files) {
    names.push(file.header.name);
    const path = join(into, file.header.name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, await buffer(file));
  }
  return join(into, dirname(names[0]!));
}

describe('everything, downloaded by an administrator', () => {
  let whole: WholeApplication;
  let administrator: Visitor;
  let dataDir: string;
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'slusen-download-'));
    whole = await wholeApplication({ DATA_DIR: dataDir });
    administrator = await whole.as('administrator');
  }, 120_000);
  afterAll(() => whole.close());

  const made = async (): Promise<MadeExport> => {
    const answer = await administrator.post(EXPORTS, undefined);
    expect(answer.status).withContext(answer.text).toBe(201);
    return answer.json<MadeExport>();
  };
  const download = ({ id }: MadeExport) =>
    whole.app.inject({ method: 'GET', url: `${EXPORTS}/${id}`, headers: { cookie: administrator.cookie! } });

  it('is one file of everything, and the trail tells who took it', async () => {
    const file = await made();
    const { headers, rawPayload } = await download(file);
    expect(headers).toEqual(jasmine.objectContaining({ 'content-type': 'application/gzip', 'content-length': String(file.bytes), 'cache-control': 'no-store' }));
    expect(headers['content-disposition']).toMatch(/^attachment; filename="slusen-\d{4}-\d\d-\d\d\.tar\.gz"$/);
    expect(rawPayload.length).toBe(file.bytes);
    const folder = await unpacked(rawPayload, dataDir);
    expect(folder).toMatch(/slusen-\d{4}-\d\d-\d\d$/);
    expect((await readdir(folder)).sort()).toEqual([...Object.keys(EXPORTED).map((name) => `${name}.csv`), 'README.txt', 'manifest.json'].sort());
    const { items } = (await administrator.get(`/api/admin/audit?about=export:${file.id}`)).json<AuditList>();
    expect(items.map(({ action, by }) => [action, by?.username])).toEqual([['export.make', 'administrator']]);
  }, PATIENCE_MS); // prettier-ignore

  it('is made for one at a time', async () => {
    const answers = await Promise.all([administrator.post(EXPORTS, undefined), administrator.post(EXPORTS, undefined)]);
    expect(answers.map(coded).sort()).toEqual([
      [201, undefined],
      [409, 'export.under-way'],
    ]);
  }, PATIENCE_MS); // prettier-ignore

  it('is no longer there after ten minutes, and what was left is removed with the next', async () => {
    const file = await made();
    whole.later(11 * 60_000);
    try {
      const answer = await administrator.get(`${EXPORTS}/${file.id}`);
      expect(coded(answer)).toEqual([404, 'export.not-found']);
      const next = await administrator.post(EXPORTS, undefined);
      expect(await readdir(join(dataDir, 'exports'))).toEqual([`${next.json<MadeExport>().id}.tar.gz`]);
    } finally {
      whole.later(0);
    }
  }, PATIENCE_MS); // prettier-ignore

  it('is nobody else’s', async () => {
    const file = await made();
    const strategist = await whole.as('strategist');
    for (const answer of [await strategist.post(EXPORTS, undefined), await strategist.get(`${EXPORTS}/${file.id}`)])
      expect(answer.status).toBe(403);
    expect((await whole.visitor().get(`${EXPORTS}/${file.id}`)).status).toBe(401);
  }, PATIENCE_MS); // prettier-ignore
});

describe('what was downloaded', () => {
  it(
    'is read into a new installation as it was',
    async () => {
      const folder = await mkdtemp(join(tmpdir(), 'slusen-downloaded-'));
      const source = await testDatabase({ migrate: migrateAndFill });
      const target = await testDatabase({ migrate: async () => {} });
      const app = await createApplication(readConfig({ LOG_LEVEL: 'silent', ...INSTALLATION, DATA_DIR: folder }), source.appUrl);
      try {
        const downloads = app.get(ExportDownloads, { strict: false });
        const administrator: Account = { ...(await accountOf(app, 'gert')), roles: [{ role: 'administrator' }] };
        const { id } = await downloads.make(actingNow(administrator, app.get(Moments, { strict: false })));
        const { content } = await downloads.open(administrator, id);
        const { tables, head } = await readExport({ ownerUrl: target.ownerUrl, folder: await unpacked(await buffer(content), folder) });
        expect(tables.reduce((sum, { rows }) => sum + rows, 0)).toBeGreaterThan(100);
        expect(head).not.toBeNull();
      } finally {
        await app.close();
        await Promise.all([source.drop(), target.drop()]);
      }
      expect(await readdir(join(folder, 'exports'))).toEqual([]);
      await rm(folder, { recursive: true });
    },
    PATIENCE_MS,
  );
});
