import { z } from 'zod'
import type { MediaCache } from '../media-cache/media-cache.ts'
import { done, type Fabric, type FabricReply, type FabricRequest, failed } from './fabric.ts'

type Asker = 'agent' | 'application'

const upload = z.looseObject({ fileType: z.string().max(10), channel: z.string(), fileStream: z.base64() })

/** `objectKey` is the file's id (spec/media-and-services.md 3.3); where it stands in the answer is inferred. */
export function uploadFileStream({ chat }: Fabric, { body }: FabricRequest, asker: Asker): FabricReply {
  const { mediaCache } = chat
  mediaCache.uploads.tried += 1
  const trouble = troubleIn(mediaCache, 'failUploads')
  if (trouble) return trouble
  const parsed = upload.safeParse(body)
  if (!parsed.success) return failed('parameter error')
  const content = Buffer.from(parsed.data.fileStream, 'base64')
  if (content.length === 0) return failed('the file is empty')
  const by = asker === 'agent' ? 'agent' : 'customer'
  const { id } = mediaCache.put(content, parsed.data.fileType, by)
  mediaCache.uploads.done += 1
  return done({ objectKey: id })
}

const download = z.looseObject({ fileId: z.string(), channel: z.string(), fileType: z.string().optional() })

export function downloadFileStream({ chat }: Fabric, { body }: FabricRequest): FabricReply {
  const { mediaCache } = chat
  mediaCache.downloads.tried += 1
  const trouble = troubleIn(mediaCache, 'failDownloads')
  if (trouble) return trouble
  const parsed = download.safeParse(body)
  if (!parsed.success) return failed('parameter error')
  const file = mediaCache.get(parsed.data.fileId)
  if (!file) return failed('no such file', mediaCache.manner.unknownId === 'status-404' ? 404 : 200)
  const truncated = struck(mediaCache, 'truncateDownloads') && { truncated: true as const }
  if (!truncated) mediaCache.downloads.done += 1
  if (mediaCache.manner.downloads === 'stream') return { content: file.content, ...truncated }
  return { ...done({ fileStream: file.content.toString('base64') }), ...truncated }
}

type Count = 'failUploads' | 'failDownloads' | 'truncateDownloads' | 'deaf'

function struck({ faults }: MediaCache, which: Count): boolean {
  if (faults[which] <= 0) return false
  faults[which] -= 1
  return true
}

function troubleIn(cache: MediaCache, which: Count): FabricReply | null {
  if (struck(cache, 'deaf')) return { deaf: true }
  return struck(cache, which) ? failed('try again later', cache.faults.failStatus) : null
}
