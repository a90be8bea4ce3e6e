/**
 * Text: 1 text chat, 6 and 50 e-mail, 17 and 20 messages, 51 web chat, 52 SMS, 53 social chat, 54 fax
 * (spec/media-and-services.md 8.5, spec/ccgateway.md 16.5). All else is for ears or eyes.
 */
const textMedia: ReadonlySet<number> = new Set([1, 6, 17, 20, 50, 51, 52, 53, 54])

/** spec/ccgateway.md 16.6. */
const TEXT_ABILITY = 5

export interface MediaTold {
  readonly mediaType?: number | undefined
  readonly mediaAbility?: number | undefined
}

/** The media type says it, where there is one; events without it have the ability (spec/ccgateway.md 15.2). */
export function isChat({ mediaType, mediaAbility }: MediaTold): boolean {
  return mediaType === undefined ? mediaAbility === TEXT_ABILITY : textMedia.has(mediaType)
}
