import { ACCOUNT_ERRORS } from './account/account-errors.js';
import { SIGN_IN_ERRORS } from './account/sign-in-errors.js';
import { CHANGE_ERRORS } from './change/change-errors.js';
import { DRAFT_ERRORS } from './strategy/draft-errors.js';
import { ACTION_ERRORS } from './cooperation/action-errors.js';
import { DISPOSAL_ERRORS } from './disposal/disposal-errors.js';
import { IMPORT_ERRORS } from './import/import-errors.js';
import { ENTRY_ERRORS } from './entry/entry-errors.js';
import { INDICATOR_ERRORS } from './indicator/indicator-errors.js';
import { MASKING_ERRORS } from './masking/masking-errors.js';
import { OPERATION_ERRORS } from './operation/operation-errors.js';
import { PERMISSION_ERRORS } from './permission/permission-errors.js';
import { REQUEST_ERRORS } from './request-errors.js';
import { ROUND_ERRORS } from './round/round-errors.js';
import { TASK_ANSWER_ERRORS } from './round/task-answer-errors.js';
import { SETTINGS_ERRORS } from './settings/settings-errors.js';
import { STRATEGY_ERRORS } from './strategy/strategy-errors.js';
import { TARGET_ERRORS } from './target/target-errors.js';
import { TIME_ERRORS } from './time/time-errors.js';
import { VALUE_ERRORS } from './value/value-errors.js';

/**
 * Every error there is, by its code. Each subject declares its own beside its rules; what is said of one here is read by the
 * API and by commands. Pages need the codes only, as types: the sentences must not travel to a browser.
 */
export const ERRORS = {
  ...REQUEST_ERRORS,
  ...ACCOUNT_ERRORS,
  ...SIGN_IN_ERRORS,
  ...PERMISSION_ERRORS,
  ...CHANGE_ERRORS,
  ...STRATEGY_ERRORS,
  ...DRAFT_ERRORS,
  ...INDICATOR_ERRORS,
  ...TARGET_ERRORS,
  ...ENTRY_ERRORS,
  ...ACTION_ERRORS,
  ...ROUND_ERRORS,
  ...TASK_ANSWER_ERRORS,
  ...MASKING_ERRORS,
  ...DISPOSAL_ERRORS,
  ...IMPORT_ERRORS,
  ...OPERATION_ERRORS,
  ...SETTINGS_ERRORS,
  ...TIME_ERRORS,
  ...VALUE_ERRORS,
} as const;

/** The stable name of an error: `entry.stale`. */
export type ErrorCode = keyof typeof ERRORS;

/** The errors that someone can meet on a page. */
export type ScreenErrorCode = { [Code in ErrorCode]: (typeof ERRORS)[Code]['audience'] extends 'screen' ? Code : never }[ErrorCode];
