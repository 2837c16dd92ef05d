/** Digits of what a program would write as 1e-7; what is too large for them is no figure anyway. */
export function digitsOf(number: number): string {
  const [text, minus = '', whole = '', fraction = '', places = ''] = /^(-?)(\d)(?:\.(\d+))?e-(\d+)$/.exec(String(number)) ?? [];
  return withoutDoubt(text === undefined ? String(number) : `${minus}0.${'0'.repeat(Number(places) - 1)}${whole}${fraction}`);
}

/** A number whose point is known to be one of decimals, so that nobody has to ask whether it stands between thousands: 1.234 as 1.2340. */
export const withoutDoubt = (digits: string): string => (/\.\d{3}$/.test(digits) ? `${digits}0` : digits);
