import type { PolicyError } from '../policyError.js'
import type { Asked } from './asked.js'

import { refusalPage } from '../rendering/refusalPage.js'
import { contentLanguage } from './headers.js'
import { preferredFormat } from './negotiation.js'
import { formats } from './routes.js'
import { headersOf } from './writeVersion.js'

/** What is refused as a page, for whoever prefers one where there are pages; else undefined. */
export const refusedPage = async ({
  asked: { delivery, request },
  error,
}: {
  asked: Asked
  error: PolicyError
}): Promise<undefined | { headers: Record<string, string>; text: string }> => {
  const hasPages = ['current', 'version', 'versions'].includes(request.route.name)

  if (!hasPages || preferredFormat(request.headers.get('accept')) !== 'html') {
    return undefined
  }
  const asks = request.query.get('locale')
  const { all, default: usual } = delivery.languages
  const page = delivery.pageWords(asks !== null && all.includes(asks) ? asks : usual)
  const { startsAt = null } = error.data as { startsAt?: null | string }

  return {
    headers: {
      ...contentLanguage(page.language),
      ...headersOf('html'),
      'Content-Type': formats.html,
      Vary: 'Accept',
    },
    text: refusalPage({
      ...page,
      message: error.message,
      startsAt,
      timeZone: startsAt === null ? undefined : await zoneOf({ delivery, request }),
    }),
  }
}

/** The policy's zone, in which its days are told. */
const zoneOf = async ({ delivery: { source }, request }: Asked): Promise<string | undefined> => {
  const { record } = await source.policy({
    slug: request.parts.slug ?? '',
    wanted: { closes: null, kind: 'in_force', opens: null },
  })

  return record.policy?.timeZone
}
