/** What every public answer carries, refusals too: anybody may read it from anywhere. */
export const openToAll = {
  'Access-Control-Allow-Headers':
    'Accept, Accept-Datetime, Content-Type, If-Modified-Since, If-None-Match',
  'Access-Control-Allow-Methods': 'GET, HEAD, OPTIONS',
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers':
    'Content-Language, Content-Location, ETag, Last-Modified, Link, Memento-Datetime',
  'X-Content-Type-Options': 'nosniff',
}
