import { type Format, formats } from './routes.js'

const mediaTypes: Record<string, Format> = {
  'application/json': 'json',
  'application/xhtml+xml': 'html',
  'text/html': 'html',
  'text/markdown': 'md',
  'text/plain': 'txt',
}

/**
 * The format that a client prefers by its `Accept` header (RFC 9110 section 12.5.1): the highest weight,
 * then the first of those that are offered. The first too where nothing that it names is offered, since
 * an answer helps more than none.
 */
export const preferredFormat = (
  accept: null | string,
  offered: readonly [Format, ...Format[]] = ['json', 'html', 'md', 'txt'],
): Format => {
  const weights = new Map<Format, { precedence: number; weight: number }>()

  for (const range of (accept ?? '').split(',').slice(0, 50)) {
    const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase())
    const q = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2)
    const weight = q === undefined ? 1 : Number(q)
    const precedence = precedenceOf(type)
    const meant = offered.filter((format) => matches({ format, type }))

    for (const format of Number.isFinite(weight) ? meant : []) {
      if (precedence >= (weights.get(format)?.precedence ?? 0)) {
        weights.set(format, { precedence, weight })
      }
    }
  }

  const [best] = offered
    .map((format) => ({ format, weight: weights.get(format)?.weight ?? 0 }))
    .sort((one, other) => other.weight - one.weight)

  return best && best.weight > 0 ? best.format : offered[0]
}

/** The more exactly a range names what it means, the more it counts. */
const precedenceOf = (type: string): number => (type === '*/*' ? 0 : type.endsWith('/*') ? 1 : 2)

const matches = ({ format, type }: { format: Format; type: string }): boolean =>
  type === '*/*' ||
  mediaTypes[type] === format ||
  (type.endsWith('/*') && formats[format].startsWith(type.slice(0, -1)))
