const OF_STATUS: Readonly<Record<number, string>> = {
  400: 'Compare the request with the description in /api/openapi.json.',
  404: 'There is nothing at this address, or nothing that you may see.',
  405: 'The description in /api/openapi.json says which methods there are.',
  413: 'Send less at a time.',
  415: 'Send JSON, with the content type application/json.',
};

/** What to do about a problem that never came as far as a rule with a code of its own. */
export function statusDetail(status: number): string {
  return OF_STATUS[status] ?? 'The title says what is wrong.';
}
