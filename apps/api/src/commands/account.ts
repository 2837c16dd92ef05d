import 'reflect-metadata';
import { ACCOUNT_ROLES } from '@slusen/domain';
import { emailAddress, requiredText } from '@slusen/contracts';
import type { INestApplicationContext } from '@nestjs/common';
import { OPERATOR, type Principal } from '../identity/account.js';
import { ChangeRoles, type RoleChange } from '../identity/change-roles.js';
import { CreateAccount, type NewAccount } from '../identity/create-account.js';
import { DisableAccount } from '../identity/disable-account.js';
import { EnableAccount } from '../identity/enable-account.js';
import { ResetPassword } from '../identity/reset-password.js';
import { ResetSecondFactor } from '../identity/second-factor/reset-second-factor.js';
import { Transactions } from '../platform/transactions.js';
import { AccountListQuery } from './accounts/account-list.query.js';
import { accountTable } from './accounts/account-table.js';
import { choosePassword, type ChosenPassword } from './accounts/password-choice.js';
import { readRole, roleText } from './accounts/read-role.js';
import { actingFor } from './console/acting.js';
import { withApplication, withDatabase } from './console/application.js';
import { readArguments, runCommand, type Command, type Desk } from './console/command.js';
import { CommandError } from './console/sentences.js';

const OPTIONS = {
  username: { type: 'string' },
  name: { type: 'string' },
  email: { type: 'string' },
  role: { type: 'string', multiple: true },
  'give-role': { type: 'string', multiple: true },
  'take-role': { type: 'string', multiple: true },
  'password-file': { type: 'string' },
  disable: { type: 'boolean', default: false },
  enable: { type: 'boolean', default: false },
  'reset-password': { type: 'boolean', default: false },
  'reset-second-factor': { type: 'boolean', default: false },
  list: { type: 'boolean', default: false },
  by: { type: 'string' },
} as const;

type Work = (app: INestApplicationContext, by: Principal) => Promise<readonly string[]>;

const HELP = `
Makes accounts, gives and takes roles, gives a lost one a new password, disables, enables and lists them. The password is typed unseen, or
sent by another program; left empty, a random one is made and shown once.

  --username NAME          what is typed to sign in
  --name "FULL NAME"       whom it belongs to
  --email ADDRESS          where a link is sent when the password is lost
  --role ROLE[:DEPARTMENT] ${ACCOUNT_ROLES.join(', ')}; for one department (its slug in the
                           strategy file) or for all; a reporter has one. May be given more than once
  --give-role ROLE[:DEPARTMENT]
                           give an account that is there a role, from its next request on. May be given more than once
  --take-role ROLE[:DEPARTMENT]
                           take one from it in the same way
  --password-file FILE     take the password from the first line of this file (12–200 characters)
  --reset-password         give the account a new password and sign it out everywhere
  --reset-second-factor    take away the second factor of somebody who lost their telephone and their recovery codes, and sign them out
                           everywhere; an administrator sets up another one at the next sign-in
  --disable                shut the account out at once; what it did stays. Not the last administrator
  --enable                 let it in again, with the password and the roles it had
  --by ACCOUNT             the administrator who answers for it; left out while there is none, and with --list
  --list                   every account with its roles
`;

/** Makes, disables, enables and lists accounts, changes their roles, and gives a lost one a new password. */
export const accountCommand: Command = {
  usage: [
    'npm run account -- --username NAME --name "FULL NAME" [--email ADDRESS] --role ROLE[:DEPARTMENT] [--role …] [--password-file FILE]',
    '       npm run account -- --username NAME [--give-role ROLE[:DEPARTMENT] …] [--take-role ROLE[:DEPARTMENT] …]',
    '       npm run account -- --username NAME --reset-password [--password-file FILE]',
    '       npm run account -- --username NAME --reset-second-factor',
    '       npm run account -- --username NAME --disable',
    '       npm run account -- --username NAME --enable',
    '       npm run account -- --list',
    '       each with --by ACCOUNT, the administrator who answers for it, once there is one',
  ].join('\n'),
  help: HELP,
  async run(desk) {
    const { values, positionals } = readArguments(desk.args, OPTIONS);
    if (positionals.length > 0) throw misuse(`"${positionals[0] ?? ''}" is not understood.`);
    const work = await chooseWork(desk, values);
    const lines = await withDatabase(desk.config, (database) =>
      withApplication(desk.config, database, async (app) => work(app, await answering(app, values))),
    );
    for (const line of lines) desk.terminal.say(line);
    return 0;
  },
};

