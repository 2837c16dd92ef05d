import type { MigrationInterface, QueryRunner } from 'typeorm';
import { WITH_FILES } from './attachment-functions.js';
import { replaceDisposal, restoreDisposal } from './replace-disposal.js';

/**
 * Files that entries rest on, in the database so that backups have them. Their content is never changed; they are taken away while their entry is
 * under way, and for good when it is submitted.
 */
export class AttachFiles1799000000001 implements MigrationInterface {
  readonly name = 'AttachFiles1799000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table entry_attachment (
        id uuid not null, place integer not null, entry_id uuid not null, name text not null, type text not null, size integer not null,
        sha256 bytea not null, content bytea not null, is_removed boolean not null default false,
        constraint ck_attachment_content check (size = length(content) and sha256 = sha256(content)),
        constraint ck_type_word check (type in ('application/pdf', 'image/png', 'image/jpeg', 'image/webp', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')),
        constraint "PK_ATTACHMENT" primary key (id),
        constraint "FK_2f0e59297f7da397ba35e4635a7" foreign key (entry_id) references entry(id))`);
    await runner.query(`create index "IDX_2f0e59297f7da397ba35e4635a" on entry_attachment (entry_id)`);
    // Pictures, PDFs and workbooks are packed already.
    await runner.query(`alter table entry_attachment alter column content set storage external`);
    await runner.query(`
      create function keep_attachment() returns trigger language plpgsql as $$
        begin
          if tg_op = 'UPDATE' and (old.id, old.place, old.entry_id, old.name, old.type, old.sha256) is not distinct from (new.id, new.place, new.entry_id, new.name, new.type, new.sha256)
             and exists (select from entry e where e.id = old.entry_id and e.state in ('draft', 'returned')) then
            return new;
          end if;
          if tg_op = 'DELETE' and (old.is_removed or is_disposing(tg_relid)) then
            return old;
          end if;
          raise exception 'a file of an entry stays as it is' using errcode = 'restrict_violation';
        end $$`);
    await runner.query(
      `create trigger keep_attachment before update or delete on entry_attachment for each row execute function keep_attachment()`,
    );
    await runner.query(`grant select, insert, update, delete on entry_attachment to slusen_app`);
    for (const disposal of WITH_FILES) await replaceDisposal(runner, disposal, []);
  }

  /** Refused in words while there are files: they are part of what was approved. */
  async down(runner: QueryRunner): Promise<void> {
    const [found] = (await runner.query(`select count(*)::int as files from entry_attachment`)) as { files: number }[];
    if (found?.files)
      throw new Error(`AttachFiles stays: ${found.files} files are kept. Restore a backup from before the migration instead.`);
    for (const disposal of WITH_FILES) await restoreDisposal(runner, disposal, []);
    await runner.query(`drop table entry_attachment`);
    await runner.query(`drop function keep_attachment()`);
  }
}
