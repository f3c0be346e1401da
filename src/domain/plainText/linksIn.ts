/** A link in a text: where it stands, what shows it and where it leads. */
export type Link = { end: number; start: number; text: string; url: string }

/**
 * Finds the web and e-mail addresses in a text and the links of Markdown. What is not surely an
 * address is none: a wrong link would send a reader's request to somebody else.
 */
export const linksIn = (text: string): Link[] => {
  const sign = /https?:\/\/|www\.|@|\[/giu
  const links: Link[] = []

  for (let found = sign.exec(text); found !== null; found = sign.exec(text)) {
    const place = { start: found.index, text }
    const { end, link } =
      found[0] === '@' ? emailAt(place) : found[0] === '[' ? labelledAt(place) : webUrlAt(place)

    if (link !== undefined) {
      links.push(link)
    }
    // What was read is not read again, link or not: a hostile text must not cost its square.
    sign.lastIndex = end
  }
  return links
}

/** Where the sign of a link stands. */
type Place = { start: number; text: string }

/** A link, or how far there is none. */
type Reading = { end: number; link?: Link }

const longestLocal = 64
const longestHost = 253

const webUrlAt = ({ start, text }: Place): Reading => {
  if (/[\p{L}\p{N}_@./-]/u.test(text[start - 1] ?? '')) {
    return { end: start + 4 }
  }

  const span = stretchAt({ regex: /[^\s<>"“”„‘’'«»`[\]{}|\\^]+/uy, start, text })
  const shown = withoutPunctuation(span)
  const url = webUrlOf(shown)
  const end = start + shown.length

  return url === undefined
    ? { end: start + span.length }
    : { end, link: { end, start, text: shown, url } }
}

const emailAt = ({ start: at, text }: Place): Reading => {
  const local = localBefore({ start: at, text })
  const span = stretchAt({ regex: /[\p{L}\p{N}.-]+/uy, start: at + 1, text })
  const address = `${local}@${span.slice(0, endWithout({ isLeft: isDot, text: span }))}`
  const end = at - local.length + address.length
  const goesOn = /[@_%+]/u.test(text[at + 1 + span.length] ?? '')

  return isEmail(address) && !goesOn
    ? { end, link: { end, start: at - local.length, text: address, url: `mailto:${address}` } }
    : { end: at + 1 }
}

/** What stands before an @, as far back as a blank or an opening mark; quotation marks left out. */
const localBefore = ({ start, text }: Place): string => {
  let from = start

  while (
    from > 0 &&
    start - from <= longestLocal + 2 &&
    !/[\s([{<>"“‘«„:;,|@]/u.test(text[from - 1] ?? '')
  ) {
    from -= 1
  }
  // Behind another @ it is the rest of something that is no address.
  return text[from - 1] === '@' ? '' : text.slice(from, start).replace(/^['*]+/u, '')
}

const labelledAt = ({ start, text }: Place): Reading => {
  const opening = stretchAt({ regex: /\[[^[\]]+\]\(/uy, start, text })
  const from = start + opening.length
  const rest = opening === '' ? '' : stretchAt({ regex: /[^\s<>[\]"]+/uy, start: from, text })
  const length = closingIndex(rest)
  const url = targetOf(rest.slice(0, Math.max(length, 0)))
  const end = from + length + 1

  return url === undefined || text[start - 1] === '!'
    ? { end: start + 1 }
    : { end, link: { end, start, text: opening.slice(1, -2), url } }
}

const stretchAt = ({ regex, start, text }: Place & { regex: RegExp }): string => {
  regex.lastIndex = start
  return regex.exec(text)?.[0] ?? ''
}

/** The index of the parenthesis that closes more than the text opens, or -1. */
const closingIndex = (text: string): number => {
  let depth = 0

  for (let index = 0; index < text.length; index += 1) {
    depth += text[index] === '(' ? 1 : text[index] === ')' ? -1 : 0
    if (depth < 0) {
      return index
    }
  }
  return -1
}

const targetOf = (target: string): string | undefined => {
  const [, address] = /^mailto:([^?]+)/iu.exec(target) ?? []

  return address === undefined ? webUrlOf(target) : isEmail(address) ? target : undefined
}

/** Leaves out the marks of the sentence around an address, and a parenthesis it does not open. */
const withoutPunctuation = (text: string): string => {
  let surplus = text.split(')').length - text.split('(').length

  const isLeft = (character: string) => {
    const isSurplus = character === ')' && surplus > 0

    surplus -= isSurplus ? 1 : 0
    return isSurplus || /[.,;:!?*_~…–—、。，；：！？]/u.test(character)
  }

  return text.slice(0, endWithout({ isLeft, text }))
}

const isDot = (character: string): boolean => character === '.'

/** Where a text ends without the last characters that are left out. */
const endWithout = ({
  isLeft,
  text,
}: {
  isLeft: (character: string) => boolean
  text: string
}): number => {
  let end = text.length

  while (end > 0 && isLeft(text[end - 1] ?? '')) {
    end -= 1
  }
  return end
}

const webUrlOf = (text: string): string | undefined => {
  const [, scheme = '', host = ''] =
    /^(https?:\/\/)?([^/?#:]+)(?::\d{1,5})?(?:[/?#]|$)/iu.exec(text) ?? []
  const isNamed = scheme !== '' || /^www\.[^.]+\./iu.test(host)
  const url = scheme === '' ? `https://${text}` : text

  // At a hyphen the address may have been torn by the end of a line.
  return isNamed && isHost(host) && !text.endsWith('-') && URL.canParse(url) ? url : undefined
}

const isEmail = (text: string): boolean => {
  const [local = '', host = '', ...rest] = text.split('@', 3)

  return (
    rest.length === 0 &&
    local.length <= longestLocal &&
    local.split('.').every((part) => /^[\w+-]+$/u.test(part)) &&
    isHost(host)
  )
}

/** A host with a top-level name: one in mixed case is the word of a next sentence. */
const isHost = (text: string): boolean => {
  const labels = text.length <= longestHost ? text.split('.') : []

  return (
    labels.length > 1 &&
    labels.every((label) => /^(?!-)[\p{L}\p{N}-]+$/u.test(label) && !label.endsWith('-')) &&
    /^(?:\p{Ll}{2,}|\p{Lu}{2,}|\p{Lo}{2,}|xn--[a-z\d-]+)$/u.test(labels.at(-1) ?? '')
  )
}
