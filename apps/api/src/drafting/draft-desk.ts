import { Injectable } from '@nestjs/common';
import type { DraftPart, DraftPartHistory, DraftPartSent, NewStrategyDraft, StrategyDraft, StrategyDraftList } from '@slusen/contracts';
import type { DraftStep } from '@slusen/domain';
import type { Account } from '../identity/account.js';
import type { Acting } from '../identity/acting.js';
import type { RequestKey } from '../platform/preconditions.js';
import { AdoptDraft } from './adopt-draft.js';
import { BeginDraft } from './begin-draft.js';
import { DraftViewQuery } from './draft-view.query.js';
import { SaveDraftPart, type PartPlace } from './save-draft-part.js';
import { StepDraft, type DraftStepRequest } from './step-draft.js';

/** Drafts as a screen asks for them; whoever is answered may write in them. */
@Injectable()
export class DraftDesk {
  constructor(
    private readonly views: DraftViewQuery,
    private readonly beginDraft: BeginDraft,
    private readonly savePart: SaveDraftPart,
    private readonly stepDraft: StepDraft,
    private readonly adoptDraft: AdoptDraft,
  ) {}

  list(): Promise<StrategyDraftList> {
    return this.views.list();
  }

  read(account: Account, id: number): Promise<StrategyDraft> {
    return this.views.draft(id, account);
  }

  part(id: number, key: string): Promise<DraftPart> {
    return this.views.part(id, key);
  }

  history(id: number, key: string): Promise<DraftPartHistory> {
    return this.views.history(id, key);
  }

  async begin(acting: Acting, key: RequestKey, sent: NewStrategyDraft): Promise<StrategyDraft> {
    return this.views.draft(await this.beginDraft.begin(acting, key, sent), acting.account);
  }

  save(account: Account, place: PartPlace, sent: DraftPartSent): Promise<DraftPart> {
    return this.savePart.save(account, place, sent);
  }

  async step(account: Account, request: DraftStepRequest, step: DraftStep): Promise<StrategyDraft> {
    if (step === 'adopt') await this.adoptDraft.adopt(account, request);
    else await this.stepDraft.take(account, request, step);
    return this.views.draft(request.id, account);
  }
}
