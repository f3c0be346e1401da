type Refusal = { errors?: { message: string }[] }

/** Sends a request to one of the plugin's routes. @throws Error with the words of a refusal. */
export const post = async <T>(address: string, body: unknown = {}): Promise<T> => {
  const response = await fetch(address, {
    body: JSON.stringify(body),
    credentials: 'include',
    headers: { 'Content-Type': 'application/json' },
    method: 'POST',
  })

  if (!response.ok) {
    const { errors } = (await response.json().catch(() => ({}))) as Refusal
    throw new Error(errors?.[0]?.message ?? response.statusText)
  }
  return (await response.json()) as T
}
