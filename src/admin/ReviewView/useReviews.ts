'use client'
import { useEffect, useState } from 'react'

import type { Review } from '../../domain/approval.js'

export type KeptReview = Review & {
  comment: null | string
  createdAt: string
  id: number | string
}

/** Reviews, nothing yet, or that they could not be loaded: which is not that there are none. */
export type Reviews = 'failed' | KeptReview[] | undefined

/** The reviews at an address, asked for again with each step that the version takes. */
export const useReviews = ({ address, asOf }: { address: string; asOf: string }): Reviews => {
  const [reviews, setReviews] = useState<Reviews>()

  useEffect(() => {
    let isCurrent = true
    void reviewsAt(address).then((answer) => {
      if (isCurrent) {
        setReviews(answer)
      }
    })
    return () => {
      isCurrent = false
    }
  }, [address, asOf])

  return reviews
}

/** What an address answers; an error is no empty list. */
export const reviewsAt = async (address: string): Promise<Exclude<Reviews, undefined>> => {
  try {
    const response = await fetch(address, { cache: 'no-store', credentials: 'include' })
    const { docs } = (await response.json()) as { docs?: KeptReview[] }

    return response.ok && docs ? docs : 'failed'
  } catch {
    return 'failed'
  }
}
