import { FakeApi, ok } from '../../testing/fake-api.js';
import { anAssessment } from '../../testing/figures.js';
import { aSite } from '../../testing/people.js';
import { showPage, textOf } from '../../testing/show-page.js';
import { StatusExplanation } from './status-explanation.js';

describe('StatusExplanation', () => {
  beforeEach(() => {
    localStorage.clear();
    new FakeApi().on('GET /api/site', ok(aSite()));
  });

  const showWhy = (different: Parameters<typeof anAssessment>[0] = {}) =>
    showPage(StatusExplanation, { inputs: { assessed: anAssessment(different) } });

  const factsIn = (element: Element): Record<string, string> =>
    Object.fromEntries([...element.querySelectorAll('dt')].map((term) => [textOf(term), textOf(term.nextElementSibling)]));

  it('says the sentence, the numbers in the formula, and what would change it', async () => {
    const { screen } = await showWhy();
    for (const words of [
      'Ur fas: utfallet ligger 231 under målbanan.',
      '15 558 − 15 327 = 231 > 50',
      'Från 15 558 invånare blir läget I fas.',
    ]) {
      expect(screen.getByText(words)).toBeTruthy();
    }
  });

  it('names the outcome with its source and who approved it, the target and the tolerance', async () => {
    const { element } = await showWhy();
    const facts = factsIn(element);
    expect(facts['Utfall']).toContain('15 327 invånare 2025 (slutligt, exakt)');
    expect(facts['Utfall']).toContain('Källa: SCB BE0101. Godkänt av ekonomiavdelningen den 20 februari 2026, utgåva 1.');
    expect(facts['Mål']).toBe('Från 15 461 invånare 2023 till 15 800 invånare 2030 KF 2025 § 1');
    expect(facts['Förväntat enligt målbanan']).toBe('15 558 invånare 2025');
    expect(facts['Räknas som Nära upp till (tolerans)']).toBe('50 invånare');
  });

  it('says of the last value before a missing one how sure it is', async () => {
    const assessed = anAssessment({});
    const { outcome: known, ...explanation } = assessed.explanation;
    const lastReal = known && { ...known, quality: 'estimated' as const, provenance: 'rounded' as const };
    const numbers = { lastReal: '15 327 invånare 2025' };
    const { element } = await showPage(StatusExplanation, {
      inputs: { assessed: { ...assessed, explanation: { ...explanation, lastReal }, numbers: { sv: numbers, en: numbers } } },
    });
    expect(factsIn(element)['Senaste värdet']).toBe('15 327 invånare 2025 (uppskattat, avrundat)');
  });

  it('describes an interval, a margin and a break where there are any', async () => {
    const assessed = anAssessment({
      target: { kind: 'band', low: 10, high: 20, baselinePeriod: '2023', finalPeriod: '2030', decision: 'KF § 2', isExample: true },
      seriesBreak: { firstPeriod: '2020', reason: { sv: 'Ny folkbokföring' } },
    });
    const numbers = { outcome: '15 invånare 2025', target: 'Mellan 10 och 20 invånare, till och med 2030', margin: '± 2 invånare' };
    const { element } = await showPage(StatusExplanation, {
      inputs: { assessed: { ...assessed, numbers: { sv: numbers, en: numbers } } },
    });
    const facts = factsIn(element);
    expect(facts['Mål exempel']).toBe('Mellan 10 och 20 invånare, till och med 2030');
    expect(facts['Felmarginal (95 procents säkerhet)']).toBe('± 2 invånare');
    expect(facts['Brott i serien från 2020']).toBe('Ny folkbokföring');
    expect(Object.keys(facts)).not.toContain('Förväntat enligt målbanan');
  });
});
