import type { ImportChoices, ImportRowList, ImportView } from '@slusen/contracts';
import { randomUUID } from 'node:crypto';
import { HEADER } from '../../testing/figure-file.js';
import type { Person } from '../../testing/office.js';
import type { Answer } from '../../testing/visitor.js';
import type { WholeApplication } from '../../testing/whole-application.js';

/** A file of our own columns with these lines. */
export const fileOf = (...lines: string[]): string => `${[HEADER, ...lines].join('\n')}\n`;

/** People who send files by the page, and go on with them. */
export class UploadOffice {
  constructor(private readonly whole: WholeApplication) {}

  readonly send = async (content: string | Uint8Array, person: Person = 'reporter', file = 'siffror.csv'): Promise<Answer> =>
    (await this.whole.as(person)).ask('POST', `/api/imports?file=${encodeURIComponent(file)}`, {
      body: Buffer.from(content as Uint8Array),
      headers: { 'content-type': 'application/octet-stream' },
    });

  readonly sent = async (content: string | Uint8Array, person: Person = 'reporter', file = 'siffror.csv'): Promise<ImportView> => {
    const answer = await this.send(content, person, file);
    expect(answer.status).withContext(answer.text).toBe(201);
    return answer.json<ImportView>();
  };

  readonly view = async ({ id }: { id: string }, person: Person = 'reporter'): Promise<ImportView> =>
    (await (await this.whole.as(person)).get(`/api/imports/${id}`)).json<ImportView>();

  readonly step = async (of: ImportView, sent: object, person: Person = 'reporter', key: string = randomUUID()): Promise<Answer> =>
    (await this.whole.as(person)).post(`/api/imports/${of.id}/steps`, sent, { 'if-match': `"${of.version}"`, 'idempotency-key': key });

  readonly choose = async (of: ImportView, choices: Partial<ImportChoices>, person: Person = 'reporter'): Promise<ImportView> => {
    const headers = { 'if-match': `"${of.version}"`, 'idempotency-key': randomUUID() };
    const answer = await (await this.whole.as(person)).put(`/api/imports/${of.id}/choices`, { ...of.choices, ...choices }, headers);
    expect(answer.status).withContext(answer.text).toBe(200);
    return answer.json<ImportView>();
  };

  readonly after = async (of: ImportView, sent: object, person: Person = 'reporter'): Promise<ImportView> => {
    const answer = await this.step(of, sent, person);
    expect(answer.status).withContext(answer.text).toBe(201);
    return this.settled(answer.json<ImportView>(), person);
  };

  readonly checked = async (content: string | Uint8Array, choices: Partial<ImportChoices> = {}): Promise<ImportView> => {
    const sent = await this.sent(content);
    return this.after(await this.choose(sent, { source: 'Besöksboken', ...choices }), { step: 'check' });
  };

  readonly rows = async ({ id }: ImportView, kind: string, more = ''): Promise<ImportRowList> =>
    (await (await this.whole.as('reporter')).get(`/api/imports/${id}/rows?kind=${kind}${more}`)).json<ImportRowList>();

  /** Nothing of what was sent is recorded. */
  readonly recorded = async (): Promise<number> =>
    Number((await this.whole.rows<{ n: string }>('select count(*) as n from import_run'))[0]?.n);

  private async settled(of: ImportView, person: Person): Promise<ImportView> {
    for (let tries = 0; tries < 300; tries++) {
      // What is sent back is its sender’s again.
      const now = await this.view(of, person === 'reviewer' ? 'reporter' : person);
      if (!['checking', 'publishing', 'withdrawing'].includes(now.state)) return now;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('The job was not done');
  }
}
