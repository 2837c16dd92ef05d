import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { createHash, randomBytes } from 'node:crypto';
import { Not, type Repository } from 'typeorm';
import { asKnown } from '../platform/as-of.js';
import { columns, type LineOf } from '../platform/columns-of.js';
import { Clock } from '../platform/clock.js';
import { actorName } from '../platform/shown-text.js';
import { statement, Statements } from '../platform/statements.js';
import type { AccountRoleGrant, SignedIn } from './account.js';
import { AccountRow } from './account.row.js';
import { grantsOf } from './account.query.js';
import { SessionRow } from './session.row.js';

const MINUTE = 60_000;
export const IDLE_MINUTES = 30;
export const ABSOLUTE_MINUTES = 12 * 60;

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();
/** Derived from the session's token, so it needs no column and dies with the session. */
const csrfOf = (token: string): string => createHash('sha256').update(`csrf ${token}`).digest('base64url');

const ACCOUNT = columns(AccountRow, 'a', 'id', 'username', 'name');
const SESSION = columns(SessionRow, 's', 'lastSeenAt', 'expiresAt', 'needsSecondFactor');
type SessionLine = LineOf<typeof ACCOUNT> &
  LineOf<typeof SESSION> & {
    readonly has_password: boolean;
    readonly roles: { role: AccountRoleGrant['role']; slug: string | null; sv: string | null; en: string | null }[];
  };

const CALLER = statement({
  name: 'session.caller',
  text: `
    select ${ACCOUNT}, ${SESSION}, a.password_hash is not null as has_password,
           coalesce((select json_agg(json_build_object('role', r.role, 'slug', d.slug, 'sv', ${actorName('d', 'name_sv')}, 'en', ${actorName('d', 'name_en')}) order by r.id)
                       from account_role r left join ${asKnown('actor')} d on d.id = r.department_id where r.account_id = a.id), '[]') as roles
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
    const [line] = await this.statements.rows<SessionLine>(CALLER, [tokenHash]);
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

const isIdle = (line: SessionLine, now: Date): boolean => now.getTime() - line.last_seen_at.getTime() >= IDLE_MINUTES * MINUTE;
