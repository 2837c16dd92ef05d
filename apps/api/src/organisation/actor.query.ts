import { Injectable } from '@nestjs/common';
import { DomainError, type ActorKind, type Localized } from '@slusen/domain';
import { asKnown, type AsOf } from '../platform/as-of.js';
import type { ColumnsOf } from '../platform/columns-of.js';
import { localizedOf } from '../platform/localized-of.js';
import { Statements } from '../platform/statements.js';
import type { ActorRevisionRow } from './actor-revision.row.js';
import type { ActorRow } from './actor.row.js';

/** Someone who does something for a goal, or answers for figures. */
export interface Actor {
  readonly id: number;
  readonly slug: string;
  readonly kind: ActorKind;
  readonly name: Localized;
  /** A department's committee, a committee's council. */
  readonly parent: { readonly slug: string; readonly name: Localized } | undefined;
  readonly contact: string | undefined;
  readonly isExample: boolean;
}

type Line = ColumnsOf<ActorRow & ActorRevisionRow> & {
  parent_slug: string | null;
  parent_sv: string | null;
  parent_en: string | null;
};

const ACTORS = `
  select a.id, a.slug, a.kind, a.name_sv, a.name_en, a.contact, a.is_example,
         p.slug as parent_slug, p.name_sv as parent_sv, p.name_en as parent_en
    from ${asKnown('actor', '$1')} a
    left join ${asKnown('actor', '$1')} p on p.id = a.parent_id`;
const ALL = { name: 'actor.all', text: `${ACTORS} order by a.name_sv collate "sv-x-icu", a.id` };
const BY_SLUG = { name: 'actor.by-slug', text: `${ACTORS} where a.slug = $2` };

/** Reads actors of all kinds. */
@Injectable()
export class ActorQuery {
  constructor(private readonly statements: Statements) {}

  /** Every actor, in the order of the Swedish alphabet. */
  async all({ known }: AsOf): Promise<Actor[]> {
    return (await this.statements.rows<Line>(ALL, [known])).map(actorOf);
  }

  /** Throws `actor.not-found`. */
  async bySlug(slug: string, { known }: AsOf): Promise<Actor> {
    const [line] = await this.statements.rows<Line>(BY_SLUG, [known, slug]);
    if (!line) throw new DomainError('actor.not-found', { actor: slug });
    return actorOf(line);
  }
}

function actorOf(line: Line): Actor {
  return {
    id: line.id,
    slug: line.slug,
    kind: line.kind,
    name: localizedOf(line.name_sv, line.name_en),
    parent: line.parent_slug === null ? undefined : { slug: line.parent_slug, name: localizedOf(line.parent_sv ?? '', line.parent_en) },
    contact: line.contact ?? undefined,
    isExample: line.is_example,
  };
}
