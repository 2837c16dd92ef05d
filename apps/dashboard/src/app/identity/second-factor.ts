import { afterNextRender, Component, computed, inject, output, signal } from '@angular/core';
import type { NewSecondFactor, OwnSignIn } from '@slusen/contracts';
import { Banner, FormField, MomentPipe } from '@slusen/ui';
import { CurrentAccount } from '../data/current-account.js';
import { IdentityApi } from '../data/identity-api.js';
import { problemText } from '../data/problem-texts.js';
import { Session } from '../data/session.js';
import { QrPicture } from './qr-picture.js';
import { RecoveryCodeList } from './recovery-codes.js';
import { secondFactorTexts } from './second-factor-texts.js';

/** So few recovery codes left that it is time for new ones. */
const FEW = 2;

/** The second factor of one's own account: set up, and turned off. */
@Component({
  selector: 'app-second-factor',
  imports: [Banner, FormField, MomentPipe, QrPicture, RecoveryCodeList],
  templateUrl: './second-factor.html',
})
export class SecondFactor {
  protected readonly texts = secondFactorTexts();
  /** Recovery codes are on the screen, or no more: nothing else is to be printed with them. */
  readonly showsCodes = output<boolean>();
  private readonly api = inject(IdentityApi);
  private readonly session = inject(Session);
  private readonly account = inject(CurrentAccount).account;
  protected readonly username = computed(() => this.account()?.username ?? '');

  protected readonly own = signal<OwnSignIn | undefined>(undefined);
  protected readonly begun = signal<NewSecondFactor | undefined>(undefined);
  protected readonly codes = signal<readonly string[]>([]);
  protected readonly isTurningOff = signal(false);
  protected readonly isOff = signal(false);
  protected readonly isBusy = signal(false);
  protected readonly problem = signal('');
  protected readonly areFewLeft = computed(() => (this.own()?.secondFactor.recoveryCodesLeft ?? FEW) < FEW + 1);
  /** In fours, as it is read and typed more easily. */
  protected readonly secret = computed(() => this.begun()?.secret.replace(/(.{4})(?=.)/g, '$1 ') ?? '');

  constructor() {
    afterNextRender(() => void this.attempt(() => this.read()));
  }

  protected begin(): Promise<void> {
    return this.attempt(async () => {
      this.isOff.set(false);
      this.begun.set(await this.api.beginSecondFactor());
    });
  }

  protected confirm(event: Event, code: string): Promise<void> {
    event.preventDefault();
    return this.attempt(async () => {
      const { recoveryCodes } = await this.api.confirmSecondFactor(code);
      this.begun.set(undefined);
      this.codes.set(recoveryCodes);
      this.showsCodes.emit(true);
      await this.read();
      // Whoever had to set it up may go on to the rest from now on.
      await this.session.renew();
    });
  }

  protected keep(): void {
    this.codes.set([]);
    this.showsCodes.emit(false);
  }

  protected turnOff(event: Event, password: string, code: string): Promise<void> {
    event.preventDefault();
    return this.attempt(async () => {
      await this.api.removeSecondFactor({ password, code });
      this.isTurningOff.set(false);
      this.isOff.set(true);
      await this.read();
      await this.session.renew();
    });
  }

  protected stop(): void {
    this.begun.set(undefined);
    this.isTurningOff.set(false);
    this.problem.set('');
  }

  private async read(): Promise<void> {
    this.own.set(await this.api.ownSignIn());
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    if (this.isBusy()) return;
    this.isBusy.set(true);
    this.problem.set('');
    try {
      await work();
    } catch (error) {
      this.problem.set(problemText(error));
    } finally {
      this.isBusy.set(false);
    }
  }
}
