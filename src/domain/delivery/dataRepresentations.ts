import type { Answer } from './answer.js'
import type { Made, Representation } from './representation.js'

import { redlineVersion } from '../redline/redlineVersion.js'
import { timelinePage } from '../rendering/timelinePage.js'
import { readText } from './answer.js'
import { type Asked, labelOf, partOf, placementOf, readingOf } from './asked.js'
import { comparisonAnswer } from './comparison.js'
import { entityTag, forEver } from './conditions.js'
import { isGiven } from './givenText.js'
import { contentLanguage } from './headers.js'
import { historyLinkHeader, newsOf, timeMap } from './links.js'
import { instantIn } from './moment.js'
import { preferredFormat } from './negotiation.js'
import { noticesAnswer } from './noticesAnswer.js'
import { keeping, keyOf, represent, surrogateKey, textReadAtOnce } from './representation.js'
import { formats } from './routes.js'
import { timelineAnswer } from './timelineAnswer.js'
import { textAnswer } from './versionAnswer.js'
import { noticesKey } from './versionRepresentation.js'
import { formsOf, headersOf, languageAsked, pageAddress } from './writeVersion.js'
import { jsonWithText } from '../versionText.js'

/** A policy's versions, newest first, as data or as a page. */
export const timelineRepresentation = async (asked: Asked): Promise<Representation> => {
  const { delivery, request } = asked
  const reading = readingOf(asked)
  const answer = await timelineAnswer(reading)
  const { addresses } = delivery
  const { slug } = answer.body.policy
  const format =
    request.route.format ?? preferredFormat(request.headers.get('accept'), ['json', 'html'])
  const news = newsOf({ ...delivery, locale: reading.locale, slug })
  const page = delivery.pageWords(reading.locale)
  const rowsGiven = new Set(
    answer.record.versions
      .filter((row) => isGiven({ ...reading, canGiveAnyLanguage: delivery.isCopy, row }))
      .map(({ label }) => label),
  )

  return whole({
    answer,
    asked,
    ...(format === 'html' && {
      body: timelinePage({
        ...page,
        alternates: news,
        addressOf: (version) =>
          pageAddress({
            addresses: delivery.addresses,
            // The one that was asked for, as long as its page can be read in it.
            locale: rowsGiven.has(version.label) ? languageAsked(version) : version.locale,
            path: `versions/${version.label}`,
            slug: version.policy.slug,
          }),
        versions: answer.body.versions,
      }),
    }),
    headers: {
      ...contentLanguage(
        ...(format === 'html' ? [page.language] : []),
        ...answer.body.versions.map(({ locale }) => locale),
      ),
      ...headersOf(format),
      ...surrogateKey(keyOf(slug)),
      'Content-Type': formats[format],
      Link: historyLinkHeader({ addresses, news, slug }),
      ...(!request.route.format && { Vary: 'Accept' }),
    },
  })
}

/** A policy's versions for an archive's reader (RFC 7089 section 5). */
export const timeMapRepresentation = async (asked: Asked): Promise<Representation> => {
  const reading = readingOf(asked)
  const answer = await timelineAnswer(reading)
  const { addresses, slug } = reading

  return whole({
    answer,
    asked,
    body: timeMap({ addresses, slug, versions: answer.body.versions }),
    headers: { ...surrogateKey(keyOf(slug)), 'Content-Type': 'application/link-format' },
    isOfDataAlone: true,
  })
}

/** The sealed part of a version, which never changes. */
export const textRepresentation = async (asked: Asked): Promise<Representation> => {
  const reading = readingOf(asked)
  const wanted = { forms: formsOf.json, locale: reading.locale }
  const answer = await textAnswer({
    ...reading,
    fingerprint: partOf({ name: 'fingerprint', ...asked }),
    text: textReadAtOnce({ asked, wanted }),
  })
  const { record, row } = answer
  const { locale, policy } = answer.body
  const etag = entityTag(policy.slug, answer.body)

  return represent({
    answer,
    asked,
    body: () =>
      keeping({
        bodies: asked.delivery.bodies,
        make: async () => {
          return jsonWithText(answer.body, await readText({ ...reading, ...wanted, record, row }))
        },
        name: etag,
      }),
    etag,
    headers: {
      ...surrogateKey(keyOf(policy.slug)),
      'Cache-Control': forEver,
      ...contentLanguage(locale),
      'Content-Type': formats.json,
    },
    isOfDataAlone: true,
  })
}

/** What changed from one published version to another. It is compared for whoever lacks it and asked for it. */
export const comparisonRepresentation = async (asked: Asked): Promise<Representation> => {
  const labels = [labelOf({ name: 'from', ...asked }), labelOf({ name: 'to', ...asked })] as const
  const answer = await comparisonAnswer({ ...readingOf(asked), labels })
  const { from, locale, policy, to } = answer.body
  // The fingerprints stand for the texts, and the version of the redline for how they are compared.
  const etag = entityTag(
    [from.fingerprint, to.fingerprint],
    ['comparison', formats.json, redlineVersion],
    answer.body,
  )

  return represent({
    answer,
    asked,
    body: () =>
      keeping({
        bodies: asked.delivery.bodies,
        make: async () => JSON.stringify({ ...(await answer.compare()), ...answer.body }),
        name: etag,
      }),
    etag,
    headers: {
      ...surrogateKey(keyOf(policy.slug)),
      ...contentLanguage(locale),
      'Content-Type': formats.json,
    },
  })
}

/** The notices that a channel shows. */
export const noticesRepresentation = async (asked: Asked): Promise<Representation> => {
  const { query } = asked.request
  const at = query.get('at')
  const { locale, source } = readingOf(asked)
  const answer = await noticesAnswer({
    at: at === null ? null : instantIn({ name: 'at', value: at }),
    channel: placementOf(query),
    locale,
    source,
  })

  return whole({
    answer,
    asked,
    headers: {
      ...contentLanguage(...answer.body.notices.map((notice) => notice.locale)),
      ...surrogateKey(noticesKey),
    },
  })
}

/** An answer whose tag is taken of all of it. */
export const whole = ({
  answer,
  asked,
  body = JSON.stringify(answer.body),
  headers,
  ...made
}: Pick<Made, 'headers' | 'isOfDataAlone'> & {
  answer: Answer<object>
  asked: Asked
  body?: string
}): Promise<Representation> =>
  represent({
    answer,
    asked,
    body: () => Promise.resolve(body),
    ...made,
    etag: entityTag(body),
    headers: { 'Content-Type': formats.json, ...headers },
  })