/** Nobody has to answer for a look at the list. */
async function answering(app: INestApplicationContext, { list, by }: Values): Promise<Principal> {
  return list && by === undefined ? OPERATOR : actingFor(app, by, 'account.manage');
}

type Values = ReturnType<typeof readArguments<typeof OPTIONS>>['values'];

/** Everything is asked for and checked before a database is touched. */
async function chooseWork(desk: Desk, values: Values): Promise<Work> {
  const chosenOnes = [values.list, values.disable, values.enable, values['reset-password'], values['reset-second-factor']];
  if (chosenOnes.filter(Boolean).length > 1)
    throw misuse('Choose one of --list, --disable, --enable, --reset-password and --reset-second-factor.');
  if (values.list) return async (app, by) => accountTable(await app.get(AccountListQuery).all(by));
  const username = text(values.username, '--username');
  if (values.disable)
    return async (app, by) => [
      (await app.get(DisableAccount).disable(by, username))
        ? `${username} is disabled; what it did stays.`
        : `${username} was disabled already.`,
    ];
  if (values.enable)
    return async (app, by) => [
      (await app.get(EnableAccount).enable(by, username)) ? `${username} is let in again.` : `${username} is not disabled.`,
    ];
  if (values['reset-second-factor']) return resetSecondFactor(username);
  const change = { give: (values['give-role'] ?? []).map(readRole), take: (values['take-role'] ?? []).map(readRole) };
  if (change.give.length + change.take.length > 0) return changeRoles(username, change);
  const chosen = (): Promise<ChosenPassword> => choosePassword(desk.terminal, values['password-file']);
  if (values['reset-password']) return reset(username, await chosen());
  const roles = (values.role ?? []).map(readRole);
  if (roles.length === 0) throw misuse('--role is missing.');
  const [name, email] = [text(values.name, '--name'), addressOf(values.email)];
  return create({ username, name, email, roles }, await chosen());
}

function create(account: Omit<NewAccount, 'password'>, { password, said }: ChosenPassword): Work {
  return async (app, by) => {
    await app.get(Transactions).run(() => app.get(CreateAccount).create(by, { ...account, password }));
    return [`The account ${account.username} is made.`, ...said];
  };
}

function changeRoles(username: string, change: RoleChange): Work {
  return async (app, by) => {
    const roles = await app.get(ChangeRoles, { strict: false }).change(by, username, change);
    if (!roles) return [`${username} has these roles already.`];
    return [`${username} has from now on: ${roles.map(roleText).join(' ') || 'no role'}.`];
  };
}

function reset(username: string, { password, said }: ChosenPassword): Work {
  return async (app, by) => {
    await app.get(ResetPassword).reset(by, username, password);
    return [`${username} has a new password and is signed out everywhere.`, ...said];
  };
}

function resetSecondFactor(username: string): Work {
  return async (app, by) => {
    await app.get(ResetSecondFactor).reset(by, username);
    return [`${username} has no second factor any more and is signed out everywhere.`];
  };
}

function text(value: string | undefined, option: string): string {
  const read = requiredText(120).safeParse(value ?? '');
  if (!read.success) throw misuse(value === undefined ? `${option} is missing.` : `${option} must have between 1 and 120 characters.`);
  return read.data;
}

function addressOf(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const read = emailAddress.safeParse(value);
  if (!read.success) throw misuse('--email is no e-mail address.');
  return read.data;
}

const misuse = (sentence: string): CommandError => new CommandError(sentence, { isMisuse: true });

if (import.meta.main) await runCommand(accountCommand);
