export type Show = 'beside' | 'tour'

interface Asked {
  readonly tour: boolean
  readonly platform: NodeJS.Platform
  readonly env: NodeJS.ProcessEnv
}

/** Somebody is there to take the calls where there is a display; else, or when asked, the tour takes them. */
export function chooseShow({ tour, platform, env }: Asked): Show {
  if (platform === 'linux') return tour || !(env.DISPLAY || env.WAYLAND_DISPLAY) ? 'tour' : 'beside'
  if (tour)
    throw new Error('The tour needs the virtual display of a Linux machine. Leave --tour out to see Earshot here.')
  return 'beside'
}
