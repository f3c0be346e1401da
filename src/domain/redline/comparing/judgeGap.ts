import type { Passage } from '../reading/passage.js'
import type { ChangeKind, CosmeticReason } from '../redline.js'
import type { Token } from '../reading/tokens.js'

import { comparableUrl, isDash } from '../reading/tokens.js'

/** What must be known of two texts to judge a difference between two of their passages. */
export type GapContext = {
  /** Whether the passages are titles that name the same document. */
  areSameName: boolean
  /** Whether each text has any link at all; a text that was copied may have lost them. */
  hasLinks: { a: boolean; b: boolean }
}

/** Tokens in a row, the last one left out. */
export type TokenSpan = { from: number; to: number }

type Gap = {
  a: Passage
  b: Passage
  context: GapContext
  deleted: TokenSpan
  inserted: TokenSpan
}

/** Judges whether words that were replaced, inserted or deleted change what the text says. */
export const judgeGap = (gap: Gap): { kind: ChangeKind; reason: CosmeticReason | null } => {
  const reason = isHeadingCase(gap)
    ? 'case'
    : isHyphenation(gap)
      ? 'dashes'
      : isNamedAddress(gap)
        ? 'link_text'
        : gap.context.areSameName
          ? 'title'
          : null

  return { kind: reason === null ? 'substantial' : 'cosmetic', reason }
}

/** Capitals are a matter of style where the whole heading is written in them. */
const isHeadingCase = ({ a, b, deleted, inserted }: Gap): boolean =>
  a.type === 'heading' &&
  b.type === 'heading' &&
  lowerWords(a.tokens.slice(deleted.from, deleted.to)) ===
    lowerWords(b.tokens.slice(inserted.from, inserted.to))

/** "third-party" and "third party" are the same; "2-3" and "2 3" are not. */
const isHyphenation = ({ a, b, deleted, inserted }: Gap): boolean => {
  const [passage, span, other] =
    deleted.to > deleted.from ? [a, deleted, inserted] : [b, inserted, deleted]
  const token = passage.tokens[span.from]
  const before = passage.tokens[span.from - 1]
  const after = passage.tokens[span.to]

  return (
    span.to === span.from + 1 &&
    other.to === other.from &&
    token !== undefined &&
    isDash(token) &&
    before?.end === token.start &&
    after?.start === token.end &&
    [before, after].every(({ word }) => /^\p{L}+$/u.test(word.form))
  )
}

/** A name has no more words. */
const longestName = 8

/**
 * A web address that gave way to a name, in its very place: "visit https://…" and "visit Our
 * Partners". Only where the text with the name has lost its links, as it does when it is copied:
 * elsewhere the name would be a link to that address, or the address is gone.
 */
const isNamedAddress = ({ a, b, context: { hasLinks }, deleted, inserted }: Gap): boolean => {
  const before = a.tokens.slice(deleted.from, deleted.to)
  const after = b.tokens.slice(inserted.from, inserted.to)

  return (
    (isAddress(before) &&
      isName(after) &&
      isTarget({ address: before, hasLinks: hasLinks.b, name: after })) ||
    (isAddress(after) &&
      isName(before) &&
      isTarget({ address: after, hasLinks: hasLinks.a, name: before }))
  )
}

const isAddress = (tokens: readonly Token[]): boolean =>
  tokens.length === 1 && tokens[0]!.address === 'web'

const isName = (tokens: readonly Token[]): boolean =>
  tokens.length > 0 &&
  tokens.length <= longestName &&
  /^[\p{Lu}\p{Lo}]/u.test(tokens[0]!.word.form) &&
  tokens.every(({ address, word }) => word.isWord && address === null && !/\d/u.test(word.form))

const isTarget = ({
  address,
  hasLinks,
  name,
}: {
  address: readonly Token[]
  hasLinks: boolean
  name: readonly Token[]
}): boolean =>
  name.every(({ url }) => (url === null ? !hasLinks : comparableUrl(url) === address[0]!.word.form))

const lowerWords = (tokens: readonly Token[]): string =>
  tokens.map(({ word }) => word.lower).join(' ')
