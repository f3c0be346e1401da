import { type Format, formats } from './routes.js'

const mediaTypes: Record<string, Format> = {
  'application/json': 'json',
  'application/xhtml+xml': 'html',
  'text/html': 'html',
  'text/markdown': 'md',
  'text/plain': 'txt',
}

/**
 * The format that a client prefers by its `Accept` header (RFC 9110 section 12.5.1): the highest
 * weight, then JSON before the others. JSON too where nothing that it names is offered, since an
 * answer helps more than none.
 */
export const preferredFormat = (accept: null | string): Format => {
  if (accept === null) {
    return 'json'
  }

  const weights = new Map<Format, number>()
  for (const range of accept.split(',').slice(0, 50)) {
    const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase())
    const q = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2)
    const weight = q === undefined ? 1 : Number(q)
    const meant = offered.filter((format) => matches({ format, type }))

    for (const format of Number.isFinite(weight) ? meant : []) {
      // What is named counts before what a wildcard covers.
      if (!type.includes('*') || !weights.has(format)) {
        weights.set(format, weight)
      }
    }
  }

  const [best] = offered
    .map((format) => ({ format, weight: weights.get(format) ?? 0 }))
    .sort((one, other) => other.weight - one.weight)

  return best && best.weight > 0 ? best.format : 'json'
}

const offered: Format[] = ['json', 'html', 'md', 'txt']

const matches = ({ format, type }: { format: Format; type: string }): boolean =>
  type === '*/*' ||
  mediaTypes[type] === format ||
  (type.endsWith('/*') && formats[format].startsWith(type.slice(0, -1)))
