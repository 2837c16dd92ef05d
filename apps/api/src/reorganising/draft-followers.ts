import { Injectable } from '@nestjs/common';
import type { DraftGoal } from '@slusen/contracts';
import type { Principal } from '../identity/account.js';
import { auditedAs } from '../identity/account.js';
import { DraftRepository, type SavedPart } from '../drafting/draft.repository.js';
import type { Follower, FollowerSource } from './follower.js';

/** Goals of drafts of the strategy in which the actor is to have a role. */
@Injectable()
export class DraftFollowers implements FollowerSource {
  constructor(private readonly drafts: DraftRepository) {}

  async of(actor: string): Promise<Follower[]> {
    const open = (await this.drafts.all()).filter(({ state }) => state !== 'adopted' && state !== 'discarded');
    const found: Follower[] = [];
    for (const { id, title } of open) {
      const naming = (await this.drafts.parts(id)).filter((part) => rolesIn(part).some((role) => role.actor === actor));
      found.push(...naming.map((part) => this.follower({ id, title, actor }, part)));
    }
    return found;
  }

  private follower({ id, title, actor }: Naming, part: SavedPart): Follower {
    const { sv = part.key, en } = (part.content as Partial<DraftGoal> | null)?.name ?? {};
    return {
      thing: `draft:${id}:${part.key}`,
      kind: 'draft',
      name: { sv: `${title}: ${sv}`, ...(en && { en: `${title}: ${en}` }) },
      follow: async ({ by }, to) => {
        await this.save(by, { id, part, roles: withSuccessor(rolesIn(part), actor, to) });
        return undefined;
      },
    };
  }

  /** Whoever has an earlier text before them, or was about to adopt it, reads it again. */
  private async save(by: Principal, { id, part, roles }: NextRoles): Promise<void> {
    const savedById = auditedAs(by);
    if (savedById === null) throw new Error('A draft is written in by somebody');
    const { version } = await this.drafts.lock(id);
    await this.drafts.save({ draftId: id, key: part.key, revision: part.revision + 1, content: { ...part.content, roles }, savedById });
    await this.drafts.update(id, { version: version + 1 });
  }
}

type Roles = NonNullable<DraftGoal['roles']>;
interface Naming {
  readonly id: number;
  readonly title: string;
  readonly actor: string;
}
interface NextRoles {
  readonly id: number;
  readonly part: SavedPart;
  readonly roles: Roles;
}

const rolesIn = ({ content }: SavedPart): Roles => (content as Partial<DraftGoal> | null)?.roles ?? [];

function withSuccessor(roles: Roles, actor: string, to: string): Roles {
  const next = roles.map((one) => (one.actor === actor ? { ...one, actor: to } : one));
  return next.filter((one, at) => next.findIndex((other) => other.actor === one.actor && other.role === one.role) === at);
}
