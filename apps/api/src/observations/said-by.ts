/** SQL: what the revision `alias` says, as the rules know it (`SaidFigure`); what is not said is left out. */
export function saidBy(alias: string): string {
  const fields = ['value', 'missing', 'quality', 'provenance', 'margin', 'respondents', 'numerator', 'denominator'].map(
    (field) => `'${field}', ${alias}.${field}`,
  );
  return `json_strip_nulls(json_build_object(${fields.join(', ')}, 'provenanceNote', ${alias}.provenance_note))`;
}
