import type { Terminal } from './terminal.js';

/** Shows what long work is at, second by second; nothing where nobody looks. */
export async function withProgress<T>(terminal: Terminal, title: string | (() => string), work: () => Promise<T>): Promise<T> {
  const start = Date.now();
  const show = (): void =>
    terminal.progress(`${typeof title === 'string' ? title : title()} … ${Math.round((Date.now() - start) / 1000)} s`);
  const timer = setInterval(show, 1000);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    terminal.progress(undefined);
  }
}
