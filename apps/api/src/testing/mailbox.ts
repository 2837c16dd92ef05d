import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text as textOf } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

/** With whose name and password it is sent. */
export const MAIL_USER = { name: 'slusen', password: 'p#?& @:lösen' };

/** A mail as it arrived. */
export interface Received {
  readonly from: string;
  readonly to: readonly string[];
  readonly data: string;
}

/** A real mail server on loopback, that can be told to refuse. */
export class Mailbox {
  readonly received: Received[] = [];
  refusal: string | undefined;
  private readonly server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    authOptional: false,
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _, done) =>
      username === MAIL_USER.name && password === MAIL_USER.password ? done(null, { user: username }) : done(new Error('Wrong')),
    onData: (stream, { envelope }, done) => {
      void textOf(stream).then((data) => {
        if (this.refusal) return done(Object.assign(new Error(this.refusal), { responseCode: 451 }));
        const { mailFrom, rcptTo } = envelope;
        this.received.push({ from: mailFrom ? mailFrom.address : '', to: rcptTo.map(({ address }) => address), data });
        done();
      });
    },
  });

  async open(): Promise<number> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server.server, 'listening');
    return (this.server.server.address() as AddressInfo).port;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(resolve));
  }
}

/** The words of a mail as its reader sees them. */
export function wordsOf(data: string): string {
  const [head = '', ...body] = data.split('\r\n\r\n');
  const text = body.join('\r\n\r\n');
  if (/base64/i.test(head)) return Buffer.from(text, 'base64').toString('utf8');
  if (!/quoted-printable/i.test(head)) return text;
  const bytes = text.replaceAll(/=\r\n/g, '').replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
