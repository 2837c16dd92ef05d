import { createCanvas } from '@napi-rs/canvas';
import type { EntryView } from '@slusen/contracts';
import { zipSync } from 'fflate';
import { createHash, randomUUID } from 'node:crypto';
import { begin, entryIn, Quarters, rewrite, take } from '../testing/entry-desk.js';
import { coded, type Answer, type Visitor } from '../testing/visitor.js';
import { wholeApplication, type WholeApplication } from '../testing/whole-application.js';

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
const text = (words: string): Uint8Array => new TextEncoder().encode(words);
const workbook = (more: Record<string, Uint8Array> = {}): Buffer =>
  Buffer.from(
    zipSync({
      '[Content_Types].xml': text(
        '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
      ),
      'xl/workbook.xml': text('<workbook/>'),
      ...more,
    }),
  );
const picture = (type: 'image/png' | 'image/jpeg' | 'image/webp'): Buffer => {
  const canvas = createCanvas(8, 4);
  return type === 'image/png'
    ? canvas.toBuffer('image/png')
    : type === 'image/jpeg'
      ? canvas.toBuffer('image/jpeg')
      : canvas.toBuffer('image/webp');
};

describe('a file that a figure rests on', () => {
  let whole: WholeApplication;
  let reporter: Visitor;
  let reviewer: Visitor;
  const quarters = new Quarters();
  beforeAll(async () => {
    whole = await wholeApplication();
    [reporter, reviewer] = [await whole.as('reporter'), await whole.as('reviewer')];
  }, 120_000);
  afterAll(() => whole.close());

  interface Sent {
    readonly content?: Buffer;
    readonly name?: string;
    readonly id?: string;
    readonly who?: Visitor;
  }
  const attach = (
    { id: entry, version }: Pick<EntryView, 'id' | 'version'>,
    { content = PDF, name = 'Dörräknaren.pdf', id = randomUUID(), who = reporter }: Sent = {},
  ): Promise<Answer> =>
    who.ask('PUT', `/api/entries/${entry}/attachments/${id}?name=${encodeURIComponent(name)}`, {
      body: content,
      headers: { 'if-match': `"${version}"`, 'content-type': 'application/octet-stream' },
    });
  const keep = ({ id, version }: EntryView, attachment: string, kept: boolean): Promise<Answer> =>
    reporter.put(`/api/entries/${id}/attachments/${attachment}/kept`, { kept }, { 'if-match': `"${version}"` });
  const draft = async (): Promise<EntryView> => entryIn(await begin(reporter, quarters.next()));

  const taken: readonly (readonly [name: string, content: Buffer, type: string])[] = [
    ['Räkning.pdf', PDF, 'application/pdf'],
    ['karta.PNG', picture('image/png'), 'image/png'],
    ['foto.jpeg', picture('image/jpeg'), 'image/jpeg'],
    ['foto.webp', picture('image/webp'), 'image/webp'],
    ['lista.xlsx', workbook(), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ];
  for (const [name, content, type] of taken) {
    it(`can be ${name}, and comes back as it was, to be saved and never shown`, async () => {
      const entry = entryIn(await attach(await draft(), { name, content }));
      const sha256 = createHash('sha256').update(content).digest('hex');
      expect(entry.attachments).toEqual([jasmine.objectContaining({ name, type, size: content.length, sha256, isRemoved: false })]);
      const answer = await reporter.get(`/api/entries/${entry.id}/attachments/${entry.attachments[0]!.id}`);
      expect(answer.status).toBe(200);
      expect(answer.headers).toEqual(
        jasmine.objectContaining({
          'content-type': type,
          'content-security-policy': "default-src 'none'; sandbox",
          'x-content-type-options': 'nosniff',
          'cache-control': 'no-store',
          'content-length': String(content.length),
        }),
      );
      expect(answer.headers['content-disposition']).toMatch(/^attachment; filename="[\w.-]+"; filename\*=UTF-8''/);
    });
  }

  const png = picture('image/png');
  const refused: readonly (readonly [what: string, sent: Sent, code: string])[] = [
    [
      'an SVG',
      { name: 'a.svg', content: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>') },
      'attachment.unknown-kind',
    ],
    ['a page', { name: 'a.pdf', content: Buffer.from('<!doctype html><script>alert(1)</script>') }, 'attachment.unknown-kind'],
    ['a program', { name: 'a.pdf', content: Buffer.from('4d5a900003000000', 'hex') }, 'attachment.unknown-kind'],
    ['nothing', { content: Buffer.alloc(0) }, 'attachment.unknown-kind'],
    ['an archive', { name: 'a.xlsx', content: Buffer.from(zipSync({ 'a.txt': text('a') })) }, 'attachment.unknown-kind'],
    ['a picture called a PDF', { name: 'a.pdf', content: png }, 'attachment.other-name'],
    ['a picture called a page', { name: 'a.html', content: png }, 'attachment.other-name'],
    ['a picture that is an archive too', { name: 'a.png', content: Buffer.concat([png, workbook()]) }, 'attachment.not-whole'],
    [
      'a JPEG that is an archive too',
      { name: 'a.jpg', content: Buffer.concat([picture('image/jpeg'), workbook()]) },
      'attachment.not-whole',
    ],
    ['a PDF that is an archive too', { content: Buffer.concat([PDF, workbook()]) }, 'attachment.not-whole'],
    [
      'a picture with a script behind it',
      { name: 'a.png', content: Buffer.concat([png, Buffer.from('<script>')]) },
      'attachment.not-whole',
    ],
    ['a PDF that ends too early', { content: PDF.subarray(0, 20) }, 'attachment.not-whole'],
    ['a workbook that ends too early', { name: 'a.xlsx', content: workbook().subarray(0, -20) }, 'attachment.not-whole'],
    ['a workbook with macros', { name: 'a.xlsx', content: workbook({ 'xl/vbaProject.bin': text('x') }) }, 'attachment.active'],
    ['more than 10 MB', { content: Buffer.concat([PDF, Buffer.alloc(10 * 1024 * 1024), PDF]) }, 'attachment.too-large'],
  ];
  for (const [what, sent, code] of refused) {
    it(`cannot be ${what}, and nothing of it is kept`, async () => {
      const entry = await draft();
      expect(coded(await attach(entry, sent))).toEqual([422, code]);
      const now = entryIn(await reporter.get(`/api/entries/${entry.id}`));
      expect([now.version, now.attachments]).toEqual([entry.version, []]);
    });
  }

  for (const name of ['..\\a.pdf', '/etc/passwd.pdf', 'a\u202efdp.pdf', 'a\r\nb.pdf', ''])
    it(`cannot be called ${JSON.stringify(name)}`, async () => expect((await attach(await draft(), { name })).status).toBe(400));

  it('may be called whatever else: its name is a text, and a header cannot be ended by it', async () => {
    const name = `<script>alert("1")</script>'å.pdf`.replace('/', '');
    const entry = entryIn(await attach(await draft(), { name }));
    expect(entry.attachments[0]!.name).toBe(name);
    const { headers } = await reporter.get(`/api/entries/${entry.id}/attachments/${entry.attachments[0]!.id}`);
    expect(headers['content-disposition']).toBe(
      `attachment; filename="_script_alert__1___script___.pdf"; filename*=UTF-8''%3Cscript%3Ealert%28%221%22%29%3Cscript%3E%27%C3%A5.pdf`,
    );
  });

  it('is one, sent twice, and a change of the version that was read', async () => {
    const entry = await draft();
    const id = randomUUID();
    const once = entryIn(await attach(entry, { id }));
    expect(entryIn(await attach(entry, { id })).version).toBe(once.version);
    expect(coded(await attach(entry))).toEqual([412, 'entry.stale']);
    expect(coded(await attach(await draft(), { id }))).toEqual([404, 'attachment.not-found']);
  });

  it('is one of five', async () => {
    let entry = await draft();
    for (let n = 0; n < 5; n++) entry = entryIn(await attach(entry));
    expect(coded(await attach(entry))).toEqual([422, 'attachment.too-many']);
  });

  it('is taken away and brought back, stays beside a figure that is rewritten, and is gone for good once it is handed in', async () => {
    const first = entryIn(await attach(await draft(), { name: 'kvar.pdf' }));
    const both = entryIn(await attach(first, { name: 'bort.pdf' }));
    const [stays, goes] = both.attachments;
    const away = entryIn(await keep(both, goes!.id, false));
    expect(away.attachments.map(({ isRemoved }) => isRemoved)).toEqual([false, true]);
    const back = entryIn(await keep(away, goes!.id, true));
    expect(back.attachments).toEqual(both.attachments);
    const rewritten = entryIn(await rewrite(reporter, entryIn(await keep(back, goes!.id, false)), { value: 41 }));
    const handedIn = entryIn(await take(reporter, rewritten, { action: 'submit' }));
    expect(entryIn(await reviewer.get(`/api/entries/${handedIn.id}`)).attachments).toEqual([stays!]);
    expect(coded(await attach(handedIn))).toEqual([409, 'entry.action-not-allowed']);
    const approved = entryIn(await take(reviewer, handedIn, { action: 'approve' }));
    expect(approved.attachments).toEqual([stays!]);
    expect(await whole.rows(`select name from entry_attachment where entry_id = '${approved.id}'`)).toEqual([{ name: 'kvar.pdf' }]);
    expect((await reviewer.get(`/api/entries/${approved.id}/attachments/${stays!.id}`)).status).toBe(200);
    for (const change of [`delete from entry_attachment`, `update entry_attachment set name = 'x'`])
      await expectAsync(whole.rows(`${change} where entry_id = '${approved.id}'`)).toBeRejected();
  });

  it('is for those who may see the entry, and nobody else', async () => {
    const entry = entryIn(await attach(await draft()));
    const path = `/api/entries/${entry.id}/attachments/${entry.attachments[0]!.id}`;
    expect((await whole.visitor().get(path)).status).toBe(401);
    expect(coded(await reviewer.get(path))).toEqual([404, 'entry.not-found']);
    expect(coded(await attach(entry, { who: reviewer }))).toEqual([404, 'entry.not-found']);
    expect(coded(await reporter.get(`/api/entries/${(await draft()).id}/attachments/${entry.attachments[0]!.id}`))).toEqual([
      404,
      'attachment.not-found',
    ]);
    expect((await attach(entry, { who: whole.visitor() })).status).toBe(401);
  });

  it('is taken on its own way only', async () => {
    const answer = await reporter.ask('POST', '/api/entries', { body: PDF, headers: { 'content-type': 'application/octet-stream' } });
    expect(answer.status).toBe(415);
  });
});
