import 'reflect-metadata';
import type { AuditEntry } from '@slusen/contracts';
import { addDays, auditActionText, momentStamp, stockholmDate } from '@slusen/domain';
import { pipeline } from 'node:stream/promises';
import { createWriteStream } from 'node:fs';
import { OPERATOR } from '../identity/account.js';
import { auditCsv } from '../oversight/audit-csv.js';
import { AuditQuery } from '../oversight/audit.query.js';
import { Clock } from '../platform/clock.js';
import { withApplication, withDatabase } from './console/application.js';
import { readArguments, runCommand, type Command } from './console/command.js';
import { CommandError } from './console/sentences.js';

const HELP = `
Tells who did what when, from the audit trail, the latest first.

  --days N       so many days back, today included (90 without it)
  --who TEXT     only what somebody did whose name or user name holds this
  --about TEXT   only what tells of this: a slug, a decision, a name
  --csv FILE     writes a file for Excel instead, with everything that is known of each event
`;
const OPTIONS = { days: { type: 'string' }, who: { type: 'string' }, about: { type: 'string' }, csv: { type: 'string' } } as const;

/** Tells who did what when. */
export const auditCommand: Command = {
  usage: 'npm run audit [-- --days N] [--who TEXT] [--about TEXT] [--csv FILE]',
  help: HELP,
  async run({ args, config, terminal }) {
    const { values, positionals } = readArguments(args, OPTIONS);
    if (positionals.length > 0) throw new CommandError('audit takes no file but that of --csv.', { isMisuse: true });
    const days = daysOf(values.days ?? '90');
    await withDatabase(config, (database) =>
      withApplication(config, database, async (app) => {
        const today = stockholmDate(app.get(Clock).now().toISOString());
        const search = { who: values.who, about: values.about, from: addDays(today, 1 - days) };
        const entries = app.get(AuditQuery, { strict: false }).all(OPERATOR, search);
        if (values.csv !== undefined) return pipeline(auditCsv(entries), createWriteStream(values.csv, { flags: 'wx' }));
        let told = 0;
        for await (const entry of entries) {
          told++;
          for (const line of linesOf(entry)) terminal.say(line);
        }
        terminal.say(`${told} ${told === 1 ? 'event' : 'events'} from ${search.from} on.`);
      }),
    );
    return 0;
  },
};

function daysOf(text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new CommandError('--days takes a whole number from 1 to 9999.', { isMisuse: true });
  return Number(text);
}

/** Texts of the trail are quoted as JSON is, since somebody may have written what a terminal obeys. */
function* linesOf({ seq, at, by, action, account, subject, changes, facts }: AuditEntry): Generator<string> {
  const who = by ? `${quoted(by.name)} (${by.username})` : 'the server';
  yield `${seq}  ${momentStamp(at)}  ${who}: ${auditActionText(action, 'en')} [${account ? account.username : subject}] ${JSON.stringify(facts)}`;
  for (const { subject: of, field, before, after } of changes) yield `    ${quoted(of)} ${field}: ${quoted(before)} → ${quoted(after)}`;
}

const quoted = (text: string | undefined): string => (text === undefined ? '–' : JSON.stringify(text));

if (import.meta.main) await runCommand(auditCommand);
