import type { PublicVersion } from '../publicVersion.js'
import type { StoredText } from '../versionText.js'
import type { Answer } from './answer.js'
import type { Made, Representation } from './representation.js'
import type { ShownVersion } from './writeVersion.js'

import { homepage } from '../channels.js'
import { isPolicyError } from '../policyError.js'
import { readText, type Shown } from './answer.js'
import { type Asked, labelOf, readingOf } from './asked.js'
import { entityTag } from './conditions.js'
import { currentAnswer, currentIn, readCurrent } from './currentAnswer.js'
import { contentLanguage } from './headers.js'
import { isGiven } from './givenText.js'
import { httpDate, linkHeader, newsOf } from './links.js'
import { mementoMoment } from './mementoMoment.js'
import { datetimeIn, momentOf } from './moment.js'
import { preferredFormat } from './negotiation.js'
import { noticesAnswer, noticesIn } from './noticesAnswer.js'
import { remembering } from './remembering.js'
import { keeping, keyOf, represent, surrogateKey, textReadAtOnce } from './representation.js'
import { type Format, formats } from './routes.js'
import { versionAnswer } from './versionAnswer.js'
import { formsOf, headersOf, writeVersion } from './writeVersion.js'

type Found = Answer<ShownVersion> & Shown

/** The version in force at a moment: that of `at`, that of `Accept-Datetime` (RFC 7089), or now. */
export const currentRepresentation = async (asked: Asked): Promise<Representation> => {
  const { headers, query, route } = asked.request
  const at = query.get('at')
  const datetime = at === null ? headers.get('accept-datetime') : null
  const reading = readingOf(asked)
  const moment =
    datetime === null
      ? momentOf(at)
      : await mementoMoment({ ...reading, second: datetimeIn(datetime) })
  const format = route.format ?? preferredFormat(headers.get('accept'))
  const varyFormat = route.format ? [] : ['Accept']

  if (moment.kind === 'now' && datetime === null) {
    return represent({ asked, ...(await presentAnswer({ asked, format, varyFormat })) })
  }
  const text = textReadAtOnce({ asked, wanted: { ...reading, forms: formsOf[format] } })
  const found = await currentAnswer({ ...reading, moment, text })
  const noticesAt = moment.kind === 'now' ? null : found.at
  const announced =
    format === 'html' ? await noticesAnswer({ ...reading, at: noticesAt, channel: homepage }) : null

  return represent({
    ...ofVersion({
      announced,
      asked,
      format,
      found,
      headers: {
        ...mementoDatetime(found),
        // Where the same can be asked for without a header (RFC 7089 section 4.1.2).
        ...(datetime !== null && {
          'Content-Location': `${found.body.links.current}.${format}?${new URLSearchParams({
            at: found.at.toISOString(),
            locale: reading.locale,
          }).toString()}`,
        }),
      },
      isOfPresent: false,
      vary: [...varyFormat, ...(at === null ? ['Accept-Datetime'] : [])],
    }),
    asked,
  })
}

/** The version in force now, made once for as long as that stands. */
const presentAnswer = async ({
  asked,
  format,
  varyFormat,
}: {
  asked: Asked
  format: Format
  varyFormat: string[]
}): Promise<Made> => {
  const { delivery } = asked
  const reading = readingOf(asked)
  const moment = { kind: 'now' } as const
  const text = textReadAtOnce({ asked, wanted: { forms: formsOf[format], ...reading } })
  const known = await readCurrent({ moment, text, ...reading })
  const notices =
    format === 'html' ? await reading.source.notices({ at: null, channel: homepage }) : null

  return remembering({
    delivery,
    key: [
      format,
      ...varyFormat,
      reading.canGiveAnyLanguage ? 'any' : 'given',
      reading.locale,
      reading.slug,
    ].join(' '),
    known: [known, ...(notices ? [notices] : [])],
    make: async () =>
      ofVersion({
        announced: notices && noticesIn({ asked: null, known: notices, locale: reading.locale }),
        asked,
        format,
        found: await currentIn({ ...reading, known, moment }),
        headers: {},
        isOfPresent: true,
        vary: [...varyFormat, 'Accept-Datetime'],
      }),
  })
}

