'use client'
import { Button, Gutter, useConfig, useRouteTransition } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { memo, useCallback, useEffect, useRef, useState } from 'react'

import type { VersionRedline } from '../../operations/versionRedline.js'

import { Breadcrumbs } from '../Breadcrumbs.js'
import { useNoticeWindow } from '../useNoticeWindow.js'
import { useWords } from '../useWords.js'
import { WindowFailure } from '../WindowFailure.js'
import { Besides } from './Besides.js'
import { blockId, type Layout } from './Block.js'
import { Comments } from './Comments.js'
import { Counts } from './Counts.js'
import { Decision } from './Decision.js'
import { Advice, Signs } from './Findings.js'
import '../VersionWorkflow/index.css'
import './index.css'
import { Redline } from './Redline.js'
import { Toolbar } from './Toolbar.js'
import { show, useJumps } from './useJumps.js'
import { useReview } from './useReview.js'

/** The tab in which a reviewer reads what a version changes, and decides about exactly that. */
export const ReviewView = ({ slugs }: { slugs: { reviews: string; versions: string } }) => {
  const { word } = useWords()
  const { address, hasFailed, refresh, window } = useNoticeWindow({ slug: slugs.versions })
  const [against, setAgainst] = useState<string>()
  const [languages, setLanguages] = useState<string[]>()
  const [layout, setLayout] = useState<Layout>('inline')
  const [isCosmeticShown, setIsCosmeticShown] = useState(false)
  const [revealed, setRevealed] = useState<{ id: string }>()
  const { fingerprint, isLoading, message, redlines, reload } = useReview({
    address,
    against,
    languages,
  })
  const part = useRef<HTMLDivElement>(null)
  const { jump, onKeyDown, place } = useJumps(part)
  const router = useRouter()
  const { startRouteTransition } = useRouteTransition()
  const {
    config: {
      routes: { api },
      serverURL,
    },
  } = useConfig()
  const [first] = redlines

  useEffect(() => {
    const element = revealed && document.getElementById(revealed.id)
    if (element) {
      show(element)
    } else if (revealed) {
      // What it is folded in opens first.
      requestAnimationFrame(() => {
        const opened = document.getElementById(revealed.id)
        if (opened) {
          show(opened)
        }
      })
    }
  }, [revealed])

  const reveal = useCallback(
    ({ block, locale }: { block: number; locale: string }) =>
      setRevealed({ id: blockId({ block, locale }) }),
    [],
  )
  const taken = async () => {
    await Promise.all([refresh(), reload()])
    startRouteTransition(() => {
      router.refresh()
    })
  }

  return (
    <main className="policy-review" onKeyDown={onKeyDown}>
      <Breadcrumbs collection={slugs.versions} />
      <Gutter>
        {message !== undefined && (
          <p className="policy-workflow__refusal" role="alert">
            {word('reviewFailed', { message })}
          </p>
        )}
        {hasFailed && <WindowFailure isStale={window !== undefined} onRetry={refresh} />}
        {window && address !== undefined && first && (
          <Decision
            address={address}
            fingerprint={fingerprint}
            onReload={async () => {
              await Promise.all([reload(), refresh()])
            }}
            onTaken={taken}
            refresh={refresh}
            window={window}
          />
        )}
        {first && (
          <>
            <Toolbar
              languages={languages ?? first.locales}
              layout={layout}
              onAgainst={setAgainst}
              onLanguages={setLanguages}
              onLayout={setLayout}
              redline={first}
            />
            {first.follows?.state === 'upcoming' && (
              <p className="policy-review__note">
                {word('reviewFollows', { label: first.follows.label })}
              </p>
            )}
            {first.from === null ? (
              <p>{word('reviewFirst')}</p>
            ) : (
              <>
                <Signs onShow={reveal} redlines={redlines} />
                <Advice
                  notices={window?.state === null ? window.notices : []}
                  onShow={reveal}
                  redlines={redlines}
                  warnings={window?.warnings ?? []}
                />
                <div className="policy-review__jumps">
                  <Button
                    aria-label={word('reviewPrevious')}
                    buttonStyle="secondary"
                    margin={false}
                    onClick={() => jump(-1)}
                    size="small"
                  >
                    ↑
                  </Button>
                  <Button
                    aria-label={word('reviewNext')}
                    buttonStyle="secondary"
                    margin={false}
                    onClick={() => jump(1)}
                    size="small"
                  >
                    ↓
                  </Button>
                  <span aria-live="polite">
                    {place &&
                      word('reviewPlace', {
                        count: String(place.count),
                        place: String(place.index + 1),
                      })}
                  </span>
                  <span className="policy-review__note">{word('reviewShortcut')}</span>
                </div>
                <div aria-busy={isLoading} className="policy-review__texts" ref={part}>
                  {redlines.map((redline) => (
                    <Language
                      hasHeading={first.locales.length > 1}
                      isCosmeticShown={isCosmeticShown}
                      key={redline.locale}
                      layout={layout}
                      onCosmetic={setIsCosmeticShown}
                      redline={redline}
                      revealed={revealed}
                    />
                  ))}
                </div>
                <Besides besides={first.besides} locales={first.locales} slug={slugs.versions} />
              </>
            )}
            <Comments
              address={`${serverURL}${api}/${slugs.reviews}?depth=0&limit=0&sort=-createdAt&where[version][equals]=${first.to.id}`}
              asOf={JSON.stringify([window?.status, window?.approvals, window?.exception])}
              fingerprint={fingerprint}
              timeZone={window?.timeZone ?? 'UTC'}
            />
          </>
        )}
        {!first && isLoading && <p aria-live="polite">{word('reviewLoading')}</p>}
      </Gutter>
    </main>
  )
}

/** What changed in one language; written again only where that or its reading changes, as it is long. */
const Language = memo(function Language({
  hasHeading,
  isCosmeticShown,
  layout,
  onCosmetic,
  redline,
  revealed,
}: {
  hasHeading: boolean
  isCosmeticShown: boolean
  layout: Layout
  onCosmetic: (isShown: boolean) => void
  redline: VersionRedline
  revealed: undefined | { id: string }
}) {
  const { languages, word } = useWords()
  const { locale } = redline
  const name = languages([locale])

  return (
    <section aria-label={hasHeading ? name : word('body')} className="policy-review__language">
      {hasHeading && <h2>{name}</h2>}
      {redline.presence !== 'in_both' && (
        <p>{word(redline.presence === 'new' ? 'redlineWholeAdded' : 'redlineWholeRemoved')}</p>
      )}
      <Counts isCosmeticShown={isCosmeticShown} onCosmetic={onCosmetic} redline={redline} />
      {redline.redline && (
        <Redline
          locale={locale}
          reading={{ isCosmeticShown, layout, revealed }}
          redline={redline.redline}
        />
      )}
    </section>
  )
})
