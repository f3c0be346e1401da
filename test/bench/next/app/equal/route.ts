/** As many bytes as the query says, from a route of Next that does nothing else. */
export const GET = (request: Request): Response =>
  new Response('x'.repeat(Number(new URL(request.url).searchParams.get('bytes'))), {
    headers: { 'Content-Type': 'application/json' },
  })
