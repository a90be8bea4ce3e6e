import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { firstLine, type Programs } from '../programs.ts'

/** No service folders: nothing is started behind a test's back, such as a second key store in place of a missing one. */
const CONFIGURATION = `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=FOLDER</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`

/** Starts a private session bus and gives its address. */
export async function startBus(programs: Programs, folder: string): Promise<string> {
  const file = join(folder, 'session-bus.conf')
  await writeFile(file, CONFIGURATION.replace('FOLDER', folder))
  return firstLine(programs.start('dbus-daemon', ['--nofork', '--print-address', `--config-file=${file}`]))
}