/** A version by its label, which may itself end like an extension; if it does not, the extension is the format. */
export const versionRepresentation = async (asked: Asked): Promise<Representation> => {
  const label = labelOf({ name: 'label', ...asked })
  const [, bare, extension] = /^(.+)\.(html|json|md|txt)$/.exec(label) ?? []

  if (bare === undefined || extension === undefined) {
    return labelledRepresentation({ asked, label })
  }
  try {
    return await labelledRepresentation({ asked, label })
  } catch (error) {
    if (isPolicyError(error) && error.code === 'NOT_FOUND') {
      return labelledRepresentation({ asked, extension: extension as Format, label: bare })
    }
    throw error
  }
}

const labelledRepresentation = async ({
  asked,
  extension,
  label,
}: {
  asked: Asked
  extension?: Format
  label: string
}): Promise<Representation> => {
  const reading = readingOf(asked)
  const format = extension ?? preferredFormat(asked.request.headers.get('accept'))
  const text = textReadAtOnce({ asked, wanted: { ...reading, forms: formsOf[format] } })
  const found = await versionAnswer({ ...reading, label, text })

  return represent({
    ...ofVersion({
      announced: null,
      asked,
      format,
      found,
      headers: mementoDatetime(found),
      isOfPresent: true,
      vary: extension ? [] : ['Accept'],
    }),
    asked,
  })
}

/** A version in a format. Its tag is taken of all but the text, for which the fingerprint stands. */
const ofVersion = ({
  announced,
  asked,
  format,
  found,
  headers,
  isOfPresent,
  vary,
}: {
  announced: Awaited<ReturnType<typeof noticesAnswer>> | null
  asked: Asked
  format: Format
  found: Found
  headers: Record<string, string>
  /** True for what stands now; a moment to come stops being a forecast without a change of any data. */
  isOfPresent: boolean
  vary: string[]
}): Made => {
  const { delivery } = asked
  const reading = readingOf(asked)
  const { fingerprint, locale, policy } = found.body
  const news = newsOf({ ...delivery, locale: reading.locale, slug: policy.slug })
  const write = (text: StoredText) =>
    writeVersion({
      addresses: delivery.addresses,
      format,
      isAskable: isGiven({ ...reading, canGiveAnyLanguage: delivery.isCopy, row: found.row }),
      news,
      notices: announced?.body.notices ?? [],
      page: delivery.pageWords(locale),
      text,
      version: found.body,
    })
  const bare = write({})
  const etag = entityTag(policy.slug, format, fingerprint, locale, bare)

  return {
    answer: announced ? both({ found, other: announced }) : found,
    body: () =>
      keeping({
        bodies: delivery.bodies,
        make: async () => write(await readText({ ...reading, ...found, forms: formsOf[format] })),
        name: etag,
      }),
    etag,
    headers: {
      ...contentLanguage(locale),
      'Content-Type': formats[format],
      Link: linkHeader({
        addresses: delivery.addresses,
        ...(asked.request.route.name === 'current' && { news }),
        version: found.body,
      }),
      ...headersOf(format),
      ...headers,
      ...surrogateKey(keyOf(policy.slug), ...(announced ? [noticesKey] : [])),
      ...(vary.length > 0 && { Vary: vary.join(', ') }),
    },
    // A page has words of ours around the text.
    isOfDataAlone: isOfPresent && format !== 'html',
  }
}

/** The surrogate key of what shows notices. */
export const noticesKey = 'policy-notices'

/** An answer that is made of two, as true as both. */
const both = ({ found, other }: { found: Answer<unknown>; other: Answer<unknown> }) => ({
  body: null,
  changedAt: found.changedAt > other.changedAt ? found.changedAt : other.changedAt,
  latest: found.latest > other.latest ? found.latest : other.latest,
  now: found.now,
  until:
    found.until && other.until
      ? new Date(Math.min(+found.until, +other.until))
      : (found.until ?? other.until),
})

/** Since when the policy is as it is shown (RFC 7089); not for what is no state of it yet, or never was. */
const mementoDatetime = ({
  body: { effectiveAt, state },
  now,
}: Answer<PublicVersion>): Record<string, string> =>
  effectiveAt !== null && state !== 'withdrawn' && +new Date(effectiveAt) <= +now
    ? { 'Memento-Datetime': httpDate(effectiveAt) }
    : {}
