import type { PolicyError } from '../policyError.js'

import { type Asked, isText } from './asked.js'
import { refusalPage, type WhyRefused } from '../rendering/refusalPage.js'
import { contentLanguage } from './headers.js'
import { preferredFormat } from './negotiation.js'
import { formats } from './routes.js'
import { headersOf, pageAddress } from './writeVersion.js'

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
      why: await whyRefused({ asked: { delivery, request }, error, wanted: asks ?? usual }),
    }),
  }
}

const whyRefused = async ({
  asked,
  error: { data, status },
  wanted,
}: {
  asked: Asked
  error: PolicyError
  wanted: string
}): Promise<WhyRefused> => {
  const { available, startsAt } = data as {
    available?: readonly string[]
    startsAt?: null | string
  }

  if (available) {
    return {
      kind: 'no_text',
      links: available.map((locale) => ({
        href: addressWith({ asked, change: (query) => query.set('locale', locale) }),
        locale,
      })),
      wanted,
    }
  }
  if (status !== 404) {
    return { kind: 'not_understood' }
  }
  const { slug = '' } = asked.request.parts
  const present = isText(slug) ? await presentOf({ slug, ...asked }) : null

  // Of a policy that was never published nothing is told.
  if (present?.timeZone === undefined) {
    return { history: null, kind: 'not_there' }
  }
  if (startsAt === undefined) {
    const { addresses } = asked.delivery
    const history = pageAddress({ addresses, locale: wanted, path: 'versions', slug })

    return { history, kind: 'not_there' }
  }
  const hasStarted = startsAt !== null && new Date(startsAt) <= present.at

  return {
    current: hasStarted ? addressWith({ asked, change: (query) => query.delete('at') }) : null,
    kind: 'not_in_force',
    startsAt,
    timeZone: present.timeZone,
  }
}

/** The same address with something else in its query. */
const addressWith = ({
  asked: { request },
  change,
}: {
  asked: Asked
  change: (query: URLSearchParams) => void
}): string => {
  const query = new URLSearchParams(request.query)
  change(query)

  return `?${query}`
}

/** What time it is, and the policy's zone, in which its days are told, if it was ever published. */
const presentOf = async ({
  delivery: { source },
  slug,
}: Pick<Asked, 'delivery'> & { slug: string }): Promise<{
  at: Date
  timeZone: string | undefined
}> => {
  const { at, record } = await source.policy({
    slug,
    wanted: { closes: null, kind: 'in_force', opens: null },
  })

  return { at, timeZone: record.policy?.timeZone }
}
