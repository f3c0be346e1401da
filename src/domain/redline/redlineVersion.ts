/**
 * Which redline it is: raised whenever the same two texts are compared otherwise than before, or shown so,
 * that nobody keeps what an older one made.
 */
export const redlineVersion = 1
