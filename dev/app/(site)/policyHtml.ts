/** A policy's HTML, as its opening heading and the rest: a page has one main heading, not two. */
export const inParts = (html: string): { heading: null | string; rest: string } => {
  const [opening, heading] = /^<h1[^>]*>(.*?)<\/h1>/s.exec(html) ?? []
  return { heading: heading ?? null, rest: html.slice(opening?.length ?? 0) }
}
