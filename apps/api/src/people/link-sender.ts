import { Injectable } from '@nestjs/common';
import { passwordMail, roleTime, type PasswordLinkKind, type ToldRole } from '@slusen/domain';
import type { AccountRow } from '../identity/account.row.js';
import { PasswordLinks } from '../identity/password-links.js';
import { Post } from '../mail/post.js';
import { Clock } from '../platform/clock.js';
import { Settings } from '../platform/settings.js';
import { statement, Statements } from '../platform/statements.js';
import { listedPerson, PERSON, type PersonLine } from './person-columns.js';

/** Where a link leads; its secret stands after the #, which no browser sends and no log keeps. */
const PAGE = '/valj-losenord#';

const INVITED = statement({ name: 'people.invited', text: `select ${PERSON} from account a where a.id = $1` });

/** Whom a link is sent to. */
export type Receiver = Pick<AccountRow, 'id' | 'name'> & { readonly email: string };

/** Makes a link to choose a password, and writes to whom it is for. */
@Injectable()
export class LinkSender {
  constructor(
    private readonly links: PasswordLinks,
    private readonly post: Post,
    private readonly settings: Settings,
    private readonly statements: Statements,
    private readonly clock: Clock,
  ) {}

  /** Another invitation to whoever has not used theirs, else a link to choose another password; which it was, as the trail tells it. In a transaction. */
  async sendAnother(receiver: Receiver): Promise<{ readonly link: PasswordLinkKind; readonly mayOpen: string }> {
    const kind = (await this.links.openInvitation(receiver.id)) ? 'invitation' : 'reset';
    return { link: kind, mayOpen: await this.send(kind, receiver) };
  }

  /** In a transaction; links that were sent before work no more. What the trail tells of the link, so that verify knows it. */
  async send(kind: PasswordLinkKind, { id, name, email }: Receiver): Promise<string> {
    const { config, municipality } = this.settings;
    const { token, expiresAt, fact } = await this.links.make(kind, id);
    const roles = await this.rolesOf(id);
    const content = passwordMail(kind, { name, municipality, link: `${config.publicUrl}${PAGE}${token}`, until: expiresAt, roles });
    await this.post.ask({ kind, accountId: id, address: email, usefulUntil: expiresAt, ...content });
    return fact;
  }

  /** What somebody may do, now or from a day to come. */
  private async rolesOf(id: string): Promise<readonly ToldRole[]> {
    const [line] = await this.statements.rows<PersonLine>(INVITED, [id]);
    const today = this.clock.today();
    return line ? listedPerson(line, 0).roles.filter((held) => roleTime(held, today) !== 'over') : [];
  }
}
