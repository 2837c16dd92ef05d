import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What a reader's program finds in a PDF. */
export interface ReadPdf {
  readonly pages: number;
  readonly title: string | undefined;
  readonly language: string | undefined;
  /** Whether it says of itself that everyone can read it (PDF/UA-1). */
  readonly isForEveryone: boolean;
  readonly isTagged: boolean;
  /** The names of the bookmarks, those within others too. */
  readonly bookmarks: readonly string[];
  /** Which tags structure the pages: `H1`, `Table`. */
  readonly tags: ReadonlySet<string>;
  /** Everything that is written, with single spaces. */
  readonly text: string;
}

interface Node {
  readonly role?: string;
  readonly children?: readonly Node[];
}

interface Bookmark {
  readonly title: string;
  readonly items: readonly Bookmark[];
}

/** Reads a PDF; throws when it is none. */
export async function readPdf(pdf: Buffer): Promise<ReadPdf> {
  const loading = getDocument({ data: new Uint8Array(pdf), verbosity: 0 });
  const read = await loading.promise;
  const [{ info }, marks, outline] = await Promise.all([read.getMetadata(), read.getMarkInfo(), read.getOutline()]);
  const { Title, Language } = info as { readonly Title?: string; readonly Language?: string };
  const tags = new Set<string>();
  const texts: string[] = [];
  for (let number = 1; number <= read.numPages; number++) {
    const page = await read.getPage(number);
    collect((await page.getStructTree()) as Node | null, tags);
    const { items } = await page.getTextContent();
    texts.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : '')).join(''));
  }
  await loading.destroy();
  return {
    ...{ pages: read.numPages, title: Title, language: Language, tags, text: texts.join(' ').replaceAll(/[\s\u00a0]+/g, ' ') },
    ...{
      isForEveryone: pdf.includes('<pdfuaid:part>1</pdfuaid:part>'),
      isTagged: (marks as ReadonlyMap<string, boolean> | null)?.get('Marked') === true,
    },
    bookmarks: named(outline ?? []),
  };
}

function collect(node: Node | null, tags: Set<string>): void {
  if (node?.role) tags.add(node.role);
  for (const child of node?.children ?? []) collect(child, tags);
}

function named(bookmarks: readonly Bookmark[]): string[] {
  return bookmarks.flatMap(({ title, items }) => [title, ...named(items)]);
}
