import type { Endpoint, PayloadRequest } from 'payload'

import type { PolicyContext } from '../../options.js'

import { hasRole } from '../../domain/lifecycle.js'
import { PolicyError } from '../../domain/policyError.js'
import { isTextFormat, textFormats } from '../../domain/textImport/textFormat.js'
import { assertSize, importTextFor, mostFileBytes } from '../../operations/importText.js'
import { refuse, requireAnyRole } from '../access.js'
import { answering } from '../http.js'

/** Reads a text for a version, saved or not, and answers what would become of it. Stores nothing. */
export const importTextEndpoint = (context: PolicyContext): Omit<Endpoint, 'root'> => ({
  handler: (req) =>
    answering({
      req,
      answer: async () => {
        const actor = await requireAnyRole({ context, req })
        if (!hasRole({ actor, role: 'editor' })) {
          return refuse('Only an editor or an admin may import a text.')
        }

        const { bytes, copies, fileName, format } = await readRequest(req)

        return Response.json(
          await importTextFor({
            actor,
            bytes,
            context,
            fileName,
            format: formatOf(format),
            isEveryCopyKept: isEveryCopyKept(copies),
            req,
          }),
        )
      },
    }),
  method: 'post',
  path: '/import-text',
})

type ImportRequest = {
  bytes: Uint8Array
  copies: unknown
  fileName: null | string
  format: unknown
}

/** A file and a form around it. */
const mostRequestBytes = mostFileBytes + 100_000

/** @throws PolicyError `INVALID_PARAMETER` for a request that brings no text. */
const readRequest = async (req: PayloadRequest): Promise<ImportRequest> => {
  const type = req.headers.get('Content-Type') ?? ''
  const sent = await bytesOf(req)

  try {
    return type.startsWith('multipart/form-data') ? await formIn(sent, type) : jsonIn(sent)
  } catch {
    throw new PolicyError({
      code: 'INVALID_PARAMETER',
      message:
        'The request brings no text. Allowed are multipart/form-data with a "file", and JSON such as { "text": "# Privacy", "format": "markdown" }.',
    })
  }
}

const formIn = async (sent: Uint8Array<ArrayBuffer>, type: string): Promise<ImportRequest> => {
  const form = await new Response(sent, { headers: { 'Content-Type': type } }).formData()
  const file = form.get('file')

  if (!(file instanceof File)) {
    throw new TypeError('There is no file.')
  }
  return {
    bytes: new Uint8Array(await file.arrayBuffer()),
    copies: form.get('copies') ?? undefined,
    fileName: nameOf(file.name),
    format: form.get('format') ?? undefined,
  }
}

const jsonIn = (sent: Uint8Array): ImportRequest => {
  const { copies, fileName, format, text } = JSON.parse(new TextDecoder().decode(sent)) as Record<
    string,
    unknown
  >

  if (typeof text !== 'string') {
    throw new TypeError('There is no text.')
  }
  return { bytes: new TextEncoder().encode(text), copies, fileName: nameOf(fileName), format }
}

/** A name without the folders of the person who sent it. */
const nameOf = (name: unknown): null | string =>
  typeof name === 'string'
    ? name
        .replace(/^.*[/\\]/u, '')
        .replace(/[\p{Cc}\p{Surrogate}]/gu, '')
        .slice(-200) || null
    : null

/** @throws PolicyError `INVALID_PARAMETER` for a request that is too large, before it is held in memory. */
const bytesOf = async (req: PayloadRequest): Promise<Uint8Array<ArrayBuffer>> => {
  const chunks: Uint8Array[] = []
  let length = 0
  const reader = (req.body as null | ReadableStream<Uint8Array> | undefined)?.getReader()

  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    length += read.value.length
    if (length > mostRequestBytes) {
      await reader?.cancel()
    }
    assertSize({ length, most: mostRequestBytes, what: 'The request' })
    chunks.push(read.value)
  }
  return new Uint8Array(Buffer.concat(chunks))
}

const formatOf = (value: unknown) => {
  if (value === undefined || value === null || value === '') {
    return undefined
  }
  if (!isTextFormat(value)) {
    throw new PolicyError({
      code: 'INVALID_PARAMETER',
      message: `The format is ${JSON.stringify(value)}; allowed are ${textFormats.join(', ')}, or nothing, to have it guessed.`,
    })
  }
  return value
}

const isEveryCopyKept = (value: unknown): boolean => {
  if (value !== undefined && value !== null && value !== 'all' && value !== 'one') {
    throw new PolicyError({
      code: 'INVALID_PARAMETER',
      message: `The parameter copies is ${JSON.stringify(value)}; allowed are one, to keep a text once that stands there several times, and all.`,
    })
  }
  return value === 'all'
}
