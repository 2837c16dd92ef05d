import { Injectable } from '@nestjs/common';
import type { MailState } from '@slusen/domain';
import type { PasswordLinkRow } from '../identity/password-link.row.js';
import { PasswordLinks } from '../identity/password-links.js';
import type { MailRow } from './mail.row.js';
import { MailServer } from './mail-server.js';

type Ending = PasswordLinkRow['ending'];

/** A mail and the link in it were made in one go: of the same account, with the same end. */
const linkKey = (accountId: string, end: Date): string => `${accountId} ${end.getTime()}`;

/** How far mails have come, which depends on what became of the links in them. */
@Injectable()
export class MailStates {
  constructor(
    private readonly server: MailServer,
    private readonly links: PasswordLinks,
  ) {}

  get hasServer(): boolean {
    return this.server.isThere;
  }

  /** The state of each, by its id. */
  async of(mails: readonly MailRow[], now: Date): Promise<ReadonlyMap<string, MailState>> {
    const ended = await this.links.ended(mails.map(({ accountId }) => accountId));
    const endings = new Map(ended.map(({ accountId, expiresAt, ending }) => [linkKey(accountId, expiresAt), ending]));
    const endingOf = ({ accountId, usefulUntil }: MailRow): Ending => endings.get(linkKey(accountId, usefulUntil)) ?? null;
    return new Map(mails.map((mail) => [mail.id, this.stateOf(mail, endingOf(mail), now)]));
  }

  private stateOf({ sentAt, text, usefulUntil, isKept }: MailRow, ending: Ending, now: Date): MailState {
    if (ending === 'used') return 'used';
    if (sentAt) return 'sent';
    if (ending === 'replaced' || text === null || usefulUntil <= now) return 'over';
    return this.hasServer && !isKept ? 'waiting' : 'kept';
  }
}
