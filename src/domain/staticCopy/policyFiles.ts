import type { PolicyRecord } from '../delivery/source.js'
import type { Ask } from './asking.js'
import type { PolicySpan } from './spans.js'
import type { StaticFile } from './staticFiles.js'

import { type Format, formats } from '../delivery/routes.js'
import { fileOfFingerprint } from './fileNames.js'

/** Which version is in force when, by all that was published at the export. */
export type Schedule = { policy: string; spans: PolicySpan[] }

type Asked = {
  ask: Ask
  /** The instant of the copy. */
  at: Date
  record: PolicyRecord
  slug: string
  spans: readonly PolicySpan[]
}

const extensions = Object.keys(formats) as Format[]

/** The answers about one policy in one language, and last the schedule that points to them. */
export const policyFiles = async function* (asked: Asked): AsyncGenerator<StaticFile> {
  const { ask, at, record, slug, spans } = asked
  const policy = `policies/${slug}`
  const folder = `${ask.folder}${policy}`

  for (const { fingerprint } of record.versions) {
    const file = `${folder}/texts/${fileOfFingerprint(fingerprint)}`
    const path = `${policy}/texts/${encodeURIComponent(fingerprint)}`
    yield { path: file, text: await ask.answer({ at, file, path }) }
  }
  for (const span of spans) {
    yield* spanFiles({ ...asked, span })
  }
  const schedule: Schedule = { policy: slug, spans: [...spans] }
  yield { path: `${folder}/schedule.json`, text: JSON.stringify(schedule) }
}

/** What the clock changes, as it is answered while a span lasts. */
const spanFiles = async function* ({
  ask,
  at,
  record,
  slug,
  span,
}: Asked & { span: PolicySpan }): AsyncGenerator<StaticFile> {
  const policy = `policies/${slug}`
  const instant = span.from === null ? at : new Date(span.from)
  const fileOf = async ({
    accept,
    page,
    path,
  }: {
    accept?: string
    page: string
    path: string
  }): Promise<StaticFile> => {
    const file = `${ask.folder}${policy}/${span.folder}${page}`
    const text = await ask.answer({
      at: instant,
      file,
      path: `${policy}/${path}`,
      span: span.folder,
      ...(accept && { accept }),
    })

    return { path: file, text: page.endsWith('.html') ? picking({ file, page, span, text }) : text }
  }

  for (const { label } of record.versions) {
    // The text alone does not change.
    for (const extension of span.from === null ? extensions : (['html', 'json'] as const)) {
      yield fileOf({
        accept: formats[extension],
        page: `versions/${label}.${extension}`,
        path: `versions/${label}`,
      })
    }
  }
  yield fileOf({ page: 'versions.json', path: 'versions' })
  yield fileOf({ page: 'versions.html', path: 'versions.html' })
  // Before its first version a policy has no current one, and a page of it would be an error.
  for (const extension of span.label === null ? [] : extensions) {
    yield fileOf({ page: `current.${extension}`, path: `current.${extension}` })
  }
}

/** A page that moves on to the same page of the span that it is read in. */
const picking = ({
  file,
  page,
  span: { folder },
  text,
}: {
  file: string
  page: string
  span: PolicySpan
  text: string
}): string => {
  const top = '../'.repeat(file.split('/').length - 1)
  const query = new URLSearchParams({ folder, page }).toString().replaceAll('&', '&amp;')

  return text.replace(
    '</body>',
    `<script type="module" src="${top}pick.js?${query}"></script></body>`,
  )
}
