/** The ground that links and buttons stand on, in daylight (`--ground` of the design). */
const GROUND = '#fbf8f3';
/** What WCAG 2.2 asks of text (1.4.3, level AA). */
const LEAST_CONTRAST = 4.5;

/** Relative luminance of a colour written as #1f4e79, from 0 to 1 (WCAG 2.2). */
function luminance(colour: string): number {
  const parts = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** How much two colours differ in brightness, from 1 to 21 (WCAG 2.2). */
export function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

/** Whether a link in the colour can be read on the pages' ground. */
export const isReadable = (colour: string): boolean => contrast(colour, GROUND) >= LEAST_CONTRAST;
