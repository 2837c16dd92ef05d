/** Stacks of compiled code in lines of the sources. Only failures pay for it: Node's own way costs every spec some time. */
import { existsSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const PLACE = /file:\/\/[^\s():]+\.mjs:\d+:\d+/g;

/** The same stack, where each place that has a source map beside its file is the place in the source: `PATH:LINE:COLUMN`. */
export function withSourceLines(stack = '') {
  return stack.replace(PLACE, sourceOf);
}

function sourceOf(place) {
  const [, url, line, column] = /^(.*):(\d+):(\d+)$/.exec(place);
  const path = fileURLToPath(url);
  if (!existsSync(`${path}.map`)) return place;
  const map = new SourceMap(JSON.parse(readFileSync(`${path}.map`, 'utf8')));
  const { fileName, lineNumber, columnNumber } = map.findOrigin(Number(line), Number(column));
  return fileName ? `${resolve(dirname(path), fileName)}:${lineNumber}:${columnNumber}` : place;
}
