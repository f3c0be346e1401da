'use client'
import type { NoticePreview } from '../../operations/noticePreview.js'

import { languageTag } from '../../domain/languageTag.js'
import { useWords } from '../useWords.js'

/** The words of a notice, in each language in its own direction. */
export const Notice = ({
  notice: { changeSummary, kind, label, message, visibleUntil },
  timeZone,
}: {
  notice: NoticePreview
  timeZone: string
}) => {
  const say = useWords()

  return (
    <>
      {Object.entries(message).map(([language, { after, before }]) => (
        <figure className="policy-dialog__notice" key={language}>
          <figcaption>
            {say.word(kind === 'withdrawal' ? 'dialogWithdrawalOf' : 'dialogNoticeOf', {
              label,
              language: say.languages([language]),
            })}
          </figcaption>
          <blockquote dir="auto" lang={languageTag(language)}>
            {before}
            {changeSummary[language] && <p>{changeSummary[language]}</p>}
          </blockquote>
          {kind === 'announcement' && !changeSummary[language] && (
            <p className="policy-dialog__missing">
              {say.word('dialogNoSummary', { field: say.word('changeSummary') })}
            </p>
          )}
          {after !== before && (
            <>
              <p>{say.word('dialogNoticeAfter')}</p>
              <blockquote dir="auto" lang={languageTag(language)}>
                {after}
              </blockquote>
            </>
          )}
        </figure>
      ))}
      <p className="policy-workflow__note">
        {say.word('dialogUntil')}: {say.deadline(visibleUntil, timeZone)}
      </p>
    </>
  )
}
