/** How a page that is rendered on the server reads the API: the same answers, without HTTP. */
export interface RenderContext {
  /** The answer to `GET path` (`/api/goals/x?y=z`); problems come back as a status and a problem body, not as an error. */
  read(path: string): Promise<{ status: number; body: unknown }>;
  /** Something on the page could not be made: it is not fit to be shown. */
  fail(error: unknown): void;
}
