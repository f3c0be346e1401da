import { languageTag } from '../languageTag.js'

/**
 * What every public answer carries, refusals too: anybody may read it from anywhere. What only a preflight
 * has to say stands on all of them, as Payload adds its own, which allow more, to answers without it.
 */
export const openToAll = {
  'Access-Control-Allow-Headers':
    'Accept, Accept-Datetime, Content-Type, If-Modified-Since, If-None-Match',
  'Access-Control-Allow-Methods': 'GET, HEAD, OPTIONS',
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers':
    'Content-Language, Content-Location, ETag, Last-Modified, Link, Memento-Datetime',
  'X-Content-Type-Options': 'nosniff',
}

/** The languages of what is answered, without those whose codes are no tags (RFC 9110 section 8.5). */
export const contentLanguage = (...locales: string[]): Record<string, string> => {
  const tags = new Set(locales.flatMap((locale) => languageTag(locale) ?? []))

  return tags.size > 0 ? { 'Content-Language': [...tags].join(', ') } : {}
}
