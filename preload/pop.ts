import { ipcRenderer } from 'electron'

void ipcRenderer
