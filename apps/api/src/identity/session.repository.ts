import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { createHash, randomBytes } from 'node:crypto';
import { Not, type Repository } from 'typeorm';
import { columns, type LineOf } from '../platform/columns-of.js';
import { Clock } from '../platform/clock.js';
import { statement, Statements } from '../platform/statements.js';
import type { SignedIn } from './account.js';
import { AccountRow } from './account.row.js';
import { grantsOf, rolesOn, type RolesLine } from './account.query.js';
import { SessionRow } from './session.row.js';

const MINUTE = 60_000;
export const IDLE_MINUTES = 30;
export const ABSOLUTE_MINUTES = 12 * 60;

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();
/** Derived from the session's token, so it needs no column and dies with the session. */
const csrfOf = (token: string): string => createHash('sha256').update(`csrf ${token}`).digest('base64url');

const ACCOUNT = columns(AccountRow, 'a', 'id', 'username', 'name');
const SESSION = columns(SessionRow, 's', 'lastSeenAt', 'expiresAt', 'needsSecondFactor');
type SessionLine = LineOf<typeof ACCOUNT> & LineOf<typeof SESSION> & RolesLine & { readonly has_password: boolean };

const CALLER = statement({
  name: 'session.caller',
  text: `
    select ${ACCOUNT}, ${SESSION}, a.password_hash is not null as has_password, ${rolesOn('$2::date')}
      from session s join account a on a.id = s.account_id
     where s.token_hash = $1 and a.disabled_at is null`,
});

/** Server-side sessions: the cookie holds a random token, the table only its hash. */
@Injectable()
export class SessionRepository {
  constructor(
    @InjectRepository(SessionRow) private readonly sessions: Repository<SessionRow>,
    private readonly statements: Statements,
    private readonly clock: Clock,
  ) {}

  /** Opens a session and returns the token for the cookie. */
  async open(accountId: string, { needsSecondFactor = false } = {}): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + ABSOLUTE_MINUTES * MINUTE);
    await this.sessions.insert({ tokenHash: hashOf(token), accountId, createdAt: now, lastSeenAt: now, expiresAt, needsSecondFactor });
    return token;
  }

  /** Who the token belongs to; undefined when it is unknown, idle for 30 minutes or older than 12 hours. */
  async caller(token: string): Promise<SignedIn | undefined> {
    const tokenHash = hashOf(token);
    const [line] = await this.statements.rows<SessionLine>(CALLER, [tokenHash, this.clock.today()]);
    const now = this.clock.now();
    if (!line || line.expires_at <= now || isIdle(line, now)) return undefined;
    const seen = await this.touch(tokenHash, line, now);
    const idleExpiresAt = new Date(Math.min(seen.getTime() + IDLE_MINUTES * MINUTE, line.expires_at.getTime()));
    return {
      id: line.id,
      username: line.username,
      name: line.name,
      roles: grantsOf(line.roles),
      hasPassword: line.has_password,
      session: {
        tokenHash,
        csrfToken: csrfOf(token),
        idleExpiresAt,
        expiresAt: line.expires_at,
        needsSecondFactor: line.needs_second_factor,
      },
    };
  }

  /** Ends the session of a token, if there is one; whose it was. */
  async end(token: string): Promise<string | undefined> {
    const tokenHash = hashOf(token);
    const session = await this.sessions.findOne({ where: { tokenHash }, select: { accountId: true } });
    if (session) await this.close(tokenHash);
    return session?.accountId;
  }

  /** Says of the account's sessions that go on whether nothing but setting up a second factor can be done in them. */
  async needSecondFactor(accountId: string, needsSecondFactor: boolean): Promise<void> {
    await this.sessions.update({ accountId }, { needsSecondFactor });
  }

  async close(tokenHash: Buffer): Promise<void> {
    await this.sessions.delete({ tokenHash });
  }

  /** Those that go on, the one used last first. */
  async of(accountId: string): Promise<SessionRow[]> {
    const now = this.clock.now();
    const rows = await this.sessions.find({ where: { accountId }, order: { lastSeenAt: 'DESC' } });
    return rows.filter((row) => row.expiresAt > now && row.lastSeenAt > idleSince(now));
  }

  /** Ends every session of the account, but not the one to keep. */
  async closeAll(accountId: string, keep?: Buffer): Promise<void> {
    await this.sessions.delete({ accountId, ...(keep ? { tokenHash: Not(keep) } : {}) });
  }

  /** Writes the last activity once a minute at most: each request would otherwise be a write. */
  private async touch(tokenHash: Buffer, line: SessionLine, now: Date): Promise<Date> {
    if (now.getTime() - line.last_seen_at.getTime() < MINUTE) return line.last_seen_at;
    await this.sessions.update({ tokenHash }, { lastSeenAt: now });
    return now;
  }
}

/** Sessions that were last seen before this are over. */
export const idleSince = (now: Date): Date => new Date(now.getTime() - IDLE_MINUTES * MINUTE);

const isIdle = (line: SessionLine, now: Date): boolean => now.getTime() - line.last_seen_at.getTime() >= IDLE_MINUTES * MINUTE;
