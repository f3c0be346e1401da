import { type PublicRequest, type PublicRoute, publicRoutes } from './routes.js'

/** What an address asks for, below the API's own path; undefined for what is no public route. */
export const publicRequestOf = ({
  apiRoute,
  request: { headers, method, url },
  slugs,
}: {
  /** `/api` by default. */
  apiRoute: string
  request: Pick<PublicRequest, 'headers'> & Pick<Request, 'method' | 'url'>
  slugs: Record<PublicRoute['of'], string>
}): PublicRequest | undefined => {
  if (!URL.canParse(url)) {
    return undefined
  }
  const { origin, pathname, searchParams } = new URL(url)

  for (const route of publicRoutes) {
    const parts = partsOf({
      path: pathname,
      pattern: `${apiRoute}/${slugs[route.of]}${route.path}`,
    })
    if (parts) {
      return {
        headers,
        isHead: method === 'HEAD',
        origin,
        parts,
        query: searchParams,
        route,
        slugs,
      }
    }
  }
  return undefined
}

/** The named parts of a path, or undefined where it is another; what is no valid encoding is none. */
const partsOf = ({
  path,
  pattern,
}: {
  path: string
  pattern: string
}): Record<string, string> | undefined => {
  const wanted = pattern.split('/')
  const given = path.split('/')
  const parts: Record<string, string> = {}

  if (wanted.length !== given.length) {
    return undefined
  }
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? ''
    if (!part.startsWith(':')) {
      if (part !== value) {
        return undefined
      }
    } else if (value === '') {
      return undefined
    } else {
      try {
        parts[part.slice(1)] = decodeURIComponent(value)
      } catch {
        return undefined
      }
    }
  }
  return parts
}
