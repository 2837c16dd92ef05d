/** Rules of the project's own style that no published rule checks. */
import { readFileSync } from 'node:fs';

const root = new URL('../../', import.meta.url);

/** The files that `@slusen/…` names in tsconfig.base.json: the only index.ts a lib has. */
function entryPoints() {
  const { compilerOptions } = JSON.parse(readFileSync(new URL('tsconfig.base.json', root), 'utf8'));
  return Object.values(compilerOptions.paths)
    .flat()
    .map((path) => path.replace(/^\.\//, ''));
}

/** No drawer files (utils, helpers), no drawer folders (common, shared), no barrels but the entry points. */
const fileNames = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      drawer: '"{{name}}" says nothing of what is in it: name it after that.',
      barrel: 'Only an entry point named in tsconfig.base.json is called index.ts.',
    },
  },
  create(context) {
    const path = context.filename
      .replaceAll('\\', '/')
      .split(/\/(?=(?:libs|apps|tooling)\/)/)
      .at(-1);
    const drawer = /(?:^|\/)(utils?|helpers?|common|shared|misc)(?=\/|\.[a-z.]+$)/.exec(path)?.[1];
    const isBarrel = /(?:^|\/)index\.ts$/.test(path) && !path.endsWith('/migrations/index.ts') && !entryPoints().includes(path);
    return {
      Program(node) {
        if (drawer) context.report({ node, loc: node.loc.start, messageId: 'drawer', data: { name: drawer } });
        if (isBarrel) context.report({ node, loc: node.loc.start, messageId: 'barrel' });
      },
    };
  },
};

/** Every export has its sentence, apart from re-exports and a type inferred from a schema or a list that has one. */
const documentedExports = {
  meta: { type: 'problem', schema: [], messages: { missing: 'A public export has one sentence: what it is, its units, its errors.' } },
  create(context) {
    const isInferred = (node) =>
      node.type === 'TSTypeAliasDeclaration' &&
      /^(z\.(output|infer|input)<|\(typeof \w+\)\[number\]$|keyof typeof \w+$)/.test(context.sourceCode.getText(node.typeAnnotation));
    return {
      ExportNamedDeclaration(node) {
        if (!node.declaration || isInferred(node.declaration)) return;
        const first = node.declaration.decorators?.[0] ?? node;
        const before = [...context.sourceCode.getCommentsBefore(node), ...context.sourceCode.getCommentsBefore(first)];
        if (!before.some((comment) => comment.value.startsWith('*')))
          context.report({ node: node.declaration.id ?? node.declaration, messageId: 'missing' });
      },
    };
  },
};

/** Work put off is an issue, so a note about it names the issue. */
const datedNotes = {
  meta: { type: 'problem', schema: [], messages: { issue: 'Name the issue: TODO #12.' } },
  create(context) {
    return {
      Program() {
        for (const comment of context.sourceCode.getAllComments()) {
          if (/\b(TODO|FIXME)\b(?!.*#\d)/.test(comment.value)) context.report({ loc: comment.loc, messageId: 'issue' });
        }
      },
    };
  },
};

/** The plugin `slusen`. */
export const slusen = {
  meta: { name: 'slusen' },
  rules: { 'file-names': fileNames, 'documented-exports': documentedExports, 'dated-notes': datedNotes },
};
