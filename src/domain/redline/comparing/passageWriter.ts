import type { PassageChange } from './comparePassages.js'
import type { Run } from './diffTokens.js'
import type { Passage } from '../reading/passage.js'
import type { ChangeKind, CosmeticReason } from '../redline.js'

import { changeKey } from './changeKey.js'
import { characterReason, leadReasons, markupReasons } from './cosmeticReasons.js'
import { type GapContext, judgeGap, type TokenSpan } from './judgeGap.js'
import { type LinkChange, segmentWriter } from './segmentWriter.js'
import { comparableUrl, type Token } from '../reading/tokens.js'

/** Writes down what became of a passage, from its start to its end. */
export const passageWriter = ({
  a,
  b,
  context,
}: {
  a: Passage
  b: Passage
  context: GapContext
}) => {
  const segments = segmentWriter()
  const reasons = new Set<CosmeticReason>(markupReasons({ a, b }))
  /** Of the substantial changes so far. */
  const keys: (null | string)[] = []
  const words = { deleted: 0, inserted: 0 }
  /** How far both texts are written. */
  const place = { a: 0, b: 0 }
  /** The kind of what was just replaced. */
  let justReplaced: ChangeKind | undefined

  const rest = (to: Place) => ({
    after: b.text.slice(place.b, to.b),
    before: a.text.slice(place.a, to.a),
  })
  const moveTo = (to: Place) => {
    place.a = to.a
    place.b = to.b
  }

  /** Writes blanks and marks between words, which say nothing. */
  const lead = (to: Place, link?: LinkChange) => {
    const { after, before } = rest(to)

    if (before === after) {
      segments.equal(before, link)
    } else if (justReplaced !== undefined && (before === '' || after === '')) {
      // At the edge of a text the blank belongs to the words that were inserted or deleted.
      segments.change({ after, before, kind: justReplaced })
    } else {
      segments.change({ after, before, kind: 'cosmetic' })
      leadReasons({ after, before }).forEach((reason) => reasons.add(reason))
    }
    justReplaced = undefined
    moveTo(to)
  }

  const replaced = (gap: { deleted: TokenSpan; inserted: TokenSpan }) => {
    const deleted = a.tokens.slice(gap.deleted.from, gap.deleted.to)
    const inserted = b.tokens.slice(gap.inserted.from, gap.inserted.to)

    if (deleted.length === 0 && inserted.length === 0) {
      return
    }

    const start = { a: startAt(a, gap.deleted.from), b: startAt(b, gap.inserted.from) }
    const end = { a: deleted.at(-1)?.end ?? place.a, b: inserted.at(-1)?.end ?? place.b }
    const next = { a: startAt(a, gap.deleted.to), b: startAt(b, gap.inserted.to) }
    const leads = rest(start)
    const isOneSided = deleted.length === 0 || inserted.length === 0

    // The blank in front of the words stays; that behind them where it is the one that was there.
    if (leads.before === leads.after) {
      const behind = a.text.slice(end.a, next.a) === b.text.slice(end.b, next.b)

      if (!isOneSided || !behind) {
        lead(start)
      }
      if (isOneSided && !behind) {
        end.a = next.a
        end.b = next.b
      }
    }

    const { kind, reason } = judgeGap({ ...gap, a, b, context })

    segments.change({ ...rest(end), kind })
    if (reason !== null) {
      reasons.add(reason)
    }
    if (kind === 'substantial') {
      keys.push(changeKey({ deleted, inserted }))
      words.deleted += countWords(deleted)
      words.inserted += countWords(inserted)
    }
    justReplaced = kind
    moveTo(end)
  }

  const keptToken = ({ link: lastLink, one, other }: KeptToken): LinkChange | undefined => {
    const link = linkChange({ one, other })
    const goesOn = lastLink?.before === link?.before && lastLink?.after === link?.after

    lead({ a: one.start, b: other.start }, goesOn ? link : undefined)

    const { after, before } = rest({ a: one.end, b: other.end })

    if (before === after) {
      segments.equal(before, link)
    } else {
      segments.change({ after, before, kind: 'cosmetic' })
      reasons.add(characterReason({ after, before, isAddress: one.address !== null }))
    }
    if (one.format !== other.format) {
      reasons.add('formatting')
    }
    if (link !== undefined && !goesOn) {
      keys.push(`${link.before ?? ''} ⇒ ${link.after ?? ''}`)
    } else if (link === undefined && one.url !== other.url) {
      reasons.add('link_text')
    }
    moveTo({ a: one.end, b: other.end })
    return link
  }

  /** Writes words that stand in both texts, all at once where they are the same to the last character. */
  const kept = (run: Run) => {
    const end = {
      a: a.tokens[run.a + run.length - 1]!.end,
      b: b.tokens[run.b + run.length - 1]!.end,
    }
    let link: LinkChange | undefined

    lead({ a: a.tokens[run.a]!.start, b: b.tokens[run.b]!.start })

    const { after, before } = rest(end)

    if (a.isPlain && b.isPlain && before === after) {
      segments.equal(before)
      moveTo(end)
      return
    }
    for (let step = 0; step < run.length; step += 1) {
      link = keptToken({ link, one: a.tokens[run.a + step]!, other: b.tokens[run.b + step]! })
    }
  }

  const end = (): PassageChange => {
    const to = { a: a.text.length, b: b.text.length }

    justReplaced = undefined
    if (areOpposed({ a, b })) {
      segments.change({ ...rest(to), kind: 'substantial' })
      keys.push(null)
    } else {
      lead(to)
    }
    return {
      key: keys.includes(null) ? null : keys.join('; '),
      kind: keys.length > 0 ? 'substantial' : reasons.size > 0 ? 'cosmetic' : null,
      reasons: [...reasons].sort(),
      segments: segments.segments(),
      wordsDeleted: words.deleted,
      wordsInserted: words.inserted,
    }
  }

  // The marks in front of the words, apart from what was replaced behind them.
  lead({ a: startAt(a, 0), b: startAt(b, 0) })

  return { end, kept, replaced }
}

/** A place in both texts, in characters. */
type Place = { a: number; b: number }

/** Where a token starts; the end of the text where there is none. */
const startAt = ({ text, tokens }: Passage, index: number): number =>
  tokens[index]?.start ?? text.length

type KeptToken = { link: LinkChange | undefined; one: Token; other: Token }

const countWords = (tokens: readonly Token[]): number =>
  tokens.filter(({ word }) => word.isWord).length

const linkChange = ({ one, other }: { one: Token; other: Token }): LinkChange | undefined =>
  (one.url && comparableUrl(one.url)) === (other.url && comparableUrl(other.url))
    ? undefined
    : { after: other.url, before: one.url }

/** Items may lose the "or" between them, as the list shows it; it must not become an "and". */
const areOpposed = ({ a, b }: { a: Passage; b: Passage }): boolean =>
  a.conjunction !== b.conjunction &&
  a.listConjunction !== '' &&
  b.listConjunction !== '' &&
  a.listConjunction !== b.listConjunction
