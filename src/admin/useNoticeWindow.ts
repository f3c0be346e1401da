'use client'
import { useConfig, useDocumentInfo } from '@payloadcms/ui'
import { useCallback, useEffect, useRef, useState } from 'react'

import type { NoticeWindow } from '../operations/noticeWindow.js'

import { nothingShown, shownAfter, type ShownWindow } from './shownWindow.js'

/** The dry run of the document's publication, asked again whenever the document changes. */
export const useNoticeWindow = ({
  slug,
}: {
  slug: string
}): {
  address: string | undefined
  /** True where the last answer did not come: what is shown may be out of date. */
  hasFailed: boolean
  /** Whether the answer was given about the document as it was saved last. */
  isCurrent: boolean
  /** Asks again by the clock; the answer about another text than the one on the screen is dropped. */
  recount: () => Promise<void>
  refresh: () => Promise<void>
  window: NoticeWindow | undefined
} => {
  const { id, data } = useDocumentInfo()
  const {
    config: {
      routes: { api },
      serverURL,
    },
  } = useConfig()
  const asked = useRef(0)
  const [{ about, hasFailed, window }, setShown] = useState<About>(nothingShown)
  const address = id === undefined ? undefined : `${serverURL}${api}/${slug}/${id}`
  const savedAt: unknown = data?.updatedAt

  const ask = useCallback(
    async ({ isRecount = false }: { isRecount?: boolean } = {}): Promise<void> => {
      if (address === undefined) {
        return
      }
      asked.current += 1
      const question = asked.current
      const answer = await windowAt(address)

      setShown(({ about, ...shown }) => {
        const next = shownAfter({ answer, isRecount, question, shown })
        return { ...next, about: isRecount || next.window === shown.window ? about : savedAt }
      })
    },
    [address, savedAt],
  )
  const recount = useCallback(() => ask({ isRecount: true }), [ask])
  const refresh = useCallback(() => ask(), [ask])

  useEffect(() => {
    void refresh()
  }, [refresh])

  return {
    address,
    hasFailed,
    isCurrent: window !== undefined && about === savedAt,
    recount,
    refresh,
    window,
  }
}

/** What is shown, and when the document that it is about was saved. */
type About = ShownWindow & { about?: unknown }

/** Undefined where the server cannot be reached, or refuses. */
const windowAt = async (address: string): Promise<NoticeWindow | undefined> => {
  try {
    const response = await fetch(`${address}/notice-window`, { credentials: 'include' })

    return response.ok ? ((await response.json()) as NoticeWindow) : undefined
  } catch {
    return undefined
  }
}
