'use client'
import type { ReactNode } from 'react'

import type { NoticePreview } from '../../operations/noticePreview.js'
import type { NoticeWindow } from '../../operations/noticeWindow.js'
import type { Say } from '../say.js'
import type { Action } from './actions.js'

import { homepage } from '../../domain/channels.js'
import { useWords } from '../useWords.js'
import { keyOfWarning, WarningMessage } from '../WarningMessage.js'
import { Advice } from './Advice.js'
import { datesOf, shorteningOf, whyNoNotice } from './consequenceWords.js'
import { Doubts } from './Doubts.js'
import { Notice } from './Notice.js'
import { whatToDo } from './statusLine.js'

/**
 * What a step brings about: the dates, the notice as readers will see it, who is told, and what is
 * sealed; of a publication that would be refused, the reasons alone.
 */
export const Consequences = ({
  action,
  isRefused,
  window,
}: {
  action: Action
  /** True once the step was refused, which says itself what stood against it. */
  isRefused: boolean
  window: NoticeWindow
}) => {
  const say = useWords()
  const blocking = window.warnings.filter(({ blocks }) => blocks)

  if (action === 'publish' && blocking.length > 0) {
    return isRefused && blocking.length === 1 ? (
      <WhatToDo window={window} />
    ) : (
      <Refused window={window} />
    )
  }

  if (action === 'request-changes') {
    return (
      <>
        <Refused window={window} />
        {window.authors.length > 0 && (
          <Part heading={say.word('dialogTold')}>
            <p>{say.word('dialogToldAuthors', { names: window.authors.join(', ') })}</p>
          </Part>
        )}
      </>
    )
  }

  // What will not come about is not shown as if it did.
  if (action !== 'withdraw' && !window.isDateLawful) {
    return (
      <>
        <Refused window={window} />
        <ToLookAt window={window} />
      </>
    )
  }

  const isNow = action === 'publish' || action === 'withdraw'

  return (
    <>
      <Refused window={window} />
      {action !== 'withdraw' && (
        <>
          <ToLookAt window={window} />
          <Shortening window={window} />
        </>
      )}
      {!window.isImport && (
        <>
          <Part heading={say.word(isNow ? 'dialogDates' : 'dialogIfPublishedNow')}>
            <Pairs pairs={datesOf({ action, say, window })} />
          </Part>
          <Part heading={say.word('dialogNotices')}>
            {window.notices.length === 0 && <p>{whyNoNotice({ say, window })}</p>}
            {window.notices.map((notice) => (
              <Notice
                key={`${notice.kind} ${notice.label}`}
                notice={notice}
                timeZone={window.timeZone}
              />
            ))}
          </Part>
          {window.notices.length > 0 && (
            <Part heading={say.word(isNow ? 'dialogTold' : 'dialogToldAtPublication')}>
              <ul>
                {[...new Set(window.notices.flatMap((notice) => toldBy({ notice, say })))].map(
                  (told) => (
                    <li key={told}>{told}</li>
                  ),
                )}
              </ul>
            </Part>
          )}
        </>
      )}
      {action === 'publish' && (
        <Part heading={say.word('dialogSealed')}>
          <p>{say.word('dialogSealedWhat', { languages: say.languages(window.languages) })}</p>
          <p>
            <code>{window.fingerprint}</code>
          </p>
        </Part>
      )}
    </>
  )
}

/** What would stand against the publication, if it were tried now. */
const Refused = ({ window }: { window: NoticeWindow }) => {
  const say = useWords()
  const blocking = window.warnings.filter(({ blocks }) => blocks)

  return (
    blocking.length > 0 && (
      <div className="policy-workflow__warnings">
        <p>{say.word('dialogRefused')}</p>
        <ul>
          {blocking.map((warning) => (
            <li key={keyOfWarning(warning)}>
              <WarningMessage warning={warning} />
            </li>
          ))}
        </ul>
        <WhatToDo window={window} />
      </div>
    )
  )
}

/** What is known about the version and blocks nothing; that a notice says nothing stands below the notice itself. */
const ToLookAt = ({ window: { warnings } }: { window: NoticeWindow }) => (
  <>
    <Doubts warnings={warnings} />
    <Advice notices={[]} warnings={warnings} />
  </>
)

/** Why the notice is shorter than was promised, and by how much. */
const Shortening = ({ window }: { window: NoticeWindow }) => {
  const say = useWords()
  const shortening = shorteningOf({ say, window })

  return (
    shortening.length > 0 && (
      <Part heading={say.word('exception')}>
        <Pairs pairs={shortening} />
      </Part>
    )
  )
}

const Pairs = ({ pairs }: { pairs: [name: string, value: string][] }) => (
  <dl className="policy-dialog__dates">
    {pairs.map(([name, value]) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
)

/** Which day would be lawful, and who has to choose it, where it is the date that stands against it. */
const WhatToDo = ({
  window: { earliestEffectiveAt, isDateLawful, timeZone },
}: {
  window: NoticeWindow
}) => {
  const say = useWords()

  return (
    !isDateLawful &&
    earliestEffectiveAt && <p>{whatToDo({ earliestEffectiveAt, say, timeZone })}</p>
  )
}

const Part = ({ children, heading }: { children: ReactNode; heading: string }) => (
  <section className="policy-dialog__part">
    <h3>{heading}</h3>
    {children}
  </section>
)

/** Through which channels a notice goes, and who sees to it. */
const toldBy = ({ notice, say }: { notice: NoticePreview; say: Say }): string[] =>
  notice.channels.map(({ hasDriver, name }) =>
    name === homepage
      ? say.word('dialogToldHomepage')
      : `${name}: ${say.word(hasDriver ? 'dialogToldByDriver' : 'dialogToldByPerson')}`,
  )
