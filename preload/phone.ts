import { exposeBridge } from './bridge.ts'

exposeBridge<'phone'>()
