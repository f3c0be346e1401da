'use client'
import type { MaterialitySign } from '../../domain/materiality/materialitySigns.js'
import type { Warning } from '../../domain/warning.js'

import { ChangedSentence } from '../ChangedSentence/index.js'
import { useTopics } from '../useTopics.js'
import { useWords } from '../useWords.js'
import { keyOfWarning, WarningMessage } from '../WarningMessage.js'

/** True for a warning about what a version says of its own materiality. */
export const isDoubt = ({ code }: Warning): boolean =>
  code === 'MATERIALITY_IN_DOUBT' || code === 'MATERIALITY_NOT_READ'

/** What such a warning says beside its message. */
type Doubt = Warning & {
  /** The version that the text is compared with. */
  against?: { label: string }
  count?: number
  locale?: string
  sentences?: MaterialitySign['sentence'][]
  topic?: string
}

/** What stands against the word that a change is not material, and why it is not, where somebody said so. */
export const Doubts = ({ warnings }: { warnings: Warning[] }) => {
  const { languages, list, word } = useWords()
  const topicName = useTopics()
  const doubts: Doubt[] = warnings.filter(isDoubt)
  const hasLanguages = new Set(doubts.map(({ locale }) => locale)).size > 1
  const labels = [...new Set(doubts.flatMap(({ against }) => (against ? [against.label] : [])))]
  const reason = doubts.find(({ acknowledged }) => acknowledged !== undefined)?.acknowledged

  return (
    doubts.length > 0 && (
      <div className="policy-workflow__advice">
        <p>{word('doubtsSince', { labels: list(labels) })}</p>
        <ul>
          {doubts.map((doubt) => {
            const { count = 0, locale, sentences: [first] = [], topic } = doubt

            return (
              <li key={keyOfWarning(doubt)}>
                {topic === undefined || !first ? (
                  <WarningMessage warning={doubt} />
                ) : (
                  <>
                    <strong>{topicName(topic)}</strong>
                    {hasLanguages && locale && ` (${languages([locale])})`}
                    {': '}
                    <ChangedSentence locale={locale} sentence={first} />
                    {count > 1 && ` ${word('reviewDoubtsMore', { count: String(count - 1) })}`}
                  </>
                )}
              </li>
            )
          })}
        </ul>
        <p>
          {reason === undefined
            ? word('reviewDoubtsAsk', { field: word('materialityReason') })
            : word('reviewDoubtsReason', { reason })}
        </p>
      </div>
    )
  )
}
