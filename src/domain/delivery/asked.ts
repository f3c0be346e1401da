import type { Delivery } from './delivery.js'
import type { PublicRequest } from './routes.js'

import { homepage } from '../channels.js'
import { PolicyError } from '../policyError.js'
import { isLabel, labelRule } from '../versionLabel.js'

/** A public request, and what it is answered with. */
export type Asked = { delivery: Delivery; request: PublicRequest }

/** What of a request names what is asked, wherever it came from. */
export type Question = {
  delivery: Delivery
  request: Pick<PublicRequest, 'parts' | 'query'>
}

/** What is asked of a policy. @throws PolicyError `INVALID_PARAMETER`, `NOT_FOUND`. */
export const readingOf = ({
  delivery: { addresses, isCopy, languages, source },
  request,
}: Question) => ({
  addresses,
  // Whoever names no language is given the text that there is.
  canGiveAnyLanguage: isCopy || !request.query.has('locale'),
  locale: localeOf({ languages, query: request.query }),
  slug: partOf({ name: 'slug', request }),
  source,
})

/** What is asked of a policy, or of all where the path names none. @throws PolicyError `INVALID_PARAMETER`, `NOT_FOUND`. */
export const newsReadingOf = (asked: Asked) => ({
  ...readingOf(asked),
  slug: asked.request.parts.slug === undefined ? null : partOf({ name: 'slug', ...asked }),
})

/** A part of the path. @throws PolicyError `NOT_FOUND` for what no text in the database can be. */
export const partOf = ({
  name,
  request,
}: Pick<Question, 'request'> & { name: 'fingerprint' | 'slug' }): string => {
  const part = request.parts[name] ?? ''

  if (!isText(part)) {
    throw new PolicyError({ code: 'NOT_FOUND', message: `There is no such ${name}.` })
  }
  return part
}

/** A label in the path. @throws PolicyError `INVALID_PARAMETER` for what no label can be. */
export const labelOf = ({
  name,
  request,
}: Pick<Asked, 'request'> & { name: 'from' | 'label' | 'to' }): string => {
  const label = request.parts[name] ?? ''

  if (!isLabel(label)) {
    throw new PolicyError({ code: 'INVALID_PARAMETER', message: labelRule(label) })
  }
  return label
}

/** The channel whose notices are asked for. @throws PolicyError `INVALID_PARAMETER` for no name at all. */
export const placementOf = (query: URLSearchParams): string => {
  const placement = query.get('placement') ?? homepage

  if (placement === '' || !isText(placement)) {
    throw new PolicyError({
      code: 'INVALID_PARAMETER',
      message: `The placement is ${JSON.stringify(placement)}; allowed is the name of a channel, such as homepage.`,
    })
  }
  return placement
}

/** False for what no text in the database can be. */
export const isText = (part: string): boolean => !part.includes('\0')

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
