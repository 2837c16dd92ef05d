import { inject, Injectable } from '@angular/core';
import type { MailList, MailText, Person } from '@slusen/contracts';
import { ApiClient } from './api-client.js';
import { freshReading } from './fresh-reading.js';
import type { Reading } from './reading.js';

const MAILS = '/api/admin/mails';

/** Outgoing mail, for administrators. A reading needs an injection context. */
@Injectable({ providedIn: 'root' })
export class MailsApi {
  private readonly client = inject(ApiClient);

  list(wanted: () => { readonly limit: number; readonly offset: number }): Reading<MailList> {
    return freshReading<MailList>(() => `${MAILS}?limit=${wanted().limit}&offset=${wanted().offset}`);
  }

  /** The link in the latest mail to somebody, where it is to be handed over by hand. */
  async keptLink({ email }: Pick<Person, 'email'>): Promise<string | undefined> {
    const { items } = await this.client.get<MailList>(`${MAILS}?limit=10&offset=0`);
    const mail = items.find(({ address }) => address === email);
    return mail?.state === 'kept' ? (await this.open(mail.id)).link : undefined;
  }

  /** What a mail says that was not sent; who asked stands in the audit trail. */
  open(id: string): Promise<MailText> {
    return this.client.send<MailText>({ method: 'POST', path: `${MAILS}/${id}/openings` });
  }
}
