import type { ChartSource } from '@slusen/charts/source';
import { Chart } from './chart.js';
import { press, show, until } from './testing/index.js';

const SOURCE: ChartSource = {
  indicator: {
    name: { sv: 'Folkmängd', en: 'Population' },
    unit: { sv: 'invånare', en: 'inhabitants' },
    decimals: 0,
    cadence: 'year',
    aggregation: 'last',
    reporting: 'period',
    breaks: [],
  },
  points: [
    { period: '2023', value: 15_461 },
    { period: '2024', value: 15_384 },
    { period: '2025', value: 15_327 },
  ],
  heading: '134 färre 2025 än 2023',
  subtitle: 'Folkmängd, Vimmerby, 2023–2025',
};
const IMAGES = {
  light: { wide: 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg"/>', narrow: 'data:,light-narrow' },
  dark: { wide: 'data:,dark-wide', narrow: 'data:,dark-narrow' },
};

describe('Chart', () => {
  const showChart = (different: Record<string, unknown> = {}) => show(Chart, { inputs: { source: SOURCE, ...different } });

  /** The chart once Chart.js has taken over. */
  async function drawn(different: Record<string, unknown> = {}) {
    const shown = await showChart(different);
    await until(() => shown.element.querySelector('.is-live') !== null);
    const stage = shown.screen.getByRole('application');
    const said = (): string => (shown.element.querySelector('[aria-live]')?.textContent ?? '').replaceAll('\u00a0', ' ').trim();
    const key = async (name: string): Promise<boolean> => {
      const isLeft = press(stage, name);
      await shown.settled();
      return isLeft;
    };
    return { ...shown, stage, said, key };
  }

  it('stands under a heading that says its finding, with what, where and when beneath', async () => {
    const { screen, give } = await showChart();
    expect(screen.getByRole('heading', { level: 2 }).innerText).toBe('134 färre 2025 än 2023');
    expect(screen.getByText('Folkmängd, Vimmerby, 2023–2025')).toBeTruthy();
    await give({ source: { ...SOURCE, heading: undefined } });
    expect(screen.queryByRole('heading')).toBeNull();
  });

  it('shows the picture of the server with what it says in words, until it is drawn', async () => {
    const { screen, element } = await showChart({ images: IMAGES, alternative: 'Folkmängden minskar.' });
    expect(screen.getByRole('img', { name: 'Folkmängden minskar.' })).toBeTruthy();
    const wanted = [...element.querySelectorAll('source')].map((source) => source.srcset);
    expect(wanted).toEqual(['data:,dark-narrow', 'data:,light-narrow', 'data:,dark-wide']);
  });

  it('is drawn where it is seen, and then describes itself and says how to go through it', async () => {
    const { stage, said, element } = await drawn();
    expect(stage.getAttribute('aria-label')).toContain('Folkmängd');
    expect(stage.getAttribute('aria-roledescription')).toBe('diagram');
    expect(said()).toBe('Peka på diagrammet, eller gå mellan värdena med piltangenterna.');
    const { width, height } = element.querySelector('canvas') as HTMLCanvasElement;
    expect(width * height).toBeGreaterThan(0);
  });

  describe('far down a page', () => {
    // Where it stands when it is made: one that was seen for a moment would be drawn.
    beforeEach(() => (document.body.style.paddingTop = '300vh'));
    afterEach(() => (document.body.style.paddingTop = ''));

    it('takes the focus before it has been seen, and is drawn then', async () => {
      const { screen, element, settled } = await showChart({ alternative: 'Folkmängden minskar.' });
      await settled();
      const stage = screen.getByRole('application', { name: 'Folkmängden minskar.' });
      expect(element.querySelector('.is-live')).toBeNull();
      stage.focus({ preventScroll: true });
      expect(document.activeElement).toBe(stage);
      await until(() => element.querySelector('.is-live') !== null);
    });
  });

  describe('with the keyboard', () => {
    it('goes from the first value to the next and back, saying each', async () => {
      const { said, key } = await drawn();
      await key('ArrowRight');
      expect(said()).toContain('2023');
      expect(said()).toContain('15 461 invånare');
      await key('ArrowRight');
      expect(said()).toContain('15 384 invånare');
      await key('ArrowLeft');
      expect(said()).toContain('15 461 invånare');
    });

    it('begins at the end when going backwards, and stops at both ends', async () => {
      const { said, key } = await drawn();
      await key('ArrowLeft');
      expect(said()).toContain('15 327 invånare');
      await key('ArrowRight');
      expect(said()).toContain('15 327 invånare');
      await key('Home');
      await key('ArrowLeft');
      expect(said()).toContain('15 461 invånare');
      await key('End');
      expect(said()).toContain('15 327 invånare');
    });

    it('is left with Escape, and by going elsewhere', async () => {
      const { said, key, stage, settled } = await drawn();
      await key('End');
      await key('Escape');
      expect(said()).toContain('piltangenterna');
      await key('Home');
      stage.blur();
      await settled();
      expect(said()).toContain('piltangenterna');
    });

    it('takes only its own keys: Tab and the page keys stay the browser’s', async () => {
      const { key } = await drawn();
      expect([await key('ArrowRight'), await key('Tab'), await key('PageDown')]).toEqual([false, true, true]);
    });

    it('has nothing to go through without values', async () => {
      const { key, said } = await drawn({ source: { ...SOURCE, points: [] } });
      expect(await key('ArrowRight')).toBeTrue();
      expect(said()).toContain('piltangenterna');
    });
  });

  it('says other figures as soon as they are given', async () => {
    const { key, said, give } = await drawn();
    await key('End');
    await give({ source: { ...SOURCE, points: [...SOURCE.points.slice(0, 2), { period: '2025', value: 15_400 }] } });
    expect(said()).toContain('15 400 invånare');
  });

  it('speaks the language of the page', async () => {
    const shown = await show(Chart, { inputs: { source: SOURCE }, language: 'en' });
    const name = (): string => shown.screen.getByRole('application').getAttribute('aria-label') ?? '';
    await until(() => name().includes('Population'));
    expect(name()).toContain('2025');
  });

  it('no longer listens for another theme when the page goes', async () => {
    const { remove } = await drawn();
    const stopped = spyOn(EventTarget.prototype, 'removeEventListener').and.callThrough();
    remove();
    expect(stopped.calls.allArgs().map(([type]) => type)).toContain('change');
  });
});
