import { acknowledgedCheck } from './acknowledged.js';
import { approvalsCheck } from './approvals.js';
import { auditChainCheck } from './audit-chain.js';
import { auditCoverageCheck } from './audit-coverage.js';
import type { Check } from './check.js';
import { countersCheck } from './counters.js';
import { decisionsCheck } from './decisions.js';
import { deputiesCheck } from './deputies.js';
import { disposalsCheck } from './disposals.js';
import { entriesCheck } from './entries.js';
import { entryContentsCheck } from './entry-contents.js';
import { waysInCheck } from './ways-in.js';
import { grantsCheck } from './grants.js';
import { importsCheck } from './imports.js';
import { maskingsCheck } from './maskings.js';
import { orderCheck } from './order.js';
import { revisionsCheck } from './revisions.js';
import { siteCheck } from './site.js';
import { sealedRowsCheck } from './sealed-rows.js';

/** What holds within the tables of history, whoever asks: in a running database, and in a backup before it takes its place. */
export const HISTORY: readonly Check[] = [
  revisionsCheck,
  decisionsCheck,
  orderCheck,
  entriesCheck,
  entryContentsCheck,
  approvalsCheck,
  importsCheck,
  maskingsCheck,
  disposalsCheck,
  siteCheck,
  auditChainCheck,
  sealedRowsCheck,
  auditCoverageCheck,
  grantsCheck,
  deputiesCheck,
  waysInCheck,
  acknowledgedCheck,
  countersCheck,
];
