/** What the revisions of a strategy, a version, an area and a goal hold in their own columns, and what those say. */
import type { AreaNames, GoalNames, Localized, StrategyNames, VersionContent } from '@slusen/domain';
import { localizedOf } from '../platform/localized-of.js';
import type { AreaRevisionRow } from './area-revision.row.js';
import type { GoalRevisionRow } from './goal-revision.row.js';
import type { StrategyRevisionRow } from './strategy-revision.row.js';
import type { StrategyVersionRevisionRow } from './strategy-version-revision.row.js';

type Own<Row, Head extends string> = Omit<Row, 'revision' | 'changeReason' | 'changeDecision' | 'recordId' | Head>;

export function strategyColumns({ name, purpose }: StrategyNames): Own<StrategyRevisionRow, 'strategyId' | 'strategy'> {
  return { nameSv: name.sv, nameEn: name.en ?? null, purposeSv: purpose.sv, purposeEn: purpose.en ?? null };
}

export function strategyOf({ nameSv, nameEn, purposeSv, purposeEn }: StrategyRevisionRow, slug: string): StrategyNames {
  return { slug, name: localizedOf(nameSv, nameEn), purpose: localizedOf(purposeSv, purposeEn) };
}

export function versionColumns(content: VersionContent): Own<StrategyVersionRevisionRow, 'strategyVersionId' | 'strategyVersion'> {
  const { body, decidedOn, decidedOnText, paragraph, dnr, validFrom, validTo, isExample, documentOwner, replaces } = content;
  return {
    ...{ bodySv: body.sv, bodyEn: body.en ?? null, validFrom, isExample },
    ...{ decidedOn: decidedOn ?? null, decidedOnTextSv: decidedOnText?.sv ?? null, decidedOnTextEn: decidedOnText?.en ?? null },
    ...{ paragraph: paragraph ?? null, dnr: dnr ?? null, validTo: validTo ?? null },
    ...{ documentOwnerSv: documentOwner?.sv ?? null, documentOwnerEn: documentOwner?.en ?? null },
    ...{ replacesSv: replaces?.sv ?? null, replacesEn: replaces?.en ?? null },
  };
}

export function versionOf(row: StrategyVersionRevisionRow, number: number): VersionContent {
  return {
    ...{ number, body: localizedOf(row.bodySv, row.bodyEn), validFrom: row.validFrom, isExample: row.isExample },
    ...{ decidedOn: row.decidedOn ?? undefined, decidedOnText: absent(row.decidedOnTextSv, row.decidedOnTextEn) },
    ...{ paragraph: row.paragraph ?? undefined, dnr: row.dnr ?? undefined, validTo: row.validTo ?? undefined },
    documentOwner: absent(row.documentOwnerSv, row.documentOwnerEn),
    replaces: absent(row.replacesSv, row.replacesEn),
  };
}

export function areaColumns({ position, name, shortName, description }: AreaNames): Own<AreaRevisionRow, 'areaId' | 'area'> {
  return {
    ...{ position, nameSv: name.sv, nameEn: name.en ?? null, shortNameSv: shortName.sv, shortNameEn: shortName.en ?? null },
    ...{ descriptionSv: description.sv, descriptionEn: description.en ?? null },
  };
}

export function areaOf(row: AreaRevisionRow, slug: string): AreaNames {
  return {
    ...{ slug, position: row.position, name: localizedOf(row.nameSv, row.nameEn) },
    ...{ shortName: localizedOf(row.shortNameSv, row.shortNameEn), description: localizedOf(row.descriptionSv, row.descriptionEn) },
  };
}

export function goalColumns(content: GoalNames): Own<GoalRevisionRow, 'goalId' | 'goal'> {
  const { position, name, description, deliberatelyNotMeasured, isExample } = content;
  return {
    ...{ position, isExample, nameSv: name.sv, nameEn: name.en ?? null },
    ...{ descriptionSv: description.sv, descriptionEn: description.en ?? null },
    ...{ unmeasuredReasonSv: deliberatelyNotMeasured?.sv ?? null, unmeasuredReasonEn: deliberatelyNotMeasured?.en ?? null },
  };
}

export function goalOf(row: GoalRevisionRow, slug: string): GoalNames {
  return {
    ...{ slug, position: row.position, isExample: row.isExample, name: localizedOf(row.nameSv, row.nameEn) },
    description: localizedOf(row.descriptionSv, row.descriptionEn),
    deliberatelyNotMeasured: absent(row.unmeasuredReasonSv, row.unmeasuredReasonEn),
  };
}

const absent = (sv: string | null, en: string | null): Localized | undefined => (sv === null ? undefined : localizedOf(sv, en));
