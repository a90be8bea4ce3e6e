/** A result code of spec/ccgateway.md 17. */
export type Retcode = string
