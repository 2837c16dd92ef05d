import { Injectable } from '@nestjs/common';
import type { NewReorganisation } from '@slusen/contracts';
import { DomainError, sharedOut, successionFault, type ActorContent } from '@slusen/domain';
import type { Amendment } from '../identity/amendment.js';
import type { HeldRoles } from '../identity/hand-over-role.js';
import { OrganisationRepository } from '../organisation/organisation.repository.js';
import { ReorganisationRepository } from '../organisation/reorganisation.repository.js';
import { ReviseActor } from '../organisation/revise-actor.js';
import { requireLatest, type Revised } from '../platform/revisions.js';
import { Followers } from './followers.js';

/** Which actor, from which revision (one that was planned: as it is on its day), what is to become of it, and the day it is done. */
export interface ReorganisationOrder {
  readonly slug: string;
  readonly expected?: number;
  readonly sent: NewReorganisation;
  readonly today: string;
}

/** Renames, merges, splits or closes an actor in one transaction, with everything that points to it; what was, stays as it was recorded. */
@Injectable()
export class Reorganise {
  constructor(
    private readonly organisation: OrganisationRepository,
    private readonly reorganisations: ReorganisationRepository,
    private readonly reviseActor: ReviseActor,
    private readonly followers: Followers,
  ) {}

  /** Returns what accounts hold from then on. Throws `actor.not-found`, `revision.stale`, and the errors called `reorganisation.…`. */
  async carryOut(amendment: Amendment, order: ReorganisationOrder): Promise<HeldRoles[]> {
    const { slug, expected, sent, today } = order;
    if (sent.from > today) throw new DomainError('reorganisation.to-come', { from: sent.from });
    const fault = successionFault(sent.kind, slug, sent.into);
    if (fault) throw new DomainError(fault, { actor: slug });
    const actor = await this.standing(slug);
    if (expected !== undefined) requireLatest(actor.revision, expected);
    const into = await Promise.all(sent.into.map((one) => this.standing(one)));
    const { kind, from, decision, reason } = sent;
    await this.reorganisations.insert({ actorId: actor.id, kind, from, decision, reason, into: into.map(({ id }) => id) });
    if (sent.name) return this.rename(amendment, actor.content, sent.name);
    return this.end(amendment, order, { actor: actor.content, into: into.map(({ content }) => content) });
  }

  private async rename(amendment: Amendment, content: ActorContent, name: ActorContent['name']): Promise<HeldRoles[]> {
    const all = await this.organisation.allActors();
    const isOld = (one: ActorContent): boolean => one.slug === content.slug && (one.name.sv !== name.sv || one.name.en !== name.en);
    if (all.some((one) => !isOld(one.content) && one.content.name.sv.toLowerCase() === name.sv.toLowerCase()))
      throw new DomainError('reorganisation.name-taken', { name: name.sv });
    await this.reviseActor.revise(amendment, { ...content, name });
    return [];
  }

  private async end(amendment: Amendment, { slug, sent, today }: ReorganisationOrder, { actor, into }: Succession): Promise<HeldRoles[]> {
    const found = await this.followers.of(slug, today);
    const said = new Map(sent.shares.map(({ thing, to }) => [thing, to]));
    const things = found.map(({ thing }) => thing);
    const { shares, leftOut } = sharedOut(things, sent.into, { shares: said, rest: sent.rest });
    if (leftOut.length > 0) {
      const code = sent.kind === 'close' ? 'reorganisation.pointed-to' : 'reorganisation.left-out';
      throw new DomainError(code, { things: found.flatMap(({ thing, name }) => (leftOut.includes(thing) ? [name.sv] : [])).join('; ') });
    }
    const after = into.map(({ name }) => name.sv).join(', ') || 'avvecklad';
    const differences = [{ field: `från ${sent.from}`, before: actor.name.sv, after }];
    amendment.permits({ kind: 'actor', subject: actor.name.sv, need: 'decision', differences });
    const accounts = new Map<string, HeldRoles>();
    for (const { thing, follow } of found) {
      const held = await follow(amendment, shares.get(thing) ?? '');
      if (held) accounts.set(held.account, held);
    }
    return [...accounts.values()];
  }

  /** Throws `actor.not-found`, and `reorganisation.ended` of one that is no more. */
  private async standing(slug: string): Promise<Revised<ActorContent>> {
    const actor = await this.organisation.actor(slug);
    if (!actor) throw new DomainError('actor.not-found', { actor: slug });
    if (await this.organisation.hasEnded(actor.id)) throw new DomainError('reorganisation.ended', { actor: slug });
    return actor;
  }
}

interface Succession {
  readonly actor: ActorContent;
  readonly into: readonly ActorContent[];
}
