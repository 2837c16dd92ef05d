/** What a revision of an action holds in its own columns, and what it says. */
import type { ActionContent, Localized } from '@slusen/domain';
import { related } from '../platform/columns.js';
import { localizedOf } from '../platform/localized-of.js';
import type { ActionRevisionRow } from './action-revision.row.js';

/** The relations that `contentOf` reads. */
export const NAMED = { action: true, goal: true, lead: true, territory: true, indicator: true } as const;

type Words = Pick<
  ActionRevisionRow,
  'titleSv' | 'titleEn' | 'descriptionSv' | 'descriptionEn' | 'startsOn' | 'endsOn' | 'status' | 'note' | 'isExample'
>;

export function wordsOf({ title, description, startsOn, endsOn, status, note, isExample }: ActionContent): Words {
  return {
    ...{ titleSv: title.sv, titleEn: title.en ?? null, startsOn, endsOn, status, note: note ?? null, isExample },
    ...{ descriptionSv: description?.sv ?? null, descriptionEn: description?.en ?? null },
  };
}

/** What a revision says, read with the relations that it names. */
export function contentOf(row: ActionRevisionRow, partners: readonly string[]): ActionContent {
  const { startsOn, endsOn, status, note, isExample, titleSv, titleEn, descriptionSv, descriptionEn } = row;
  return {
    ...{ title: localizedOf(titleSv, titleEn), description: absent(descriptionSv, descriptionEn) },
    ...{ goal: related(row.goal).slug, lead: related(row.lead).slug, partners },
    ...{ startsOn, endsOn, status, note: note ?? undefined, isExample },
    ...{ territory: row.territory?.code, indicator: row.indicator?.slug },
  };
}

const absent = (sv: string | null, en: string | null): Localized | undefined => (sv === null ? undefined : localizedOf(sv, en));
