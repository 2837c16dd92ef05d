import type { HeldRole, PeopleList } from '@slusen/contracts';
import type { AccountRole, IsoDate, PersonState } from '@slusen/domain';
import { AccountRow } from '../identity/account.row.js';
import { asKnown } from '../platform/as-of.js';
import { columns, type LineOf } from '../platform/columns-of.js';
import { localizedOf } from '../platform/localized-of.js';
import { actorName } from '../platform/shown-text.js';

const ACCOUNT = columns(AccountRow, 'a', 'id', 'username', 'name', 'email', 'version', 'pseudonymisedAt');

const INVITATION = `select from password_link l where l.account_id = a.id and l.kind = 'invitation'`;

/** SQL: what administrators see of an account `a`, with every role that it holds, held or will hold. */
export const PERSON = `
  ${ACCOUNT},
  case when a.disabled_at is not null then 'disabled'
       when exists (${INVITATION}) and not exists (${INVITATION} and l.ending = 'used') then 'invited' else 'active' end as state,
  coalesce((select json_agg(json_build_object('role', r.role, 'from', r.valid_from, 'to', r.valid_to, 'slug', d.slug,
                                              'sv', ${actorName('d', 'name_sv')}, 'en', ${actorName('d', 'name_en')}) order by r.role, r.id)
              from account_role r left join ${asKnown('actor')} d on d.id = r.department_id where r.account_id = a.id), '[]') as roles`;

/** SQL: whether an account `a` is somebody's; those of business systems are looked after with their keys. */
export const IS_PERSON = 'not exists (select from machine_key k where k.account_id = a.id)';

/** A role as that SQL tells it. */
interface RoleLine {
  readonly role: AccountRole;
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  readonly slug: string | null;
  readonly sv: string | null;
  readonly en: string | null;
}

/** What that SQL gives. */
export type PersonLine = LineOf<typeof ACCOUNT> & {
  readonly state: PersonState;
  readonly roles: readonly RoleLine[];
};

/** A line as administrators read it, with how many sessions go on. */
export function listedPerson(
  { email, roles, pseudonymised_at: goneAt, ...line }: PersonLine,
  sessions: number,
): PeopleList['items'][number] {
  const { id, username, name, version, state } = line;
  return {
    ...{ id, username, name, version, state, sessions },
    ...(email === null ? {} : { email }),
    roles: roles.map(heldRoleOf),
    ...(goneAt ? { pseudonymisedAt: goneAt.toISOString() } : {}),
  };
}

function heldRoleOf({ role, from, to, slug, sv, en }: RoleLine): HeldRole {
  return {
    role,
    ...(slug !== null && sv !== null ? { department: { slug, name: localizedOf(sv, en) } } : {}),
    ...(from === null ? {} : { from }),
    ...(to === null ? {} : { to }),
  };
}
