import { NotificationChoiceRow } from './reminders/notification-choice.row.js';
import { RemindedDayRow } from './reminders/reminded-day.row.js';
import { AttachmentRow } from './entries/attachment.row.js';
import { TaskAnswerRow } from './entries/task-answer.row.js';
import { FigureMessageRow } from './entries/figure-message.row.js';
import { QuickReasonsRow } from './entries/quick-reasons.row.js';
import { RoundRevisionRow } from './rounds/round-revision.row.js';
import { RoundRow } from './rounds/round.row.js';
import { RoundRuleRevisionRow } from './rounds/round-rule-revision.row.js';
import { StrategyDraftPartRow } from './drafting/strategy-draft-part.row.js';
import { StrategyDraftRow } from './drafting/strategy-draft.row.js';
import { ActionPartnerRow } from './cooperation/action-partner.row.js';
import { ActionRevisionRow } from './cooperation/action-revision.row.js';
import { ActionRow } from './cooperation/action.row.js';
import { DisposalPartRow } from './disposal/disposal-part.row.js';
import { DisposalRow } from './disposal/disposal.row.js';
import { EntryAuthorRow } from './entries/entry-author.row.js';
import { EntryEventRow } from './entries/entry-event.row.js';
import { EntryRow } from './entries/entry.row.js';
import { ImportRunRow } from './observations/import-run.row.js';
import { ImportSourceRow } from './imports/uploads/import-source.row.js';
import { ImportUploadRow } from './imports/uploads/import-upload.row.js';
import { ImportUploadRowRow } from './imports/uploads/import-upload-row.row.js';
import { AccountRoleRow } from './identity/account-role.row.js';
import { AccountRow } from './identity/account.row.js';
import { AuditEventRow } from './identity/audit-event.row.js';
import { PasswordLinkRow } from './identity/password-link.row.js';
import { DeputyRow } from './identity/deputy.row.js';
import { RoleProposalRow } from './identity/role-proposal.row.js';
import { MachineKeyRow } from './identity/machines/machine-key.row.js';
import { ExternalIdentityRow } from './identity/provider/external-identity.row.js';
import { FinishedTripRow } from './identity/provider/finished-trip.row.js';
import { RecoveryCodeRow } from './identity/second-factor/recovery-code.row.js';
import { SecondFactorRow } from './identity/second-factor/second-factor.row.js';
import { SignInAttemptRow } from './identity/sign-in-attempt.row.js';
import { SessionRow } from './identity/session.row.js';
import { IndicatorDefinitionRow } from './indicators/indicator-definition.row.js';
import { IndicatorRow } from './indicators/indicator.row.js';
import { SeriesBreakRow } from './indicators/series-break.row.js';
import { PointNoteRow } from './indicators/point-note.row.js';
import { ObservationRow } from './observations/observation.row.js';
import { SeriesHeadRow } from './observations/series-head.row.js';
import { MailRow } from './mail/mail.row.js';
import { MaskingRow } from './masking/masking.row.js';
import { ActorRow } from './organisation/actor.row.js';
import { ActorRevisionRow } from './organisation/actor-revision.row.js';
import { TerritoryRow } from './organisation/territory.row.js';
import { TerritoryRevisionRow } from './organisation/territory-revision.row.js';
import { RecordRow } from './platform/record.row.js';
import { RecordingRow } from './platform/recording.row.js';
import { IdempotencyKeyRow } from './platform/idempotency-key.row.js';
import { SetUpCodeRow } from './set-up/set-up-code.row.js';
import { SiteLogoRow } from './settings/site-logo.row.js';
import { SiteSettingsRow } from './settings/site-settings.row.js';
import { PlannedReorganisationRow } from './reorganising/planned-reorganisation.row.js';
import { ReorganisationRow } from './organisation/reorganisation.row.js';
import { ReorganisationSuccessorRow } from './organisation/reorganisation-successor.row.js';
import { AreaRow } from './strategy/area.row.js';
import { AreaRevisionRow } from './strategy/area-revision.row.js';
import { GoalRow } from './strategy/goal.row.js';
import { GoalRevisionRow } from './strategy/goal-revision.row.js';
import { ResponsibilityRow } from './strategy/responsibility.row.js';
import { StrategyVersionRow } from './strategy/strategy-version.row.js';
import { StrategyVersionRevisionRow } from './strategy/strategy-version-revision.row.js';
import { StrategyRow } from './strategy/strategy.row.js';
import { StrategyRevisionRow } from './strategy/strategy-revision.row.js';
import { TargetRow } from './targets/target.row.js';

/** Every table, for the data sources only: a feature names just the rows it owns. */
export const ROWS = [
  AccountRoleRow,
  AccountRow,
  ActionPartnerRow,
  ActionRevisionRow,
  ActionRow,
  NotificationChoiceRow,
  QuickReasonsRow,
  FigureMessageRow,
  AttachmentRow,
  TaskAnswerRow,
  RemindedDayRow,
  RoundRevisionRow,
  RoundRow,
  RoundRuleRevisionRow,
  ActorRow,
  ActorRevisionRow,
  AreaRow,
  AreaRevisionRow,
  AuditEventRow,
  DeputyRow,
  DisposalPartRow,
  DisposalRow,
  EntryAuthorRow,
  EntryEventRow,
  EntryRow,
  ExternalIdentityRow,
  FinishedTripRow,
  GoalRow,
  GoalRevisionRow,
  IdempotencyKeyRow,
  ImportRunRow,
  ImportSourceRow,
  ImportUploadRow,
  ImportUploadRowRow,
  IndicatorDefinitionRow,
  IndicatorRow,
  MailRow,
  MachineKeyRow,
  MaskingRow,
  ObservationRow,
  PasswordLinkRow,
  RecordRow,
  RecordingRow,
  RecoveryCodeRow,
  PlannedReorganisationRow,
  ReorganisationRow,
  ReorganisationSuccessorRow,
  ResponsibilityRow,
  RoleProposalRow,
  PointNoteRow,
  SecondFactorRow,
  SeriesBreakRow,
  SeriesHeadRow,
  SessionRow,
  SetUpCodeRow,
  SignInAttemptRow,
  StrategyDraftPartRow,
  StrategyDraftRow,
  SiteLogoRow,
  SiteSettingsRow,
  StrategyRow,
  StrategyRevisionRow,
  StrategyVersionRow,
  StrategyVersionRevisionRow,
  TargetRow,
  TerritoryRow,
  TerritoryRevisionRow,
];
