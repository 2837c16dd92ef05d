import { Global, Module } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdempotencyKeyRow } from '../platform/idempotency-key.row.js';
import { AccountQuery } from './account.query.js';
import { AccountRepository } from './account.repository.js';
import { AccountRoleRow } from './account-role.row.js';
import { AccountRow } from './account.row.js';
import { Amendments } from './amendments.js';
import { AuditTrail } from './audit-trail.js';
import { ChangePassword } from './change-password.js';
import { ChangedRoles } from './changed-roles.js';
import { ChangeRoles } from './change-roles.js';
import { ChoosePassword } from './choose-password.js';
import { CreateAccount } from './create-account.js';
import { Deputies } from './deputies.js';
import { DeputyEvents } from './deputy-events.js';
import { DeputyRow } from './deputy.row.js';
import { DisableAccount } from './disable-account.js';
import { EnableAccount } from './enable-account.js';
import { HandOverResponsibility } from './hand-over-responsibility.js';
import { HandOverRole } from './hand-over-role.js';
import { Housekeeping } from './housekeeping.js';
import { KnownBrowsers } from './known-browsers.js';
import { MachineAccounts } from './machines/machine-accounts.js';
import { MachineKeyListQuery } from './machines/machine-key-list.query.js';
import { MachineKeyRepository } from './machines/machine-key.repository.js';
import { MachineKeyRow } from './machines/machine-key.row.js';
import { MachineKeysController } from './machines/machine-keys.controller.js';
import { MakeMachineKey } from './machines/make-machine-key.js';
import { RevokeMachineKey } from './machines/revoke-machine-key.js';
import { EnterByProvider } from './provider/enter-by-provider.js';
import { ExternalIdentityRepository } from './provider/external-identity.repository.js';
import { ExternalIdentityRow } from './provider/external-identity.row.js';
import { FinishedTripRow } from './provider/finished-trip.row.js';
import { IdentityProvider } from './provider/identity-provider.js';
import { ProvidedAccounts } from './provider/provided-accounts.js';
import { ProvidedRoles } from './provider/provided-roles.js';
import { ProviderController } from './provider/provider.controller.js';
import { CheckSecondFactor } from './second-factor/check-second-factor.js';
import { OwnSecondFactor } from './second-factor/own-second-factor.js';
import { ReadOwnSignIn } from './second-factor/read-own-sign-in.js';
import { RecoveryCodeRow } from './second-factor/recovery-code.row.js';
import { RemoveSecondFactor } from './second-factor/remove-second-factor.js';
import { ResetSecondFactor } from './second-factor/reset-second-factor.js';
import { SecondFactorDuties } from './second-factor/second-factor-duty.js';
import { SecondFactorHold } from './second-factor/second-factor-hold.js';
import { SecondFactorController } from './second-factor/second-factor.controller.js';
import { SecondFactorRepository } from './second-factor/second-factor.repository.js';
import { SecondFactorRow } from './second-factor/second-factor.row.js';
import { SetUpSecondFactor } from './second-factor/set-up-second-factor.js';
import { TurnOffSecondFactor } from './second-factor/turn-off-second-factor.js';
import { Vault } from './second-factor/vault.js';
import { SessionDoor } from './session-door.js';
import { PasswordLinkRow } from './password-link.row.js';
import { PasswordLinks } from './password-links.js';
import { Passwords } from './passwords.js';
import { Permissions } from './permissions.js';
import { ReadSession } from './read-session.js';
import { ResetPassword } from './reset-password.js';
import { RoleProposalRow } from './role-proposal.row.js';
import { RoleProposals } from './role-proposals.js';
import { AccountRoleRepository } from './account-role.repository.js';
import { SessionController } from './session.controller.js';
import { SessionGuard } from './session.guard.js';
import { SessionRepository } from './session.repository.js';
import { SessionRow } from './session.row.js';
import { StandingIn } from './standing-in.js';
import { SignIn } from './sign-in.js';
import { SignOut } from './sign-out.js';
import { SignInThrottle } from './throttle.js';

const ROWS = [
  AccountRow,
  AccountRoleRow,
  DeputyRow,
  ExternalIdentityRow,
  FinishedTripRow,
  IdempotencyKeyRow,
  MachineKeyRow,
  PasswordLinkRow,
  RecoveryCodeRow,
  RoleProposalRow,
  SecondFactorRow,
  SessionRow,
];

/** How the municipality's own sign-in proves who somebody is. */
const BY_PROVIDER = [EnterByProvider, ExternalIdentityRepository, IdentityProvider, ProvidedAccounts, ProvidedRoles];

/** What proves besides the password who somebody is. */
const BY_SECOND_FACTOR = [
  CheckSecondFactor,
  OwnSecondFactor,
  ReadOwnSignIn,
  RemoveSecondFactor,
  ResetSecondFactor,
  SecondFactorDuties,
  SecondFactorHold,
  SecondFactorRepository,
  SetUpSecondFactor,
  TurnOffSecondFactor,
  Vault,
];

/** How business systems come in. */
const BY_KEY = [MachineAccounts, MachineKeyListQuery, MachineKeyRepository, MakeMachineKey, RevokeMachineKey];

@Global()
@Module({
  imports: [TypeOrmModule.forFeature(ROWS)],
  controllers: [SessionController, MachineKeysController, ProviderController, SecondFactorController],
  providers: [
    ...BY_PROVIDER,
    ...BY_SECOND_FACTOR,
    ...BY_KEY,
    AccountQuery,
    AccountRepository,
    Amendments,
    AuditTrail,
    ChangePassword,
    ChangedRoles,
    ChangeRoles,
    ChoosePassword,
    CreateAccount,
    Deputies,
    DeputyEvents,
    DisableAccount,
    EnableAccount,
    HandOverResponsibility,
    HandOverRole,
    Housekeeping,
    KnownBrowsers,
    PasswordLinks,
    Passwords,
    Permissions,
    ReadSession,
    ResetPassword,
    RoleProposals,
    AccountRoleRepository,
    SessionDoor,
    SessionRepository,
    SignIn,
    SignOut,
    SignInThrottle,
    { provide: APP_GUARD, useClass: SessionGuard },
    { provide: APP_INTERCEPTOR, useClass: StandingIn },
  ],
  exports: [
    AccountQuery,
    AccountRepository,
    AccountRoleRepository,
    Amendments,
    AuditTrail,
    ChangeRoles,
    ChoosePassword,
    CreateAccount,
    Deputies,
    DeputyEvents,
    DisableAccount,
    EnableAccount,
    HandOverResponsibility,
    HandOverRole,
    PasswordLinks,
    Passwords,
    Permissions,
    ResetPassword,
    ResetSecondFactor,
    RoleProposals,
    SessionRepository,
    SignInThrottle,
  ],
})
export class IdentityModule {}
