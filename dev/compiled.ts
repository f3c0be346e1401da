import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** A module of src as the package's build writes it. */
export const compiled = (path: string): string =>
  ts.transpileModule(readFileSync(here(`../src/${path}`), 'utf8'), {
    compilerOptions: {
      module: ts.ModuleKind.ESNext,
      sourceMap: true,
      target: ts.ScriptTarget.ES2022,
      verbatimModuleSyntax: true,
    },
    fileName: path.slice(path.lastIndexOf('/') + 1),
  }).outputText
