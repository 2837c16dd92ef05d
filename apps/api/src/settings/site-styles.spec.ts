import { readFileSync } from 'node:fs';
import { siteStyles } from './site-styles.js';

describe('the stylesheet of a municipality', () => {
  it('is empty when nothing is set', () => expect(siteStyles({ accent: undefined, logo: undefined })).toBe(''));

  it('weighs more than that of the pages, which comes after it, and sets what that one knows', () => {
    const styles = siteStyles({ accent: '#7a1f4e', logo: undefined });
    const tokens = readFileSync('libs/ui/src/styles/tokens.css', 'utf8');
    expect(tokens).not.toContain(':root:root');
    expect([...styles.matchAll(/(\S+) \{ --/g)].map(([, selector]) => selector)).toEqual([':root:root', ':root:root']);
    for (const [, name] of styles.matchAll(/(--[a-z-]+):/g)) expect(tokens).toContain(`${name}:`);
  });

  it('shows the logo in the header, on white', () => {
    const styles = siteStyles({ accent: undefined, logo: '/logotyp/0123456789abcdef.svg' });
    expect(styles).toContain('url("/logotyp/0123456789abcdef.svg")');
    expect(styles).not.toContain('--accent');
  });
});
