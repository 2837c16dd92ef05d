import { MASK_REASONS, maskReasonText, type MaskReason } from './mask-reason-words.js';
import { maskNote } from './masking.js';

describe('what stands in the place of a hidden text', () => {
  const sha256 = '1f3a0c5d9b7e4a2f8c6d1e0b3a5f7c9d2e4b6a8c0d1f3e5a7b9c2d4e6f8a0b1c';
  const masked = { decision: 'KS 2026/12 § 4', on: '2026-11-27', sha256 };
  const notes: [reason: MaskReason, sv: string, en: string][] = [
    [
      'personal-data',
      '[dolt 2026-11-27: personuppgift, KS 2026/12 § 4, sha256 1f3a0c5d9b7e4a2f]',
      '[hidden 2026-11-27: personal data, KS 2026/12 § 4, sha256 1f3a0c5d9b7e4a2f]',
    ],
    [
      'secrecy',
      '[dolt 2026-11-27: sekretess, KS 2026/12 § 4, sha256 1f3a0c5d9b7e4a2f]',
      '[hidden 2026-11-27: secrecy, KS 2026/12 § 4, sha256 1f3a0c5d9b7e4a2f]',
    ],
    [
      'security',
      '[dolt 2026-11-27: säkerhet, KS 2026/12 § 4, sha256 1f3a0c5d9b7e4a2f]',
      '[hidden 2026-11-27: security, KS 2026/12 § 4, sha256 1f3a0c5d9b7e4a2f]',
    ],
  ];
  for (const [reason, sv, en] of notes) {
    it(`says ${maskReasonText(reason, 'sv')}, since when, by which decision and which hash`, () => {
      expect([maskNote({ ...masked, reason }, 'sv'), maskNote({ ...masked, reason }, 'en')]).toEqual([sv, en]);
    });
  }

  it('is said for every reason there is', () => expect(notes.map(([reason]) => reason)).toEqual([...MASK_REASONS]));
});
