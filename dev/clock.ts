/** The demo's clock: it runs like the real one, from an instant that the visitor chooses. */
type DemoClock = { ahead: number }

// Next loads modules once for pages and once for routes; both must tell the same time.
const shared = globalThis as { demoClock?: DemoClock }

/** The demo's present instant. */
export const demoNow = (): Date => new Date(Date.now() + (shared.demoClock?.ahead ?? 0))

/** Sets the demo's clock. */
export const setDemoClock = (instant: Date): void => {
  shared.demoClock = { ahead: +instant - Date.now() }
}
