'use client'
import { useEffect, useMemo, useState } from 'react'

import type { Redline as RedlineData, RedlineBlock } from '../../domain/redline/redline.js'

import { languageTag } from '../../domain/languageTag.js'
import { useWords } from '../useWords.js'
import { Block, blockId, type Layout } from './Block.js'
import { type Row, rowsOf } from './rows.js'
import { Words } from './Words.js'

/** How a redline is read at the moment. */
export type Reading = {
  isCosmeticShown: boolean
  layout: Layout
  /** A block that somebody asked to see, which opens what it is folded in; another object each time. */
  revealed: undefined | { id: string }
}

/** The redline of one language. */
export const Redline = ({
  locale,
  reading,
  redline: { sections, title },
}: {
  locale: string
  reading: Reading
  redline: RedlineData
}) => {
  const { word } = useWords()
  const { isCosmeticShown } = reading
  // The same rows as long as nothing about them changes, so that a fold stays as it is.
  const rows = useMemo(() => rowsOf({ isCosmeticShown, sections }), [isCosmeticShown, sections])

  return (
    <div className={`policy-review__redline policy-review__redline--${reading.layout}`}>
      {title.kind !== null && (title.kind === 'substantial' || isCosmeticShown) && (
        <div
          className="policy-review__block policy-review__block--substantial"
          data-change=""
          tabIndex={-1}
        >
          <p dir="auto" lang={languageTag(locale)}>
            <bdi>{word('title')}:</bdi>{' '}
            <Words isCosmeticShown={isCosmeticShown} segments={title.segments} side="both" />
          </p>
        </div>
      )}
      {rows.map((row) => (
        <RowView key={keyOf(row)} locale={locale} reading={reading} row={row} />
      ))}
    </div>
  )
}

const keyOf = (row: Row): string =>
  row.type === 'block' ? `b${row.block.id}` : `${row.type}${row.blocks[0]!.id}`

const RowView = ({ locale, reading, row }: { locale: string; reading: Reading; row: Row }) => {
  const { word } = useWords()
  const { isCosmeticShown, layout } = reading

  switch (row.type) {
    case 'block':
      return <Block {...{ isCosmeticShown, layout, locale }} block={row.block} />
    case 'fold':
      return (
        <Fold
          blocks={row.blocks}
          locale={locale}
          reading={reading}
          summary={
            word(row.cosmetic > 0 ? 'redlineFoldCosmetic' : 'redlineFold', {
              cosmetic: String(row.cosmetic),
              count: String(row.blocks.length - row.cosmetic),
            }) + placesOf(row.blocks)
          }
        />
      )
    case 'moved':
      return <Moved blocks={row.blocks} locale={locale} reading={reading} />
  }
}

/** What moved and kept its words, folded; or the place that it left. */
const Moved = ({
  blocks,
  locale,
  reading,
}: {
  blocks: RedlineBlock[]
  locale: string
  reading: Reading
}) => {
  const { word } = useWords()
  const { id, moved, status } = blocks[0]!
  const section = moved?.section ?? word('redlineNoSection')

  return status === 'moved_away' ? (
    <p
      className="policy-review__moved policy-review__block"
      data-change=""
      id={blockId({ block: id, locale })}
      tabIndex={-1}
    >
      ↕ {word('redlineMovedTo', { section })}
    </p>
  ) : (
    <Fold
      blocks={blocks}
      isChange
      locale={locale}
      reading={reading}
      summary={`↕ ${word('redlineMovedFromWhole', { count: String(blocks.length), section })}`}
    />
  )
}

/** Blocks behind a line that says what they are; not written before somebody opens it, as they are many. */
const Fold = ({
  blocks,
  isChange = false,
  locale,
  reading,
  summary,
}: {
  blocks: RedlineBlock[]
  isChange?: boolean
  locale: string
  reading: Reading
  summary: string
}) => {
  const [isOpened, setIsOpened] = useState(false)
  const { revealed } = reading

  useEffect(() => {
    if (revealed && blocks.some(({ id }) => blockId({ block: id, locale }) === revealed.id)) {
      setIsOpened(true)
    }
  }, [blocks, locale, revealed])

  return (
    <details
      className="policy-review__fold"
      data-change={isChange ? '' : undefined}
      onToggle={(event) => setIsOpened(event.currentTarget.open)}
      open={isOpened}
      tabIndex={isChange ? -1 : undefined}
    >
      <summary>{summary}</summary>
      {isOpened &&
        blocks.map((block) => (
          <Block
            block={isChange ? { ...block, moved: null } : block}
            isCosmeticShown={reading.isCosmeticShown}
            key={block.id}
            layout={reading.layout}
            locale={locale}
          />
        ))}
    </details>
  )
}

/** The headings in a fold, so that one need not open it to know what it is. */
const placesOf = (blocks: readonly RedlineBlock[]): string => {
  const headings = blocks
    .filter(({ type }) => type === 'heading')
    .map(({ segments }) =>
      segments
        .filter(({ op }) => op !== 'delete')
        .map(({ text }) => text)
        .join(''),
    )
  const named = headings.slice(0, mostNamed).join(' · ')

  return headings.length === 0 ? '' : ` (${named}${headings.length > mostNamed ? ' …' : ''})`
}

const mostNamed = 3
