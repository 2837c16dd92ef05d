import type { AttachmentView, EntryView } from '@slusen/contracts';
import { until } from '@slusen/ui/testing';
import { anEntry } from '../../testing/entries.js';
import { CREATE, entryFormDesk } from '../../testing/entry-form-desk.js';
import { ok, refused } from '../../testing/fake-api.js';
import { textOf } from '../../testing/show-page.js';
import { sizeText } from '../data/size-text.js';
import { attachmentName } from './attachment-text.js';

const aFile = (different: Partial<AttachmentView> = {}): AttachmentView => ({
  ...{ id: '7a0f1c2e-0000-4000-8000-0000000000f1', name: 'Dörräknaren.pdf', type: 'application/pdf', size: 48_000, sha256: 'ab12' },
  isRemoved: false,
  ...different,
});

describe('The files of an entry', () => {
  const desk = entryFormDesk();
  const ATTACH = /^PUT \/api\/entries\/[\w-]+\/attachments\/[\w-]+\?name=/;
  const sent = () => desk.api.received.filter(({ request }) => ATTACH.test(request));

  /** Chooses files as a browser's dialogue does. */
  async function choose(element: HTMLElement, ...files: File[]): Promise<void> {
    const input = element.querySelector<HTMLInputElement>('input[type=file]')!;
    const chosen = new DataTransfer();
    for (const file of files) chosen.items.add(file);
    input.files = chosen.files;
    input.dispatchEvent(new Event('change'));
  }
  /** Answers whatever id the browser has given the file. */
  function answerUploads(answer: ReturnType<typeof ok>): void {
    spyOn(crypto, 'randomUUID').and.returnValue(aFile().id as ReturnType<typeof crypto.randomUUID>);
    desk.api.on(`PUT /api/entries/${anEntry().id}/attachments/${aFile().id}?name=D%C3%B6rr%C3%A4knaren.pdf`, answer);
  }
  const pdf = () => new File(['%PDF-'], 'Dörräknaren.pdf');

  it('are listed with size and hash, to be saved', async () => {
    const { screen } = await desk.show({ entry: anEntry({ attachments: [aFile()] }) });
    const link = screen.getByRole('link', { name: 'Dörräknaren.pdf' });
    expect([link.getAttribute('href'), link.hasAttribute('download')]).toEqual([
      `/api/entries/${anEntry().id}/attachments/${aFile().id}`,
      true,
    ]);
    expect(textOf(link.closest('li'))).toBe('Dörräknaren.pdf, 48 kB Ta bort Dörräknaren.pdf SHA-256 ab12');
  });

  it('make a draft of a form nobody has written in, and come along with it', async () => {
    desk.api.on(CREATE, ok(anEntry({ value: undefined, version: 1 })));
    const { screen, element, settled } = await desk.show();
    answerUploads(ok(anEntry({ version: 2, attachments: [aFile()] })));
    await choose(element, pdf());
    await until(() => screen.queryByRole('link', { name: 'Dörräknaren.pdf' }) !== null);
    await settled();
    expect(sent().map(({ headers }) => [headers['If-Match'], headers['Content-Type']])).toEqual([['"1"', 'application/octet-stream']]);
  });

  it('that are refused say why by their name, and the form goes on from the version it had', async () => {
    const { element, faults, settled } = await desk.show({ entry: anEntry() });
    answerUploads(refused(422, 'attachment.not-whole'));
    await choose(element, pdf());
    await until(() => faults().length > 0);
    await settled();
    expect(faults()).toEqual([
      'Dörräknaren.pdf: Filen är inte hel, är låst med lösenord eller innehåller en annan fil. Spara om den och bifoga den nya.',
    ]);
  });

  it('that are too large are not even sent', async () => {
    const { element, faults } = await desk.show({ entry: anEntry() });
    await choose(element, new File([new Uint8Array(10 * 1024 * 1024 + 1)], 'stor.pdf'));
    await until(() => faults().length > 0);
    expect([faults(), sent()]).toEqual([['stor.pdf: Filen är för stor: högst 10 MB.'], []]);
  });

  it('are taken away and brought back with the same button, which keeps the focus', async () => {
    const KEPT = `PUT /api/entries/${anEntry().id}/attachments/${aFile().id}/kept`;
    const entry = (version: number, isRemoved: boolean): EntryView => anEntry({ version, attachments: [aFile({ isRemoved })] });
    desk.api.on(KEPT, ok(entry(2, true)), ok(entry(3, false)));
    const { screen } = await desk.show({ entry: entry(1, false) });
    const button = screen.getByRole('button', { name: /^Ta bort/ });
    button.click();
    await until(() => screen.queryByRole('link', { name: 'Dörräknaren.pdf' }) === null);
    expect(textOf(button)).toBe('Ångra borttagningen Dörräknaren.pdf');
    button.click();
    await until(() => screen.queryByRole('link', { name: 'Dörräknaren.pdf' }) !== null);
    expect(desk.api.of(KEPT).map(({ body }) => body)).toEqual([{ kept: false }, { kept: true }]);
  });

  const names: readonly (readonly [name: string, kept: string])[] = [
    ['<script>.pdf', '<script>.pdf'],
    ['rä\u0308kning\u202efdp.pdf', 'rä\u0308kningfdp.pdf'],
    ['a/b\\c\n.pdf', 'abc.pdf'],
    ['\u202e', 'fil'],
    [`${'å'.repeat(300)}.pdf`, `${'å'.repeat(196)}.pdf`],
  ];
  for (const [name, kept] of names)
    it(`are called ${JSON.stringify(kept.slice(0, 30))}, where the name is ${JSON.stringify(name.slice(0, 30))}`, () =>
      expect(attachmentName(name)).toBe(kept.normalize('NFC')));

  it('are as large as people say it', () => {
    expect([12, 48_400, 1_250_000].map((bytes) => sizeText(bytes, 'sv').replace('\u00a0', ' '))).toEqual(['1 kB', '48 kB', '1,3 MB']);
  });
});
