'use client'
import { useConfig, useDocumentInfo } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'

import type { NoticeWindow } from '../operations/noticeWindow.js'

/** The dry run of the document's publication, asked again whenever the document changes. */
export const useNoticeWindow = ({
  slug,
}: {
  slug: string
}): {
  address: string | undefined
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
  const [answer, setAnswer] = useState<Answer>()
  const address = id === undefined ? undefined : `${serverURL}${api}/${slug}/${id}`
  const savedAt: unknown = data?.updatedAt

  const ask = useCallback(async (): Promise<NoticeWindow | undefined> => {
    if (address === undefined) {
      return undefined
    }
    const response = await fetch(`${address}/notice-window`, { credentials: 'include' })
    return response.ok ? ((await response.json()) as NoticeWindow) : undefined
  }, [address])
  const refresh = useCallback(async () => {
    setAnswer({ savedAt, window: await ask() })
  }, [ask, savedAt])
  const recount = useCallback(async () => {
    const window = await ask()
    setAnswer((shown) =>
      shown && window && window.fingerprint === shown.window?.fingerprint
        ? { ...shown, window }
        : shown,
    )
  }, [ask])

  useEffect(() => {
    // Without an answer the panel stays as it was; the server refuses what is unlawful anyway.
    refresh().catch(() => undefined)
  }, [refresh])

  return {
    address,
    isCurrent: answer !== undefined && answer.savedAt === savedAt,
    recount,
    refresh,
    window: answer?.window,
  }
}

type Answer = { savedAt: unknown; window: NoticeWindow | undefined }
