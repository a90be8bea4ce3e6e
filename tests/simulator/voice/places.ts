const frameMs = 20
/** Five seconds: whatever held this process up is over by then, so later than this for so long means lost sound. */
const lookedBack = 250
const lostMs = 100

/**
 * When each frame of an unbroken stream ended, by its place in the stream: on a busy machine frames come late and then
 * many at once. A frame that would end after it came is one too many (null), as at the start, where a buffer is emptied.
 */
export function createPlaces(): (arrival: number) => number | null {
  let end: number | null = null
  let lateness: readonly number[] = []
  return (arrival) => {
    const at = end === null ? arrival : end + frameMs
    if (at > arrival) return null
    lateness = [...lateness, arrival - at].slice(-lookedBack)
    const least = Math.min(...lateness)
    end = at
    if (lateness.length === lookedBack && least > lostMs) {
      end += least
      lateness = []
    }
    return end
  }
}
