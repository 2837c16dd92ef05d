import type { MigrationInterface, QueryRunner } from 'typeorm';
import { WITH_FILES } from './attachment-functions.js';
import { MESSAGE_HELPERS, WORKING_MATERIAL } from './message-functions.js';
import { replaceDisposal, restoreDisposal } from './replace-disposal.js';

const BEFORE = ['invitation', 'reset', 'reminder', 'returned', 'approved', 'deputy', 'handed-over', 'time-decided'];
const MAILS = {
  before: BEFORE,
  after: [...BEFORE, 'asked'],
};

/** What officials ask and answer about a figure: insert-only and sealed as all history is, never public, and removed by a decision. */
export class AskColleagues1799200000001 implements MigrationInterface {
  readonly name = 'AskColleagues1799200000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table figure_message (
        id integer generated always as identity not null, indicator_id integer not null, territory_id integer not null, breakdown text not null,
        period text not null, text text not null, asked_id uuid, answers_id integer, account_id uuid not null, department_id integer not null,
        record_id bigint not null default current_record(),
        constraint ck_message_asks_or_answers check (asked_id is null or answers_id is null),
        constraint "PK_d93ae0a7b96a9c563d828108927" primary key (id),
        constraint "FK_ceb2b3b0a2fa3df921e0c291194" foreign key (indicator_id) references indicator(id),
        constraint "FK_c6d931788deb3eed59fdf6f9195" foreign key (territory_id) references territory(id),
        constraint "FK_54298f59e15564dd98e1454837d" foreign key (asked_id) references account(id),
        constraint "FK_f27c2780d3a7524191796fa8290" foreign key (answers_id) references figure_message(id),
        constraint "FK_f6f3ace1306533d8472aaad8e77" foreign key (account_id) references account(id),
        constraint "FK_7ec2a688805087fbd7066f50535" foreign key (department_id) references actor(id),
        constraint "FK_3995e6dfd3de61b9ddd3b6ad4bf" foreign key (record_id) references recording(id))`);
    await runner.query(`create index "IDX_3995e6dfd3de61b9ddd3b6ad4b" on figure_message (record_id)`);
    await runner.query(`create index "IDX_c64fc5bd632635cd31aedb506b" on figure_message (indicator_id, period)`);
    await runner.query(`create index "IDX_54298f59e15564dd98e1454837" on figure_message (asked_id)`);
    await runner.query(`create index "IDX_f27c2780d3a7524191796fa829" on figure_message (answers_id)`);
    await runner.query(
      `create trigger refuse_change before update or delete or truncate on figure_message for each statement execute function refuse_change()`,
    );
    await runner.query(
      `create trigger refuse_after_seal before insert on figure_message for each statement execute function refuse_after_seal()`,
    );
    await runner.query(`grant select, insert on figure_message to slusen_app`);
    await runner.query(`alter table notification_choice add asked boolean not null default true`);
    await runner.query(`alter table notification_choice alter asked drop default`);
    await mailKinds(runner, MAILS.after);
    await replaceDisposal(runner, WORKING_MATERIAL, MESSAGE_HELPERS);
  }

  /** Mails of the kind that was not there before go with it. */
  async down(runner: QueryRunner): Promise<void> {
    await restoreDisposal(runner, WORKING_MATERIAL, MESSAGE_HELPERS);
    // As AttachFiles left it.
    for (const disposal of WITH_FILES) await replaceDisposal(runner, disposal, []);
    await runner.query(`delete from mail where kind = 'asked'`);
    await mailKinds(runner, MAILS.before);
    await runner.query(`alter table notification_choice drop asked`);
    await runner.query(`drop table figure_message`);
  }
}

async function mailKinds(runner: QueryRunner, words: readonly string[]): Promise<void> {
  await runner.query(`alter table mail drop constraint ck_kind_word`);
  await runner.query(`alter table mail add constraint ck_kind_word check (kind in (${words.map((word) => `'${word}'`).join(', ')}))`);
}
