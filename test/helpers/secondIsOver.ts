import { expect, vi } from 'vitest'

/** `Last-Modified` has whole seconds: that of a publication comes when its second is over. Waits until every answer has it. */
export const secondIsOver = ({
  answers,
  publishedAt,
}: {
  answers: readonly (() => Promise<{ headers: Headers }>)[]
  publishedAt: unknown
}): Promise<void> =>
  vi.waitFor(async () => {
    for (const answer of answers) {
      const { headers } = await answer()
      expect(Date.parse(headers.get('last-modified')!)).toBeGreaterThan(
        Date.parse(String(publishedAt)),
      )
    }
  }, 5_000)
