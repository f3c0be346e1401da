import { addressFault, hostIn, isHost } from './addressFault.js'

/** What looks like an e-mail address and cannot be one. */
export type BrokenAddress = { address: string; fault: string }

/** Finds the broken e-mail addresses in a text. */
export const brokenAddressesIn = (text: string): BrokenAddress[] => {
  if (!text.includes('@')) {
    return []
  }

  const words = [...text.matchAll(word)].map(({ 0: found, index }) => ({
    end: index + found.length,
    start: index,
    text: found,
  }))

  return words.flatMap((current, index) => {
    const before = words[index - 1]
    const next = words[index + 1]

    return current.text.includes('@') && !isInPath({ text, word: current })
      ? brokenIn({
          before: before && isApart({ one: before, other: current, text }) ? before.text : '',
          next: next && isApart({ one: current, other: next, text }) ? next.text : '',
          text: current.text,
        })
      : []
  })
}

/** Finds the broken addresses that a `mailto:` link leads to; other links lead to none. */
export const brokenAddressesOf = (url: string): BrokenAddress[] => {
  const [scheme, target = ''] = /^mailto:/iu.test(url) ? url.split(/:|\?/u, 2) : []

  return scheme === undefined
    ? []
    : decoded(target)
        .split(',')
        .map((address) => address.trim())
        .filter((address) => address !== '')
        .flatMap((address) => {
          const [local = '', host = '', ...rest] = address.split('@', 3)
          const fault = /\s/u.test(address)
            ? 'it has a blank in it'
            : addressFault({ hasMore: rest.length > 0, host, local })

          return fault === undefined ? [] : { address, fault }
        })
}

type Word = { end: number; start: number; text: string }

/** What stands between blanks, marks of punctuation and the parts of a web address. */
const word = /[^\s<>()[\]{}"“”„«»:;,|/\\–—…]+/gu

/** Whether nothing but a blank is between two words. */
const isApart = ({ one, other, text }: { one: Word; other: Word; text: string }): boolean =>
  other.start === one.end + 1 && /\s/u.test(text[one.end] ?? '')

/** Paths of the web have an @ too: "/docs@latest/". */
const isInPath = ({ text, word: { end, start } }: { text: string; word: Word }): boolean =>
  text[start - 1] === '/' || text[end] === '/'

const brokenIn = ({
  before,
  next,
  text,
}: {
  before: string
  next: string
  text: string
}): BrokenAddress[] => {
  const [marked = '', following = '', ...rest] = text.split('@', 3)
  const local = marked.replace(/^[‘’'*_`]+/u, '')
  const host = hostIn(following)
  const nextHost = hostIn(next)

  if (local === '') {
    return rest.length === 0
      ? tornBefore({ before, host: following === '' ? nextHost : host, text })
      : []
  }

  const fault = addressFault({ hasMore: rest.length > 0, host, local })
  const isTorn =
    !host.includes('.') && host === following && (isHost(nextHost) || /^\.\p{L}/u.test(next))

  if (fault === undefined) {
    return []
  }
  return isTorn && rest.length === 0
    ? [{ address: `${local}@${host} ${nextHost}`, fault: 'it has a blank after the @' }]
    : [{ address: [local, host, ...rest.map(hostIn)].join('@'), fault }]
}

/** "privacy @itmc.org" is a torn address; "follow us @itmc" is a name on some network. */
const tornBefore = ({
  before,
  host,
  text,
}: {
  before: string
  host: string
  text: string
}): BrokenAddress[] =>
  isHost(host) &&
  /\.\p{L}{2,4}$/u.test(host) &&
  /^[\w+-][\w.+-]*$/u.test(before) &&
  !noLocal.test(before)
    ? [
        {
          address: text === '@' ? `${before} @ ${host}` : `${before} @${host}`,
          fault: 'it has a blank before the @',
        },
      ]
    : []

/** What stands before the name of an account or of a domain rather than in an address. */
const noLocal =
  /^(?:an?|any|at|bluesky|facebook|follow|instagram|linkedin|mastodon|me|my|new|on|or|our|own|the|their|threads|tiktok|twitter|us|with|x|your|youtube)$/iu

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
