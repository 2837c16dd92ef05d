import { Injectable } from '@nestjs/common';
import type { HeldRole, Person } from '@slusen/contracts';
import { DomainError } from '@slusen/domain';
import type { SignedIn } from '../identity/account.js';
import { PasswordLinks } from '../identity/password-links.js';
import { Permissions } from '../identity/permissions.js';
import { RoleProposals } from '../identity/role-proposals.js';
import { SessionRepository } from '../identity/session.repository.js';
import { asKnown } from '../platform/as-of.js';
import { localizedOf } from '../platform/localized-of.js';
import { actorName } from '../platform/shown-text.js';
import { statement, Statements } from '../platform/statements.js';
import { IS_PERSON, listedPerson, PERSON, type PersonLine } from './person-columns.js';
import { standInsOf } from './stand-ins.js';
import { sessionName } from './session-name.js';

const ONE = statement({
  name: 'people.one',
  text: `select ${PERSON}, exists (select from second_factor f where f.account_id = a.id and f.confirmed_at is not null) as has_second_factor from account a where a.id = $1 and ${IS_PERSON}`,
});
const DEPARTMENT = statement({
  name: 'people.department',
  text: `select ${actorName('d', 'name_sv')} as sv, ${actorName('d', 'name_en')} as en from ${asKnown('actor')} d where d.slug = $1`,
});

/** One person with roles, sessions, invitation and what waits for another administrator. */
@Injectable()
export class PersonQuery {
  constructor(
    private readonly permissions: Permissions,
    private readonly statements: Statements,
    private readonly sessions: SessionRepository,
    private readonly links: PasswordLinks,
    private readonly proposals: RoleProposals,
  ) {}

  /** Throws `account.not-found`. */
  async read(by: SignedIn, id: string): Promise<Person> {
    this.permissions.require(by, 'account.manage');
    const [line] = await this.statements.rows<PersonLine & { readonly has_second_factor: boolean }>(ONE, [id]);
    if (!line) throw new DomainError('account.not-found', { username: id });
    const invitation = await this.links.openInvitation(id);
    const openSessions = await this.sessionsOf(by, id);
    return {
      ...listedPerson(line, openSessions.length),
      isSelf: id === by.id,
      hasSecondFactor: line.has_second_factor,
      ...(invitation ? { invitedUntil: invitation.expiresAt.toISOString() } : {}),
      openSessions,
      proposals: await this.proposalsOf(id),
      ...(await standInsOf(this.statements, id)),
    };
  }

  private async sessionsOf(by: SignedIn, id: string): Promise<Person['openSessions']> {
    return (await this.sessions.of(id)).map(({ tokenHash, createdAt, lastSeenAt, expiresAt }) => ({
      id: sessionName(tokenHash),
      createdAt: createdAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
      isThis: tokenHash.equals(by.session.tokenHash),
    }));
  }

  private async proposalsOf(id: string): Promise<Person['proposals']> {
    const waiting = await this.proposals.of(id);
    return Promise.all(
      waiting.map(async (one) => ({ id: one.id, proposedAt: one.proposedAt.toISOString(), held: await this.withName(one.role) })),
    );
  }

  private async withName({
    department: slug,
    ...held
  }: Omit<HeldRole, 'department'> & { readonly department?: string | undefined }): Promise<HeldRole> {
    if (slug === undefined) return held;
    const [name] = await this.statements.rows<{ sv: string; en: string | null }>(DEPARTMENT, [slug]);
    return { ...held, department: { slug, name: localizedOf(name?.sv ?? slug, name?.en) } };
  }
}
