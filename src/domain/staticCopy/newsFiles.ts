import type { Ask } from './asking.js'
import type { StaticFile } from './staticFiles.js'

/** What tells of all that was announced: of a policy, or of all. It needs the public address of the copy. */
export const newsFiles = async function* ({
  ask,
  at,
  folder,
}: {
  ask: Ask
  at: Date
  /** Below the language's: `policies/` or that of a policy. */
  folder: string
}): AsyncGenerator<StaticFile> {
  for (const name of ['feed.atom', 'feed.json', 'calendar.ics']) {
    const path = `${folder}${name}`
    const file = `${ask.folder}${path}`

    yield { path: file, text: await ask.answer({ at, file, isAbsolute: true, path }) }
  }
}
