import { existsSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/** The packages that a module needs at run time, it and all that it imports. */
export const packagesOf = (file: string): string[] =>
  [...new Set(importsOf(file, new Set()))].sort()

const importsOf = (file: string, seen: Set<string>): string[] => {
  if (seen.has(file)) {
    return []
  }
  seen.add(file)
  const source = readFileSync(file, 'utf8')
  const imports = [...source.matchAll(/^(?:import|export)(?! type)[^'"]*?from '([^']+)'/gms)].map(
    ([, name]) => name!,
  )

  return [
    // The compiler adds it for elements.
    ...(file.endsWith('.tsx') ? ['react'] : []),
    ...imports.flatMap((name) =>
      name.startsWith('.') ? importsOf(sourceOf(resolve(dirname(file), name)), seen) : [name],
    ),
  ]
}

const sourceOf = (file: string): string => {
  const bare = file.replace(/\.js$/, '')

  return existsSync(`${bare}.ts`) ? `${bare}.ts` : `${bare}.tsx`
}
