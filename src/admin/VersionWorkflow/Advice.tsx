'use client'
import type { ReactNode } from 'react'

import type { NoticeWindow } from '../../operations/noticeWindow.js'
import type { Warning } from '../../domain/warning.js'

import { useWords } from '../useWords.js'
import { keyOfWarning, WarningMessage } from '../WarningMessage.js'
import { languagesWithoutSummary } from './consequenceWords.js'
import { isDoubt } from './Doubts.js'

/** What a person should look at and may let stand: warnings that block nothing, and a notice that does not say what changes. */
export const Advice = ({
  notices,
  renderBeside = () => null,
  warnings,
}: Pick<NoticeWindow, 'notices' | 'warnings'> & {
  /** What can be done about a warning. */
  renderBeside?: (warning: Warning) => ReactNode
}) => {
  const { word } = useWords()
  const advice = warnings.filter((warning) => !warning.blocks && !isDoubt(warning))
  const unsaid = languagesWithoutSummary({ notices })

  return (
    advice.length + unsaid.length > 0 && (
      <div className="policy-workflow__advice">
        <p>{word('advice')}</p>
        <ul>
          <Unsaid notices={notices} />
          {advice.map((warning) => (
            <li key={keyOfWarning(warning)}>
              <WarningMessage warning={warning} />{' '}
              {warning.acknowledged !== undefined && (
                <em>{word('acknowledged', { reason: warning.acknowledged })}</em>
              )}
              {renderBeside(warning)}
            </li>
          ))}
        </ul>
      </div>
    )
  )
}

/** Items of a list: the languages in which a notice does not say what changes. */
export const Unsaid = ({ notices }: Pick<NoticeWindow, 'notices'>) => {
  const { languages, word } = useWords()
  const unsaid = languagesWithoutSummary({ notices })
  const isNamed = notices.some(({ message }) => Object.keys(message).length > 1)

  return unsaid.length === 0 ? null : (
    <li>
      {isNamed && `${languages(unsaid)}: `}
      {word('dialogNoSummary', { field: word('changeSummary') })}
    </li>
  )
}
