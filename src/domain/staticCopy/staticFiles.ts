import type { Delivery } from '../delivery/delivery.js'
import type { PolicyRecord } from '../delivery/source.js'
import type { VersionText } from '../versionText.js'

import { homepage } from '../channels.js'
import { pickScript } from './pickScript.js'
import { type Format, formats } from '../delivery/routes.js'
import { type Ask, asking } from './asking.js'
import { type Span, spansOf } from './spans.js'

/** A file of a static copy: its path below the directory, with slashes, and its text. */
export type StaticFile = { path: string; text: string }

/** Which version is in force when, by all that was published at the export. */
export type Schedule = { policy: string; spans: Span<{ label: null | string }>[] }

/** The name of a file for a fingerprint: not every file system takes a colon. */
export const fileOfFingerprint = (fingerprint: string): string =>
  `${fingerprint.replace(':', '-')}.json`

/**
 * The files of a static copy of everything that is public: the answers of the public routes for every
 * language, a schedule from which `pick.js` picks by the clock what is in force, and the records that
 * the standalone reader answers from. What a schedule points to comes before it, so that a copy which
 * is served while it is written points to nothing that is missing.
 */
export const staticFiles = async function* ({
  delivery,
  policies,
}: {
  delivery: Delivery
  /** Slugs of the policies of which something is published. */
  policies: readonly string[]
}): AsyncGenerator<StaticFile> {
  yield { path: 'pick.js', text: pickScript }

  for (const slug of policies) {
    const record = await recordOf({ delivery, slug })
    yield* recordFiles({ delivery, record, slug })
    for (const locale of delivery.languages.all) {
      yield* policyFiles({ ask: asking({ delivery, locale }), record, slug })
    }
  }
  const { record } = await delivery.source.notices({ at: null, channel: homepage })
  yield { path: `records/notices/${homepage}.json`, text: JSON.stringify(record) }
  for (const locale of delivery.languages.all) {
    const ask = asking({ delivery, locale })
    const spans = await spansOf({
      ask,
      path: 'policy-notices/active',
      shown: ({ notices }) => ({ notices }),
    })
    yield { path: `${ask.folder}policy-notices/active.json`, text: JSON.stringify({ spans }) }
    for (const file of news) {
      const path = `policies/${file}`
      yield { path: `${ask.folder}${path}`, text: await textAnswered({ ask, path }) }
    }
  }
}

const recordOf = async ({
  delivery: { source },
  slug,
}: {
  delivery: Delivery
  slug: string
}): Promise<PolicyRecord> => (await source.policy({ slug, wanted: { kind: 'timeline' } })).record

/** The sealed texts, and the timeline that names them: what the standalone reader reads. */
const recordFiles = async function* ({
  delivery: { source },
  record,
  slug,
}: {
  delivery: Delivery
  record: PolicyRecord
  slug: string
}): AsyncGenerator<StaticFile> {
  for (const version of record.versions) {
    const texts: Record<string, VersionText> = {}
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

/** What tells of all that was announced, of a policy and of all. */
const news = ['feed.atom', 'feed.json', 'calendar.ics']
const extensions = Object.entries(formats) as [Format, string][]

/** What a route answers. @throws Error for a refusal, which must not be served as if it were a policy. */
const textAnswered = async ({
  ask,
  ...asked
}: {
  accept?: string
  ask: Ask
  path: string
}): Promise<string> => {
  const response = await ask.answer(asked)
  const text = await response.text()

  if (!response.ok) {
    throw new Error(
      `${asked.path} cannot be exported, since it answers ${response.status}: ${text}`,
    )
  }
  return text
}

/** The answers about one policy in one language. */
const policyFiles = async function* ({
  ask,
  record: { versions },
  slug,
}: {
  ask: Ask
  record: PolicyRecord
  slug: string
}): AsyncGenerator<StaticFile> {
  const policy = `policies/${slug}`
  const folder = `${ask.folder}${policy}`
  const textOf = (path: string, accept?: string) =>
    textAnswered({ ask, path: `${policy}/${path}`, ...(accept && { accept }) })

  for (const { fingerprint, label } of versions) {
    yield {
      path: `${folder}/texts/${fileOfFingerprint(fingerprint)}`,
      text: await textOf(`texts/${encodeURIComponent(fingerprint)}`),
    }
    for (const [extension, accept] of extensions) {
      const path = `${folder}/versions/${label}.${extension}`
      yield { path, text: await textOf(`versions/${label}`, accept) }
    }
  }
  yield { path: `${folder}/versions.json`, text: await textOf('versions') }
  for (const file of ['versions.html', ...news]) {
    yield { path: `${folder}/${file}`, text: await textOf(file) }
  }

  const spans = await spansOf({
    ask,
    path: `${policy}/current`,
    shown: ({ label }) => ({ label: (label as string | undefined) ?? null }),
  })
  const schedule: Schedule = { policy: slug, spans }
  yield { path: `${folder}/schedule.json`, text: JSON.stringify(schedule) }

  const [{ label } = { label: null }] = spans
  // Before its first version a policy has no current one, and a page of it would be an error.
  for (const [extension] of label === null ? [] : extensions) {
    const text = await textOf(`current.${extension}`)
    yield {
      path: `${folder}/current.${extension}`,
      text: extension === 'html' ? picking({ folder, label: label!, page: text }) : text,
    }
  }
}

/** A page that moves on to the version in force where that is another by the time it is read. */
const picking = ({
  folder,
  label,
  page,
}: {
  folder: string
  label: string
  page: string
}): string => {
  const top = '../'.repeat(folder.split('/').length)
  const query = new URLSearchParams({ label })

  return page.replace(
    '</body>',
    `<script type="module" src="${top}pick.js?${query}"></script></body>`,
  )
}
