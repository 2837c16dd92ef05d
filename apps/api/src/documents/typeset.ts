/**
 * The program that typesets: reads a document as JSON from its input and writes a PDF (PDF/UA-1) to its output. A process of its own, since typst
 * works until it is done: whoever started it can end it, and goes on answering meanwhile.
 */
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { buffer } from 'node:stream/consumers';
import { withoutUnprintable } from './unprintable.js';
import strategy from './strategy.typ';

const FACES = [
  'source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  'source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
  'source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
];

function compiler(): NodeCompiler {
  const { resolve } = createRequire(import.meta.url);
  const fontBlobs = FACES.map((face) => readFileSync(resolve(`@expo-google-fonts/${face}`)));
  return NodeCompiler.create({ workspace: import.meta.dirname, fontArgs: [{ fontBlobs }] });
}

const typst = compiler();
const document = (await buffer(process.stdin)).toString();
const pdf = withoutUnprintable(document, (inputs) =>
  typst.pdf({ mainFileContent: strategy, inputs: { document: inputs } }, { pdfStandard: 'ua-1' }),
);
process.stdout.write(pdf);
