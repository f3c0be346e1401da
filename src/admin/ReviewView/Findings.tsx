'use client'
import type { VersionRedline } from '../../operations/versionRedline.js'
import type { Warning } from '../../domain/warning.js'
import type { RedlineBlock } from '../../domain/redline/redline.js'

import { isDoubt } from '../VersionWorkflow/Doubts.js'
import { useTopics } from './useTopics.js'
import { useWords } from '../useWords.js'

type OnShow = (place: { block: number; locale: string }) => void

/** Which changed sentences may be material, what the version says of that, and why. */
export const Signs = ({
  onShow,
  redlines,
}: {
  onShow: OnShow
  redlines: readonly VersionRedline[]
}) => {
  const { word } = useWords()
  const topicName = useTopics()
  const signs = redlines.flatMap((redline) => redline.signs)
  const topics = [...new Set(signs.map(({ topic }) => topic))]
  const [{ to } = { to: undefined }] = redlines
  const isMany = redlines.length > 1

  return (
    <section aria-labelledby="policy-review-signs" className="policy-review__panel">
      <h2 id="policy-review-signs">{word('reviewDoubts')}</h2>
      {to?.materialChange && <p>{word('reviewDoubtsMaterial')}</p>}
      {signs.length === 0 ? (
        <p>{word('reviewDoubtsNone')}</p>
      ) : (
        <>
          <p>{word(to?.materialChange ? 'reviewDoubtsTouches' : 'reviewDoubtsNotMaterial')}</p>
          {topics.map((topic) => {
            const touching = signs.filter((sign) => sign.topic === topic)

            return (
              <details className="policy-review__topic" key={topic} open={touching.length <= 3}>
                <summary>
                  {topicName(topic)} ({touching.length})
                </summary>
                <ul>
                  {touching.map(({ block, language, sentence: { after, before }, why }, index) => (
                    <li key={index}>
                      <button
                        className="policy-review__to-place"
                        onClick={() => block !== null && onShow({ block, locale: language })}
                        type="button"
                      >
                        {isMany && <span>{language}: </span>}
                        {before !== null && <Sentence op="delete">{before}</Sentence>}{' '}
                        {after !== null && <Sentence op="insert">{after}</Sentence>}
                      </button>
                      <span className="policy-review__note">
                        {word(why.place === 'heading' ? 'reviewFoundInHeading' : 'reviewFound', {
                          words: why.words.join(', '),
                        })}
                      </span>
                    </li>
                  ))}
                </ul>
              </details>
            )
          })}
        </>
      )}
      {to?.materialityReason ? (
        <p>
          <strong>{word('reviewDoubtsReason', { reason: to.materialityReason })}</strong>
        </p>
      ) : (
        to &&
        !to.materialChange &&
        signs.length > 0 && (
          <p>
            <strong>{word('reviewDoubtsNoReason')}</strong>
          </p>
        )
      )}
      <p className="policy-review__note">{word('reviewDoubtsUnread')}</p>
    </section>
  )
}

/** What else the version's people should look at; each leads to its words where they stand in the text. */
export const Advice = ({
  onShow,
  redlines,
  warnings,
}: {
  onShow: OnShow
  redlines: readonly VersionRedline[]
  warnings: readonly Warning[]
}) => {
  const { word } = useWords()
  const shown = warnings.filter(
    (warning) => !isDoubt(warning) || warning.code === 'MATERIALITY_NOT_READ',
  )

  return (
    shown.length > 0 && (
      <section aria-labelledby="policy-review-advice" className="policy-review__panel">
        <h2 id="policy-review-advice">{word('advice')}</h2>
        <ul>
          {shown.map((warning) => {
            const place = placeOf({ redlines, warning })

            return (
              <li key={warning.message}>
                {warning.blocks && <strong>{word('warnings')}: </strong>}
                {place ? (
                  <button
                    className="policy-review__to-place"
                    onClick={() => onShow(place)}
                    type="button"
                  >
                    {warning.message}
                  </button>
                ) : (
                  warning.message
                )}{' '}
                {warning.acknowledged !== undefined && !isDoubt(warning) && (
                  <em>{word('acknowledged', { reason: warning.acknowledged })}</em>
                )}
              </li>
            )
          })}
        </ul>
      </section>
    )
  )
}

const Sentence = ({ children, op }: { children: string; op: 'delete' | 'insert' }) => {
  const { word } = useWords()
  const Mark = op === 'insert' ? 'ins' : 'del'

  return (
    <Mark className="policy-review__substantial">
      <span className="policy-review__spoken">
        {word(op === 'insert' ? 'redlineInserted' : 'redlineDeleted')}{' '}
      </span>
      {children}
    </Mark>
  )
}

/** The block of the new text that has the words which a warning quotes. */
const placeOf = ({
  redlines,
  warning: { excerpt, locale },
}: {
  redlines: readonly VersionRedline[]
  warning: Warning
}): { block: number; locale: string } | undefined => {
  if (typeof excerpt !== 'string' || typeof locale !== 'string') {
    return undefined
  }
  const words = plain(excerpt.replace(/…$/u, ''))
  const found = redlines
    .find((redline) => redline.locale === locale)
    ?.redline?.sections.flatMap(({ blocks, heading }) => (heading ? [heading, ...blocks] : blocks))
    .find((block) => plain(newText(block)).includes(words))

  return found && { block: found.id, locale }
}

const newText = ({ segments }: RedlineBlock): string =>
  segments.map(({ op, text }) => (op === 'delete' ? '' : text)).join('')

const plain = (text: string): string => text.replace(/\s+/gu, ' ').trim()
