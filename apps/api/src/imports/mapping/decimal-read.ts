const OTHER = { ',': '.', '.': ',' } as const;

/**
 * A number of a file whose mark before decimals somebody said, as every file of ours would write it: without marks between thousands, and without
 * doubt. Nothing where it has another mark before its decimals; what is no number stays as it is.
 */
export function decimalRead(text: string, decimal: ',' | '.'): string | undefined {
  const other = OTHER[decimal];
  if (!/^[-\u2212\u2013]?\d[\d.,\s]*$/.test(text)) return text;
  const [whole = '', ...fractions] = text.split(decimal);
  const isGrouped = whole.includes(other);
  if (fractions.length > 1 || fractions[0]?.includes(other) || (isGrouped && !isInThousands(whole, other))) return undefined;
  const digits = whole.replaceAll(other, '');
  return fractions[0] === undefined ? digits : `${digits}.${fractions[0]}${fractions[0].length === 3 ? '0' : ''}`;
}

const isInThousands = (whole: string, mark: string): boolean => {
  const [first = '', ...groups] = whole.replace(/^\D/, '').split(mark);
  return /^\d{1,3}$/.test(first) && groups.every((group) => /^\d{3}$/.test(group));
};
