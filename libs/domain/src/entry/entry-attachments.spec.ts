import { DomainError } from '../domain-error.js';
import { parsePeriod } from '../time/period-code.js';
import { attach, keepAttachment, MOST_ATTACHMENTS, type EntryAttachment } from './entry-attachments.js';
import { advance, startEntry } from './entry-workflow.js';

const at = '2026-10-05T08:00:00.000Z';
const identity = { id: 'e1', indicator: 'besok', department: 'kultur', territory: '0884', breakdown: '', period: parsePeriod('2026-Q3') };
const draft = startEntry(identity, { value: 12, quality: 'final', answers: [] }, { by: 'anna', at });
const aFile = (id: string): EntryAttachment => ({
  ...{ id, name: `${id}.pdf`, type: 'application/pdf', size: 9, sha256: 'ab', isRemoved: false },
});
const codeOf = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return (error as DomainError).code;
  }
};

describe('a file that a figure rests on', () => {
  const with1 = attach(draft, aFile('f1'), { by: 'erik', at });

  it('is a change its author saves', () => {
    expect(with1.attachments).toEqual([aFile('f1')]);
    expect([with1.authors, with1.events.map(({ action }) => action), with1.figure]).toEqual([
      ['anna', 'erik'],
      ['save', 'save'],
      draft.figure,
    ]);
  });

  it('is taken away and brought back', () => {
    const without = keepAttachment(with1, { id: 'f1', kept: false }, { by: 'anna', at });
    expect(without.attachments).toEqual([{ ...aFile('f1'), isRemoved: true }]);
    expect(keepAttachment(without, { id: 'f1', kept: true }, { by: 'anna', at }).attachments).toEqual([aFile('f1')]);
  });

  it('is one of at most five', () => {
    const full = Array.from({ length: MOST_ATTACHMENTS }).reduce<typeof draft>(
      (entry, _, n) => attach(entry, aFile(`f${n}`), { by: 'anna', at }),
      draft,
    );
    expect(codeOf(() => attach(full, aFile('f9'), { by: 'anna', at }))).toBe('attachment.too-many');
  });

  it('is not another entry’s', () => {
    expect(codeOf(() => keepAttachment(with1, { id: 'f2', kept: false }, { by: 'anna', at }))).toBe('attachment.not-found');
  });

  it('stays as it is once the figure is handed in', () => {
    const handedIn = advance(with1, { action: 'submit', by: 'anna', at }, { questions: [], locked: false });
    expect(codeOf(() => attach(handedIn, aFile('f2'), { by: 'anna', at }))).toBe('entry.action-not-allowed');
    expect(codeOf(() => keepAttachment(handedIn, { id: 'f1', kept: false }, { by: 'anna', at }))).toBe('entry.action-not-allowed');
  });
});
