import { join } from 'node:path'
import { build } from 'vite'

const root = new URL('../../..', import.meta.url).pathname

/** The phone window as the product builds it: its page and its preload, and nothing of main. */
export async function buildPhoneWindow(outDir: string): Promise<void> {
  const common = { configFile: false, logLevel: 'warn' } as const
  await build({
    ...common,
    root: join(root, 'renderer'),
    build: { outDir, emptyOutDir: true, rollupOptions: { input: { phone: join(root, 'renderer/phone.html') } } },
  })
  await build({
    ...common,
    root,
    build: {
      outDir,
      emptyOutDir: false,
      rollupOptions: {
        input: join(root, 'preload/phone.ts'),
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: 'preload.cjs' },
      },
    },
  })
}
