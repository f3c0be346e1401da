import type { Asked } from './asked.js'

/**
 * Addresses with their host, for what is read away from where it was fetched: the configured one, or
 * that of the request where none is.
 */
export const absoluteAddresses = ({
  delivery: { addresses },
  request: { origin },
}: Asked): {
  /** Beside the policies, such as a feed of all. */
  ofAll: (path: string) => string
  ofPolicy: (args: { path: string; slug: string }) => string
} => {
  const ofPolicy = (args: { path: string; slug: string }) =>
    new URL(addresses.api(args), origin).href

  return {
    ofAll: (path) => new URL(`../${path}`, ofPolicy({ path: 'current', slug: 'policy' })).href,
    ofPolicy,
  }
}
