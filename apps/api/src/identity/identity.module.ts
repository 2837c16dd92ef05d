import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdempotencyKeyRow } from '../platform/idempotency-key.row.js';
import { AccountQuery } from './account.query.js';
import { AccountRepository } from './account.repository.js';
import { AccountRoleRow } from './account-role.row.js';
import { AccountRow } from './account.row.js';
import { Amendments } from './amendments.js';
import { AuditTrail } from './audit-trail.js';
import { ChangePassword } from './change-password.js';
import { ChangeRoles } from './change-roles.js';
import { CreateAccount } from './create-account.js';
import { DisableAccount } from './disable-account.js';
import { EnableAccount } from './enable-account.js';
import { Housekeeping } from './housekeeping.js';
import { KnownBrowsers } from './known-browsers.js';
import { Passwords } from './passwords.js';
import { Permissions } from './permissions.js';
import { ReadSession } from './read-session.js';
import { ResetPassword } from './reset-password.js';
import { AccountRoleRepository } from './account-role.repository.js';
import { SessionController } from './session.controller.js';
import { SessionGuard } from './session.guard.js';
import { SessionRepository } from './session.repository.js';
import { SessionRow } from './session.row.js';
import { SignIn } from './sign-in.js';
import { SignOut } from './sign-out.js';
import { SignInThrottle } from './throttle.js';

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([AccountRow, AccountRoleRow, IdempotencyKeyRow, SessionRow])],
  controllers: [SessionController],
  providers: [
    AccountQuery,
    AccountRepository,
    Amendments,
    AuditTrail,
    ChangePassword,
    ChangeRoles,
    CreateAccount,
    DisableAccount,
    EnableAccount,
    Housekeeping,
    KnownBrowsers,
    Passwords,
    Permissions,
    ReadSession,
    ResetPassword,
    AccountRoleRepository,
    SessionRepository,
    SignIn,
    SignOut,
    SignInThrottle,
    { provide: APP_GUARD, useClass: SessionGuard },
  ],
  exports: [AccountQuery, Amendments, AuditTrail, CreateAccount, DisableAccount, Passwords, Permissions, ResetPassword, SignInThrottle],
})
export class IdentityModule {}
