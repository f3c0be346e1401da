/** A text and what its bytes were read as. */
export type DecodedText = {
  /** True where the bytes are no UTF-8 and nothing says what else they are: then it was taken for Windows-1252. */
  isGuessed: boolean
  text: string
}

/** Reads the bytes of a text: UTF-8, or what a mark at its start or its HTML says, or else Windows-1252. */
export const decodeText = (bytes: Uint8Array): DecodedText => {
  const marked = decoderOf(markOf(bytes))

  if (marked) {
    return { isGuessed: false, text: decoded({ bytes, decoder: marked }) }
  }
  try {
    return { isGuessed: false, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    const named = decoderOf(namedIn(bytes))

    return {
      isGuessed: named === undefined,
      text: decoded({ bytes, decoder: named ?? new TextDecoder('windows-1252') }),
    }
  }
}

/** Some versions of Node read Windows-1252 as Latin-1, which has no quotation marks. */
const decoded = ({ bytes, decoder }: { bytes: Uint8Array; decoder: TextDecoder }): string => {
  const text = decoder.decode(bytes)

  return decoder.encoding === 'windows-1252'
    ? text.replace(/[\u0080-\u009f]/gu, (sign) => windowsSigns.charAt(sign.charCodeAt(0) - 0x80))
    : text
}

/** What Windows-1252 has from 0x80 to 0x9F; five places are free. */
const windowsSigns = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** The two bytes at the start of a text in UTF-16. */
const markOf = ([first, second]: Uint8Array): string | undefined =>
  first === 0xff && second === 0xfe
    ? 'utf-16le'
    : first === 0xfe && second === 0xff
      ? 'utf-16be'
      : undefined

/** The encoding that a page of HTML names in its head. */
const namedIn = (bytes: Uint8Array): string | undefined => {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 2048))
  const [, name] = /<meta\s[^>]{0,200}?charset\s*=\s*["']?([\w-]{2,40})/iu.exec(head) ?? []

  // What is no UTF-8 is not made so by saying it.
  return name !== undefined && /^utf-?8$/iu.test(name) ? undefined : name
}

const decoderOf = (name: string | undefined): TextDecoder | undefined => {
  try {
    return name === undefined ? undefined : new TextDecoder(name)
  } catch {
    return undefined
  }
}
