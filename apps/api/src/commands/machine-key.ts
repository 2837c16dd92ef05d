import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import { machineKeyNumber, requiredText, slug as slugText } from '@slusen/contracts';
import * as z from 'zod';
import { OPERATOR, type Principal } from '../identity/account.js';
import { MachineKeyListQuery } from '../identity/machines/machine-key-list.query.js';
import { MakeMachineKey } from '../identity/machines/make-machine-key.js';
import { RevokeMachineKey } from '../identity/machines/revoke-machine-key.js';
import { machineKeyTable } from './accounts/machine-key-table.js';
import { actingFor } from './console/acting.js';
import { withApplication, withDatabase } from './console/application.js';
import { readArguments, runCommand, type Command } from './console/command.js';
import { CommandError } from './console/sentences.js';

const OPTIONS = {
  username: { type: 'string' },
  name: { type: 'string' },
  department: { type: 'string' },
  until: { type: 'string' },
  revoke: { type: 'string' },
  list: { type: 'boolean', default: false },
  by: { type: 'string' },
} as const;

type Values = ReturnType<typeof readArguments<typeof OPTIONS>>['values'];
type Work = (app: INestApplicationContext, by: Principal) => Promise<readonly string[]>;

const HELP = `
Gives a business system a key by which it sends figures to the API (Authorization: Bearer KEY), lists keys and revokes them. What it sends
goes into review like anyone's: it has the rights of a reporter in one department.

  --username NAME      what its account is called here, as procapita
  --name "FULL NAME"   what reviewers read beside its figures
  --department SLUG    whose figures it reports, by the slug in the strategy file
  --until DATE         the last day on which the key is good, as 2027-12-31; two years at most
  --revoke NUMBER      the number of a key, as --list shows it, that opens nothing from now on
  --list               every key, with its end and when it was used last
  --by ACCOUNT         the administrator who answers for it; left out while there is none, and with --list

A system may have two keys for a while: make the new one, change it there, revoke the old one. A key is shown once and stored nowhere.
`;

/** Makes, lists and revokes the keys of business systems. */
export const machineKeyCommand: Command = {
  usage: [
    'npm run machine-key -- --username NAME --name "FULL NAME" --department SLUG --until DATE',
    '       npm run machine-key -- --revoke NUMBER',
    '       npm run machine-key -- --list',
    '       each with --by ACCOUNT, the administrator who answers for it, once there is one',
  ].join('\n'),
  help: HELP,
  async run(desk) {
    const { values, positionals } = readArguments(desk.args, OPTIONS);
    if (positionals.length > 0) throw misuse(`"${positionals[0] ?? ''}" is not understood.`);
    const work = chooseWork(values);
    const lines = await withDatabase(desk.config, (database) =>
      withApplication(desk.config, database, async (app) => work(app, await answering(app, values))),
    );
    for (const line of lines) desk.terminal.say(line);
    return 0;
  },
};

/** Nobody has to answer for a look at the list. */
async function answering(app: INestApplicationContext, { list, by }: Values): Promise<Principal> {
  return list && by === undefined ? OPERATOR : actingFor(app, by, 'account.manage-machines');
}

/** Everything is checked before a database is touched. */
function chooseWork(values: Values): Work {
  if (values.list && values.revoke !== undefined) throw misuse('Choose one of --list and --revoke.');
  if (values.list) return async (app, by) => machineKeyTable(await app.get(MachineKeyListQuery, { strict: false }).all(by));
  if (values.revoke !== undefined) return revoke(read(machineKeyNumber, values.revoke, '--revoke must be the number of a key'));
  const wanted = {
    username: read(requiredText(120), values.username, '--username must have between 1 and 120 characters'),
    name: read(requiredText(120), values.name, '--name must have between 1 and 120 characters'),
    department: read(slugText, values.department, '--department must be the slug of a department, as kultur-och-fritid'),
    lastDay: read(z.iso.date(), values.until, '--until must be a date, as 2027-12-31'),
  };
  return async (app, by) => {
    const key = await app.get(MakeMachineKey, { strict: false }).make(by, wanted);
    return [`${wanted.username} has a key that is good until ${wanted.lastDay}, shown this once: ${key}`];
  };
}

function revoke(id: number): Work {
  return async (app, by) => [
    (await app.get(RevokeMachineKey, { strict: false }).revoke(by, id))
      ? `Key ${id} opens nothing any more.`
      : `Key ${id} was revoked already.`,
  ];
}

function read<Value>(schema: z.ZodType<Value>, text: string | undefined, sentence: string): Value {
  const result = schema.safeParse(text ?? '');
  if (!result.success) throw misuse(text === undefined ? `${sentence.split(' ')[0] ?? ''} is missing.` : `${sentence}.`);
  return result.data;
}

const misuse = (sentence: string): CommandError => new CommandError(sentence, { isMisuse: true });

if (import.meta.main) await runCommand(machineKeyCommand);
