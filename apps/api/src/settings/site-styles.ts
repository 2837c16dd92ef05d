/** How a municipality's pages differ from others'. */
export interface Appearance {
  /** `#1f4e79`. */
  readonly accent: string | undefined;
  /** The address of the logo. */
  readonly logo: string | undefined;
}

/** A stylesheet of what is set; empty when nothing is. The name stands beside the logo in text, so the picture says nothing more. */
export function siteStyles({ accent, logo }: Appearance): string {
  return [accent ? accentStyles(accent) : '', logo ? logoStyles(logo) : ''].join('');
}

/**
 * In the dark a light tint of the same colour keeps its contrast with the ground. `:root` twice, since the page's own stylesheet comes after
 * this one and says what the colours are otherwise.
 */
const accentStyles = (accent: string): string =>
  `@media (prefers-color-scheme: light) { :root:root { --accent: ${accent}; --accent-strong: color-mix(in oklab, ${accent} 75%, black); ` +
  `--focus: ${accent}; --chart-line: ${accent}; } }\n` +
  `@media (prefers-color-scheme: dark) { :root:root { --accent: color-mix(in oklab, ${accent} 35%, white); ` +
  `--accent-strong: color-mix(in oklab, ${accent} 20%, white); } }\n`;

/** On white in the dark too, since a logo is made for paper. */
const logoStyles = (address: string): string =>
  `.site-header .wordmark .place::before { content: ''; display: inline-block; inline-size: 3.5rem; block-size: 2rem; vertical-align: middle; ` +
  `margin-inline-end: 0.5rem; background: url("${address}") center / contain no-repeat; }\n` +
  `@media (prefers-color-scheme: dark) { .site-header .wordmark .place::before { background-color: white; border-radius: 2px; } }\n`;
