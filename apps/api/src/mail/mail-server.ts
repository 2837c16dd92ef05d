import { Injectable } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import type { MailConfig } from '../mail-config.js';
import { Settings } from '../platform/settings.js';
import type { MailRow } from './mail.row.js';

/** Milliseconds that the mail server may be silent; less in all than a job may take. */
const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000, dnsTimeout: 10_000 };

/** The municipality's mail server, if the settings name one. */
@Injectable()
export class MailServer {
  private readonly send: ((mail: MailRow) => Promise<unknown>) | undefined;

  constructor(settings: Settings) {
    const { mail } = settings.config;
    if (mail) this.send = sender(mail, settings);
  }

  get isThere(): boolean {
    return this.send !== undefined;
  }

  /** Hands over a mail; rejects with what the server said. The same mail has the same id, should it come twice. */
  async deliver(mail: MailRow): Promise<void> {
    await this.send?.(mail);
  }
}

/** Whose the mails are is set on a page, so it is asked for each of them. */
function sender({ url, password, from }: MailConfig, settings: Settings) {
  const { hostname, port, protocol, username, password: inUrl } = new URL(url);
  const isSecure = protocol === 'smtps:';
  const user = decodeURIComponent(username);
  const transport = createTransport({
    host: hostname,
    port: Number(port) || (isSecure ? 465 : 25),
    secure: isSecure,
    // A password is never sent in the clear, but on the machine itself.
    requireTLS: user !== '' && !isSecure && !/^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname),
    ...(user ? { auth: { user, pass: password ?? decodeURIComponent(inUrl) } } : {}),
    ...{ ...PATIENCE, disableFileAccess: true, disableUrlAccess: true },
  });
  return ({ id, address, subject, text }: MailRow): Promise<unknown> =>
    transport.sendMail({
      from: { name: settings.municipality ?? '', address: from },
      to: { name: '', address },
      ...{ subject, text: text ?? '' },
      messageId: `<${id}@${new URL(settings.config.publicUrl).hostname}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
}
