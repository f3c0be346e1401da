/** Does something with each of some items, several at a time, and answers in the order of the items. */
export const atOnce = async <Item, Answer>({
  items,
  limit,
  work,
}: {
  items: readonly Item[]
  /** How many at a time. */
  limit: number
  work: (item: Item) => Promise<Answer>
}): Promise<Answer[]> => {
  const answers: Answer[] = []
  const left = items.entries()

  const worker = async () => {
    for (const [index, item] of left) {
      answers[index] = await work(item)
    }
  }
  await Promise.all(Array.from({ length: limit }, worker))

  return answers
}
