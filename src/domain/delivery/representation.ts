import type { PublicVersion, SealedVersion } from '../publicVersion.js'
import type { Delivery } from './delivery.js'
import type { PublicRequest } from './routes.js'

import { homepage } from '../channels.js'
import { PolicyError } from '../policyError.js'
import {
  type Answer,
  currentAnswer,
  noticesAnswer,
  textAnswer,
  timelineAnswer,
  versionAnswer,
} from './answers.js'
import { cacheControl, entityTag, forEver, isHeld } from './conditions.js'
import { httpDate, linkHeader, timeMap } from './links.js'
import { datetimeIn, instantIn, type Moment, momentOf } from './moment.js'
import { preferredFormat } from './negotiation.js'
import { type Format, formats } from './routes.js'
import { writeVersion } from './writeVersion.js'

/** An answer as it goes over the wire. */
export type Representation = {
  body: null | string | Uint8Array
  headers: Record<string, string>
  status: number
}

type Asked = { delivery: Delivery; request: PublicRequest }

/** @throws PolicyError for what cannot be answered. */
export const representationOf = (asked: Asked): Promise<Representation> => {
  switch (asked.request.route.name) {
    case 'current':
      return current(asked)
    case 'notices':
      return notices(asked)
    case 'text':
      return text(asked)
    case 'timemap':
      return timemap(asked)
    case 'version':
      return version(asked)
    case 'versions':
      return versions(asked)
    default:
      throw new PolicyError({ code: 'NOT_FOUND', message: 'There is no such route.' })
  }
}

const current = async (asked: Asked): Promise<Representation> => {
  const { headers, query } = asked.request
  const at = query.get('at')
  const acceptDatetime = at === null ? headers.get('accept-datetime') : null
  const moment: Moment = acceptDatetime
    ? { instant: datetimeIn(acceptDatetime), kind: 'instant' }
    : momentOf(at)

  return ofVersion({
    ...asked,
    answer: (hasText) => currentAnswer({ ...readingOf(asked), hasText, moment }),
    isMemento: moment.kind !== 'now',
    negotiatesTime: at === null,
  })
}

const version = (asked: Asked): Promise<Representation> => {
  const label = partOf({ name: 'label', ...asked })
  const [, bare = '', extension] = /^(.+)\.(html|json|md|txt)$/.exec(label) ?? []
  const answering = (name: string, format?: Format) =>
    ofVersion({
      ...asked,
      answer: (hasText) => versionAnswer({ ...readingOf(asked), hasText, label: name }),
      format,
    })

  // A label may itself end like an extension.
  return extension === undefined
    ? answering(label)
    : answering(label).catch((error: unknown) => {
        if (error instanceof PolicyError && error.code === 'NOT_FOUND') {
          return answering(bare, extension as Format)
        }
        throw error
      })
}

/** A version in the format that is asked for by extension or by `Accept`. */
const ofVersion = async ({
  answer,
  delivery,
  format: named,
  isMemento = true,
  negotiatesTime = false,
  request,
}: Asked & {
  answer: (hasText: boolean) => Promise<Answer<PublicVersion & { nextChangeAt: null | string }>>
  format?: Format | undefined
  /** True where the answer is the state of a moment and not whatever is current. */
  isMemento?: boolean
  negotiatesTime?: boolean
}): Promise<Representation> => {
  const byExtension = named ?? (request.route.format as Format | undefined)
  const format = byExtension ?? preferredFormat(request.headers.get('accept'))
  // Without a condition there is nothing to tell before the text is read.
  const isConditional = request.headers.has('if-none-match')
  const found = await answer(!isConditional)
  const { at, body: shown, now, record, until } = found
  const etag = entityTag(format, request.query.get('locale'), {
    ...shown,
    // The fingerprint stands for them.
    body: null,
    html: null,
    text: null,
  })
  const vary = [...(byExtension ? [] : ['Accept']), ...(negotiatesTime ? ['Accept-Datetime'] : [])]
  const headers = {
    'Cache-Control': cacheControl({ maxAge: delivery.maxAge, now, until }),
    'Content-Language': shown.locale,
    'Content-Type': formats[format],
    ETag: etag,
    'Last-Modified': httpDate(lastChange({ at, shown })),
    Link: linkHeader({ addresses: delivery.addresses, version: shown }),
    ...(isMemento && shown.effectiveAt && { 'Memento-Datetime': httpDate(shown.effectiveAt) }),
    ...surrogateKey(shown.policy.slug),
    ...(vary.length > 0 && { Vary: vary.join(', ') }),
  }

  if (isHeld({ etag, headers: request.headers })) {
    return { body: null, headers, status: 304 }
  }
  const whole = isConditional ? (await answer(true)).body : shown

  return {
    body: keeping({
      delivery,
      key: `${format} ${etag}`,
      make: () => writeVersion({ addresses: delivery.addresses, format, version: whole }),
      record,
    }),
    headers,
    status: 200,
  }
}

const versions = async (asked: Asked): Promise<Representation> => {
  const answer = await timelineAnswer(readingOf(asked))

  return json({ ...asked, answer, headers: surrogateKey(answer.body.policy.slug) })
}

