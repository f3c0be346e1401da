import type { PolicyRecord, PublicSource } from '../delivery/source.js'
import type { StoredText } from '../versionText.js'
import type { StaticFile } from './staticFiles.js'

import { fileOfFingerprint } from './fileNames.js'

/** The sealed texts, and the timeline that names them: what the standalone reader reads. */
export const recordFiles = async function* ({
  record,
  slug,
  source,
}: {
  record: PolicyRecord
  slug: string
  source: PublicSource
}): AsyncGenerator<StaticFile> {
  for (const version of record.versions) {
    const texts: Record<string, StoredText> = {}
    for (const language of version.textLanguages ?? []) {
      texts[language] = await source.text({ forms: everyForm, language, version })
    }
    yield {
      path: `records/texts/${fileOfFingerprint(version.fingerprint)}`,
      text: JSON.stringify(texts),
    }
  }
  yield { path: `records/policies/${slug}.json`, text: JSON.stringify(record) }
}

const everyForm = ['body', 'html', 'markdown', 'text'] as const
