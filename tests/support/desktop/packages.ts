/** Debian 12 packages that the test desktop is made of; each is named for the program or library it brings. */
export const DESKTOP_PACKAGES: readonly string[] = [
  'xvfb',
  'openbox',
  'x11-utils',
  'xdotool',
  'xterm',
  'sxhkd',
  'imagemagick',
  'dbus',
  'dunst',
  'libnotify4',
  'gnome-keyring',
  'libsecret-1-0',
  'pulseaudio',
  'pulseaudio-utils',
  'fonts-dejavu-core',
  'fonts-noto-cjk',
]