const timemap = async (asked: Asked): Promise<Representation> => {
  const { slug } = readingOf(asked)
  const answer = await timelineAnswer(readingOf(asked))

  return whole({
    ...asked,
    answer,
    body: timeMap({
      addresses: asked.delivery.addresses,
      slug,
      versions: answer.body.versions,
    }),
    headers: { ...surrogateKey(slug), 'Content-Type': 'application/link-format' },
  })
}

const text = async (asked: Asked): Promise<Representation> => {
  const answer = await textAnswer({
    ...readingOf(asked),
    fingerprint: partOf({ name: 'fingerprint', ...asked }),
  })

  return json<SealedVersion>({
    ...asked,
    answer,
    headers: {
      ...surrogateKey(answer.body.policy.slug),
      'Cache-Control': forEver,
      'Content-Language': answer.body.locale,
    },
  })
}

const notices = async (asked: Asked): Promise<Representation> => {
  const { query } = asked.request
  const at = query.get('at')
  const answer = await noticesAnswer({
    ...readingOf(asked),
    at: at === null ? null : instantIn({ name: 'at', value: at }),
    channel: placementOf(query),
  })

  return json({ ...asked, answer, headers: { 'Surrogate-Key': 'policy-notices' } })
}

const json = <T extends object>({
  answer,
  ...asked
}: Asked & { answer: Answer<T>; headers: Record<string, string> }): Promise<Representation> =>
  whole({ ...asked, answer, body: JSON.stringify(answer.body) })

/** An answer whose tag is taken of all of it. */
const whole = ({
  answer: { now, until },
  body,
  delivery,
  headers,
  request,
}: Asked & {
  answer: Answer<object>
  body: string
  headers: Record<string, string>
}): Promise<Representation> => {
  const etag = entityTag(body)
  const all = {
    'Cache-Control': cacheControl({ maxAge: delivery.maxAge, now, until }),
    'Content-Type': formats.json,
    ETag: etag,
    ...headers,
  }

  return Promise.resolve(
    isHeld({ etag, headers: request.headers })
      ? { body: null, headers: all, status: 304 }
      : { body, headers: all, status: 200 },
  )
}

/** Makes a body once for as long as the record that it is made from is kept. */
const keeping = ({
  delivery: { source },
  key,
  make,
  record,
}: {
  delivery: Delivery
  key: string
  make: () => string
  record: object
}): string | Uint8Array => {
  const kept = source.kept?.(record)
  const known = kept?.get(key)

  if (known) {
    return known.content
  }
  const body = make()
  if (!kept) {
    return body
  }
  const content = new TextEncoder().encode(body)
  kept.set(key, { content })
  return content
}

/** A part of the path. @throws PolicyError `NOT_FOUND` for what no text in the database can be. */
const partOf = ({ name, request }: { name: string; request: PublicRequest }): string => {
  const part = request.parts[name] ?? ''

  if (part.includes('\0')) {
    throw new PolicyError({ code: 'NOT_FOUND', message: `There is no such ${name}.` })
  }
  return part
}

const readingOf = ({ delivery: { addresses, languages, source }, request }: Asked) => ({
  addresses,
  hasText: true,
  locale: localeOf({ languages, query: request.query }),
  slug: partOf({ name: 'slug', request }),
  source,
})

/** The language that is asked for. @throws PolicyError `INVALID_PARAMETER` for one that is not configured. */
const localeOf = ({
  languages,
  query,
}: {
  languages: Delivery['languages']
  query: URLSearchParams
}): string => {
  const asked = query.get('locale')

  if (asked !== null && !languages.all.includes(asked)) {
    throw new PolicyError({
      code: 'INVALID_PARAMETER',
      details: { allowed: languages.all },
      message: `The locale is ${JSON.stringify(asked)}; allowed are ${languages.all.join(', ')}.`,
    })
  }
  return asked ?? languages.default
}

/** The channel whose notices are asked for. @throws PolicyError `INVALID_PARAMETER` for no name at all. */
const placementOf = (query: URLSearchParams): string => {
  const placement = query.get('placement') ?? homepage

  if (placement === '' || placement.includes('\0')) {
    throw new PolicyError({
      code: 'INVALID_PARAMETER',
      message: `The placement is ${JSON.stringify(placement)}; allowed is the name of a channel, such as homepage.`,
    })
  }
  return placement
}

/** When what is shown last changed: a publication, an effect or a withdrawal that is behind it. */
const lastChange = ({
  at,
  shown,
}: {
  at: Date
  shown: PublicVersion & { upcoming?: PublicVersion[] }
}): Date => {
  const changes = [shown, ...(shown.upcoming ?? [])]
    .flatMap((version) => [
      version.publishedAt,
      version.effectiveAt,
      version.supersededAt,
      version.withdrawnAt,
    ])
    .flatMap((instant) => (instant ? [+new Date(instant)] : []))
    .filter((instant) => instant <= +at)

  return new Date(Math.max(...changes, 0))
}

const surrogateKey = (slug: string): Record<string, string> => ({
  'Cache-Tag': `policy-${slug}`,
  'Surrogate-Key': `policy-${slug}`,
})
