'use client'
import { memo, useState } from 'react'

import type { NoticeWindow } from '../../operations/noticeWindow.js'
import type { VersionRedline } from '../../operations/versionRedline.js'
import type { Warning } from '../../domain/warning.js'
import type { MaterialitySign } from '../../domain/materiality/materialitySigns.js'
import type { RedlineBlock } from '../../domain/redline/redline.js'

import { ChangedSentence } from '../ChangedSentence/index.js'
import { Unsaid } from '../VersionWorkflow/Advice.js'
import { languagesWithoutSummary } from '../VersionWorkflow/consequenceWords.js'
import { isDoubt } from '../VersionWorkflow/Doubts.js'
import { useTopics } from '../useTopics.js'
import { useWords } from '../useWords.js'
import { keyOfWarning, WarningMessage } from '../WarningMessage.js'

type OnShow = (place: { block: number; locale: string }) => void

/** Which changed sentences may be material, what the version says of that, and why. */
export const Signs = memo(function Signs({
  onShow,
  redlines,
}: {
  onShow: OnShow
  redlines: readonly VersionRedline[]
}) {
  const { list, word } = useWords()
  const topicName = useTopics()
  const signs = redlines.flatMap((redline) => redline.signs)
  const sentences = [...groupedBy(signs, keyOf).values()]
  const topics = [...groupedBy(signs, ({ topic }) => topic)]
  const isShort = sentences.length <= mostOpen
  const [isOpened, setIsOpened] = useState<boolean>()
  const to = redlines[0]?.to

  return (
    <section aria-labelledby="policy-review-signs" className="policy-review__panel">
      <h2 id="policy-review-signs">{word('reviewDoubts')}</h2>
      {to?.materialChange && <p>{word('reviewDoubtsMaterial')}</p>}
      {signs.length === 0 ? (
        <p>{word('reviewDoubtsNone')}</p>
      ) : (
        <>
          <p>
            {word(to?.materialChange ? 'reviewDoubtsTouches' : 'reviewDoubtsNotMaterial')}{' '}
            {list(topics.map(([topic, of]) => `${topicName(topic)} (${of.length})`))}
          </p>
          <details
            onToggle={(event) => setIsOpened(event.currentTarget.open)}
            open={isOpened ?? isShort}
          >
            <summary>{word('reviewDoubtsSentences', { count: String(sentences.length) })}</summary>
            <ul>
              {((isOpened ?? isShort) ? sentences : []).map((of) => (
                <SignedSentence
                  hasLanguage={redlines.length > 1}
                  key={keyOf(of[0]!)}
                  onShow={onShow}
                  signs={of}
                />
              ))}
            </ul>
          </details>
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
})

/** How many sentences are shown at once; more are folded, so that the text is not far. */
const mostOpen = 8

const groupedBy = <T,>(items: readonly T[], key: (item: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>()

  for (const item of items) {
    groups.set(key(item), [...(groups.get(key(item)) ?? []), item])
  }
  return groups
}

const keyOf = ({ block, language, sentence }: MaterialitySign): string =>
  [language, block, sentence.before, sentence.after].join('\n')

/** A sentence that may be material, with each topic that it touches and the words that say so. */
const SignedSentence = ({
  hasLanguage,
  onShow,
  signs,
}: {
  hasLanguage: boolean
  onShow: OnShow
  signs: readonly MaterialitySign[]
}) => {
  const { languages, list, word } = useWords()
  const topicName = useTopics()
  const { block, language, sentence } = signs[0]!

  return (
    <li>
      <button
        className="policy-review__to-place"
        onClick={() => block !== null && onShow({ block, locale: language })}
        type="button"
      >
        {hasLanguage && <span>{languages([language])}: </span>}
        <ChangedSentence locale={language} sentence={sentence} />
      </button>
      <ul className="policy-review__topics">
        {signs.map(({ topic, why }) => (
          <li key={topic}>
            <strong>{topicName(topic)}</strong>{' '}
            <span className="policy-review__note">
              {word(why.place === 'heading' ? 'reviewFoundInHeading' : 'reviewFound', {
                words: list(why.words),
              })}
            </span>
          </li>
        ))}
      </ul>
    </li>
  )
}

/** What else the version's people should look at; each leads to its words where they stand in the text. */
export const Advice = ({
  notices,
  onShow,
  redlines,
  warnings,
}: Pick<NoticeWindow, 'notices' | 'warnings'> & {
  onShow: OnShow
  redlines: readonly VersionRedline[]
}) => {
  const { word } = useWords()
  const shown = warnings.filter(
    (warning) => !isDoubt(warning) || warning.code === 'MATERIALITY_NOT_READ',
  )

  return (
    shown.length + languagesWithoutSummary({ notices }).length > 0 && (
      <section aria-labelledby="policy-review-advice" className="policy-review__panel">
        <h2 id="policy-review-advice">{word('advice')}</h2>
        <ul>
          <Unsaid notices={notices} />
          {shown.map((warning) => {
            const place = placeOf({ redlines, warning })

            return (
              <li key={keyOfWarning(warning)}>
                {warning.blocks && <strong>{word('warnings')}: </strong>}
                {place ? (
                  <button
                    className="policy-review__to-place"
                    onClick={() => onShow(place)}
                    type="button"
                  >
                    <WarningMessage warning={warning} />
                  </button>
                ) : (
                  <WarningMessage warning={warning} />
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
