import { DRAFT_STATES, DRAFT_STEPS, draftSteps, requireWritable, stepDraft, type DraftState, type DraftStep } from './draft.js';

const [KARIN, EVA] = ['karin', 'eva'];

describe('a draft of a strategy', () => {
  const ways: readonly [from: DraftState, step: DraftStep, to: DraftState | 'draft.step-not-possible'][] = [
    ['draft', 'send-out', 'consultation'],
    ['draft', 'propose', 'proposed'],
    ['draft', 'discard', 'discarded'],
    ['draft', 'adopt', 'draft.step-not-possible'],
    ['draft', 'take-back', 'draft.step-not-possible'],
    ['consultation', 'take-back', 'draft'],
    ['consultation', 'propose', 'proposed'],
    ['consultation', 'adopt', 'draft.step-not-possible'],
    ['proposed', 'take-back', 'draft'],
    ['proposed', 'adopt', 'adopted'],
    ['proposed', 'discard', 'discarded'],
    ['proposed', 'send-out', 'draft.step-not-possible'],
  ];
  for (const [from, step, to] of ways) {
    it(`goes by ${step} from ${from} to ${to}`, () => {
      const walk = () => stepDraft({ state: from, proposedBy: from === 'proposed' ? KARIN : undefined }, { step, by: EVA }).state;
      if (to.includes('.')) expect(walk).toThrow(jasmine.objectContaining({ code: to }));
      else expect<string>(walk()).toBe(to);
    });
  }

  for (const state of ['adopted', 'discarded'] as const) {
    it(`stays ${state} for ever`, () => expect(draftSteps({ state }, EVA)).toEqual([]));
  }

  it('is adopted by another than who proposed it', () => {
    const proposed = stepDraft({ state: 'draft' }, { step: 'propose', by: KARIN });
    expect(proposed).toEqual({ state: 'proposed', proposedBy: KARIN });
    expect(() => stepDraft(proposed, { step: 'adopt', by: KARIN })).toThrow(jasmine.objectContaining({ code: 'draft.own-proposal' }));
    expect(stepDraft(proposed, { step: 'adopt', by: EVA })).toEqual({ state: 'adopted', proposedBy: KARIN });
    expect([draftSteps(proposed, KARIN), draftSteps(proposed, EVA)]).toEqual([
      ['take-back', 'discard'],
      ['take-back', 'adopt', 'discard'],
    ]);
  });

  it('forgets who proposed it when it is taken back', () => {
    expect(stepDraft({ state: 'proposed', proposedBy: KARIN }, { step: 'take-back', by: KARIN })).toEqual({
      state: 'draft',
      proposedBy: undefined,
    });
  });

  it('offers just the steps that it can go', () => {
    for (const state of DRAFT_STATES) {
      const offered = draftSteps({ state }, EVA);
      for (const step of DRAFT_STEPS) {
        const walk = () => stepDraft({ state }, { step, by: EVA });
        if (offered.includes(step)) expect(walk).not.toThrow();
        else expect(walk).toThrow();
      }
    }
  });

  it('is written only while it is a draft', () => {
    for (const state of DRAFT_STATES) {
      const write = () => requireWritable({ state });
      if (state === 'draft') expect(write).not.toThrow();
      else expect(write).toThrow(jasmine.objectContaining({ code: 'draft.not-open' }));
    }
  });
});
