import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

/** A module of src as the package's build writes it. */
export const compiled = (path: string): string => {
  const root = fileURLToPath(new URL('../..', import.meta.url))
  const { config } = ts.readConfigFile(`${root}tsconfig.json`, (file) => readFileSync(file, 'utf8'))
  const { options } = ts.convertCompilerOptionsFromJson(
    (config as { compilerOptions: object }).compilerOptions,
    root,
  )

  return ts.transpileModule(readFileSync(`${root}src/${path}`, 'utf8'), {
    // By itself it cannot tell that the package's modules are those of the standard.
    compilerOptions: { ...options, module: ts.ModuleKind.ESNext, sourceMap: true },
    fileName: path.slice(path.lastIndexOf('/') + 1),
  }).outputText
}
