import pg from 'pg';
import { BackupError } from '../backup/manifest.js';
import { copiedTables, type CopiedTable } from '../backup/tables.js';

/** What each file holds, in Swedish and English: for the README, and so that no table comes along that nobody thought of. */
export const EXPORTED: Readonly<Record<string, readonly [sv: string, en: string]>> = {
  account: [
    'konton, utan lösenord; namnen står i people.csv, om de är med',
    'accounts, without passwords; the names are in people.csv, if they are included',
  ],
  account_role: ['behörigheter per konto, från och till', 'roles of each account, from and until'],
  action: ['åtgärder', 'actions'],
  action_partner: ['vilka som medverkar i en åtgärd', 'who takes part in an action'],
  action_revision: ['vad som har sagts om varje åtgärd', 'what was said of each action'],
  actor: ['aktörer', 'actors'],
  actor_revision: ['aktörernas namn och uppgifter', 'names and particulars of actors'],
  area: ['utvecklingsområden', 'areas'],
  area_revision: ['områdenas ord', 'words of areas'],
  audit_event: ['händelseloggen, varje händelse kedjad till den före', 'the audit trail, each event chained to the one before'],
  deputy: ['ersättare: vem som har stått in för vem, från och till', 'deputies: who stood in for whom, from and until'],
  disposal: ['gallringar, med beslut', 'what was removed by a decision'],
  disposal_part: ['vad varje gallring tog bort, per tabell', 'what each disposal removed, by table'],
  entry: ['inmatningar', 'entries'],
  entry_attachment: ['filer som inmatningar vilar på, med innehåll', 'files that entries rest on, with their content'],
  entry_author: ['vilka konton som har skrivit i en inmatning', 'which accounts wrote in an entry'],
  entry_event: ['stegen för varje inmatning', 'the steps of each entry'],
  figure_message: ['frågor och svar om siffror, mellan tjänstepersoner', 'questions and answers about figures, between officials'],
  follow_up_round: ['uppföljningsomgångar', 'follow-up rounds'],
  follow_up_round_revision: ['när varje omgång är', 'when each round is'],
  follow_up_rule_revision: ['hur omgångar återkommer', 'how rounds come back'],
  goal: ['mål', 'goals'],
  goal_revision: ['målens ord', 'words of goals'],
  import_run: ['inlästa filer', 'files that were read in'],
  import_source: ['källor som filer har kommit från', 'sources that files came from'],
  import_upload: ['filer på väg att läsas in', 'files on their way in'],
  import_upload_row: ['vad raderna i dem skulle ändra', 'what their rows would change'],
  indicator: ['indikatorer', 'indicators'],
  indicator_definition: ['indikatorernas definitioner', 'definitions of indicators'],
  masking: ['uppgifter som är dolda', 'what is hidden'],
  notification_choice: ['vad var och en får e-post om', 'what each person gets e-mail about'],
  observation: ['utfall: varje värde med alla revideringar', 'observations: each value with all its revisions'],
  planned_reorganisation: ['omorganisationer som är planerade', 'reorganisations that are planned'],
  point_note: ['anmärkningar till värden', 'notes on values'],
  quick_reasons: ['vad var och en ofta skriver när något skickas tillbaka', 'what each person often writes when something is returned'],
  record: ['när varje ändring registrerades', 'when each change was recorded'],
  recording: ['räknaren för ändringar', 'the counter of changes'],
  reminded_day: ['vilka dagar någon påmindes', 'on which days somebody was reminded'],
  reorganisation: ['omorganisationer av aktörer, med beslut', 'reorganisations of actors, with decisions'],
  reorganisation_successor: ['vilka som har efterträtt dem', 'who came in their place'],
  responsibility: ['vem som gör vad för målen', 'who does what for the goals'],
  role_proposal: ['behörigheter som väntar på en andra administratör', 'roles that wait for a second administrator'],
  series_break: ['brott i serier', 'series breaks'],
  series_head: ['serier: indikator, område och uppdelning', 'series: indicator, area and breakdown'],
  site_logo: ['logotypen', 'the logo'],
  site_settings: ['inställningar', 'settings'],
  strategy: ['strategin', 'the strategy'],
  strategy_draft: ['utkast', 'drafts'],
  strategy_draft_part: ['utkastens delar', 'parts of drafts'],
  strategy_revision: ['strategins namn och syfte', 'name and purpose of the strategy'],
  strategy_version: ['beslutade versioner', 'adopted versions'],
  strategy_version_revision: ['besluten om dem', 'their decisions'],
  target: ['målvärden', 'targets'],
  task_answer: ['vad som svarats på uppgifter i stället för en siffra', 'what was answered to tasks instead of a figure'],
  territory: ['områden, orter och kommuner', 'territories'],
  territory_revision: ['deras namn', 'their names'],
};

/** Ways to sign in: whoever was let in here is let in there only by somebody there. */
export const LEFT_OUT: readonly string[] = ['external_identity', 'machine_key', 'recovery_code', 'second_factor'];

const NUMBER = 'row_number() over (order by created_at, id)';
/** In a database from before there were pseudonyms nobody is one. */
const IS_SOMEBODY = `to_jsonb(account) ->> 'pseudonymised_at' is null`;

/** An account without its person: who that is stands in `people.csv`, if anywhere. A pseudonym names nobody, and is to stay as it was made. */
const ACCOUNT: Readonly<Record<string, string>> = {
  username: `case when ${IS_SOMEBODY} then 'konto-' || ${NUMBER} else username end`,
  name: `case when ${IS_SOMEBODY} then 'Konto ' || ${NUMBER} else name end`,
  email: 'null',
  password_hash: 'null',
};

/** Every table of an export, what is referred to before what refers to it. Throws when there is one that nobody decided about. */
export async function exportedTables(client: pg.ClientBase): Promise<CopiedTable[]> {
  const tables = (await copiedTables(client)).filter(({ name }) => !LEFT_OUT.includes(name));
  const unknown = tables.find(({ name }) => !Object.hasOwn(EXPORTED, name));
  if (unknown) throw new BackupError(`It is not decided whether the table ${unknown.name} belongs to an export.`);
  return tables;
}

/** A table as comma separated values with the names of its columns; of accounts what is left of them without their people. */
export function csvOut({ name, columns, orderedBy }: CopiedTable, { isStripped }: { readonly isStripped: boolean }): string {
  const told = columns.map((column) => {
    const own = pg.escapeIdentifier(column);
    return isStripped && name === 'account' && ACCOUNT[column] ? `${ACCOUNT[column]} as ${own}` : own;
  });
  const order = orderedBy.length > 0 ? ` order by ${listed(orderedBy)}` : '';
  return `copy (select ${told.join(', ')} from public.${pg.escapeIdentifier(name)}${order}) to stdout (format csv, header true)`;
}

/** Reads what `csvOut` wrote; the columns are those of the manifest, in their order. */
export function csvIn({ name, columns }: Pick<CopiedTable, 'name' | 'columns'>): string {
  return `copy public.${pg.escapeIdentifier(name)} (${listed(columns)}) from stdin (format csv, header match)`;
}

/** Who the accounts are. */
export const PEOPLE_OUT = `copy (select id, username, name, email from account order by id) to stdout (format csv, header true)`;

const listed = (columns: readonly string[]): string => columns.map((column) => pg.escapeIdentifier(column)).join(', ');
