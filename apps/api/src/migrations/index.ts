import { CreateTables1795428000000 } from './1795428000000-CreateTables.js';
import { GuardHistory1795428000001 } from './1795428000001-GuardHistory.js';
import { IndexPublishAt1795436334836 } from './1795436334836-IndexPublishAt.js';
import { NameBodyInBothLanguages1795554000000 } from './1795554000000-NameBodyInBothLanguages.js';
import { ReferToTheRight1795757448693 } from './1795757448693-ReferToTheRight.js';
import { ReadAsOf1795758000000 } from './1795758000000-ReadAsOf.js';
import { OneRecordPerTransaction1795760000000 } from './1795760000000-OneRecordPerTransaction.js';
import { ClaimKey1795765000000 } from './1795765000000-ClaimKey.js';
import { ContentInRevisions1795770000000 } from './1795770000000-ContentInRevisions.js';
import { IndexWhatIsAskedFor1795780000000 } from './1795780000000-IndexWhatIsAskedFor.js';
import { PointToRecording1795780100000 } from './1795780100000-PointToRecording.js';
import { SealEveryRow1795785000000 } from './1795785000000-SealEveryRow.js';
import { CountSignInAttempts1795790000000 } from './1795790000000-CountSignInAttempts.js';
import { FinalEarly1796000000000 } from './1796000000000-FinalEarly.js';
import { SayHowAValueCame1796500000000 } from './1796500000000-SayHowAValueCame.js';
import { HideAtOnce1796700000000 } from './1796700000000-HideAtOnce.js';
import { DiscardDrafts1796900000000 } from './1796900000000-DiscardDrafts.js';
import { PlanActions1797000000000 } from './1797000000000-PlanActions.js';
import { InviteByMail1797100000000 } from './1797100000000-InviteByMail.js';
import { SignInByMoreThanPasswords1797200000000 } from './1797200000000-SignInByMoreThanPasswords.js';
import { SetTheSite1797300000000 } from './1797300000000-SetTheSite.js';
import { DraftStrategies1797400000000 } from './1797400000000-DraftStrategies.js';
import { SayMoreOfIndicators1797500000000 } from './1797500000000-SayMoreOfIndicators.js';
import { NoteOnPoints1797500000001 } from './1797500000001-NoteOnPoints.js';
import { SayWhoKeepsTheDocument1797800000000 } from './1797800000000-SayWhoKeepsTheDocument.js';
import { ReorganiseActors1798100000000 } from './1798100000000-ReorganiseActors.js';
import { DisposeByDecision1798200000000 } from './1798200000000-DisposeByDecision.js';
import { NameDeputies1798200000001 } from './1798200000001-NameDeputies.js';
import { LookUpRecordings1798290000000 } from './1798290000000-LookUpRecordings.js';
import { RemoveWhereverItStood1798500000000 } from './1798500000000-RemoveWhereverItStood.js';
import { TellWhatGoesWithLeaver1798500000001 } from './1798500000001-TellWhatGoesWithLeaver.js';
import { PlanReorganisations1798600000000 } from './1798600000000-PlanReorganisations.js';
import { PlanRounds1798700000000 } from './1798700000000-PlanRounds.js';
import { RemindByMail1798700000001 } from './1798700000001-RemindByMail.js';
import { AnswerTasks1798700000002 } from './1798700000002-AnswerTasks.js';
import { SendFilesByThePage1798800000000 } from './1798800000000-SendFilesByThePage.js';
import { WriteAboutWhoAnswers1798900000000 } from './1798900000000-WriteAboutWhoAnswers.js';
import { KeepTheSum1799000000000 } from './1799000000000-KeepTheSum.js';
import { AttachFiles1799000000001 } from './1799000000001-AttachFiles.js';
import { SayWhatSharesAreOf1799000000002 } from './1799000000002-SayWhatSharesAreOf.js';
import { ReviewAnew1799200000000 } from './1799200000000-ReviewAnew.js';
import { AskColleagues1799200000001 } from './1799200000001-AskColleagues.js';
import { BreakDownFigures1799300000001 } from './1799300000001-BreakDownFigures.js';
import { EnterParts1799300000002 } from './1799300000002-EnterParts.js';
import { ReviewFilesByDepartment1799400000001 } from './1799400000001-ReviewFilesByDepartment.js';
import { KnowSinceWhenItIsMeasured1799500000001 } from './1799500000001-KnowSinceWhenItIsMeasured.js';
import { ReadCounters1799500000002 } from './1799500000002-ReadCounters.js';
import { TellWhoAdopts1799600000001 } from './1799600000001-TellWhoAdopts.js';

/** In the order they run. */
export const MIGRATIONS = [
  CreateTables1795428000000,
  GuardHistory1795428000001,
  IndexPublishAt1795436334836,
  NameBodyInBothLanguages1795554000000,
  ReferToTheRight1795757448693,
  ReadAsOf1795758000000,
  OneRecordPerTransaction1795760000000,
  ClaimKey1795765000000,
  ContentInRevisions1795770000000,
  IndexWhatIsAskedFor1795780000000,
  PointToRecording1795780100000,
  SealEveryRow1795785000000,
  CountSignInAttempts1795790000000,
  FinalEarly1796000000000,
  SayHowAValueCame1796500000000,
  HideAtOnce1796700000000,
  DiscardDrafts1796900000000,
  PlanActions1797000000000,
  InviteByMail1797100000000,
  SignInByMoreThanPasswords1797200000000,
  SetTheSite1797300000000,
  DraftStrategies1797400000000,
  SayMoreOfIndicators1797500000000,
  NoteOnPoints1797500000001,
  SayWhoKeepsTheDocument1797800000000,
  ReorganiseActors1798100000000,
  DisposeByDecision1798200000000,
  NameDeputies1798200000001,
  LookUpRecordings1798290000000,
  RemoveWhereverItStood1798500000000,
  TellWhatGoesWithLeaver1798500000001,
  PlanReorganisations1798600000000,
  PlanRounds1798700000000,
  RemindByMail1798700000001,
  AnswerTasks1798700000002,
  SendFilesByThePage1798800000000,
  WriteAboutWhoAnswers1798900000000,
  KeepTheSum1799000000000,
  AttachFiles1799000000001,
  SayWhatSharesAreOf1799000000002,
  ReviewAnew1799200000000,
  AskColleagues1799200000001,
  BreakDownFigures1799300000001,
  EnterParts1799300000002,
  ReviewFilesByDepartment1799400000001,
  KnowSinceWhenItIsMeasured1799500000001,
  ReadCounters1799500000002,
  TellWhoAdopts1799600000001,
];
