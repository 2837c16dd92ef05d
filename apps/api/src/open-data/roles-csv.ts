import type { RoleMatrix } from '@slusen/contracts';
import { actorKindWord, actorRoleWord, type DataLicence } from '@slusen/domain';
import { stringify } from 'csv-stringify/sync';

type Held = RoleMatrix['roles'][number];
/** A column: its heading and its cell, of a goal and of a role in it where somebody has one. */
type Column = readonly [heading: string, cell: (goal: RoleMatrix['goals'][number], held: Held | undefined) => string];

/**
 * Who does what as UTF-8 text with comma and CRLF (RFC 4180): one line for each role, and one for a goal that nobody has a role in. Text that
 * a spreadsheet would run as a formula gets an apostrophe.
 */
export function rolesCsv({ goals, actors, roles }: RoleMatrix, licence: DataLicence): string {
  const bySlug = new Map(actors.map((actor) => [actor.slug, actor]));
  const actorOf = (held: Held | undefined) => (held ? bySlug.get(held.actor) : undefined);
  const columns: readonly Column[] = [
    ['area', ({ area }) => area.name.sv],
    ['goal', ({ slug }) => slug],
    ['goal_name', ({ name }) => name.sv],
    ['actor', (_, held) => held?.actor ?? ''],
    ['actor_name', (_, held) => actorOf(held)?.name.sv ?? ''],
    ['actor_kind', (_, held) => wordOf(actorOf(held))],
    ['role', (_, held) => (held ? actorRoleWord(held.role, 'sv') : '')],
    ['is_example', ({ isExample }, held) => String(held?.isExample ?? isExample)],
    ['licence', () => licence],
  ];
  const lines = goals.flatMap((goal) => {
    const held = roles.filter((role) => role.goal === goal.slug);
    return (held.length > 0 ? held : [undefined]).map((role) => columns.map(([, cell]) => cell(goal, role)));
  });
  return stringify([columns.map(([heading]) => heading), ...lines], { record_delimiter: 'windows', escape_formulas: true });
}

const wordOf = (actor: RoleMatrix['actors'][number] | undefined): string => (actor ? actorKindWord(actor.kind, 'sv') : '');
